// The pages of the result through the whole service: J6, J7, P1 to P4, T3, and what bad input gets (product.md).

#include <gmock/gmock.h>

#include <set>
#include <thread>

#include "server/store/editions.hpp"
#include "tests/support/service.hpp"

using tests::browser;
using tests::fields;
using tests::service;
using workflow::person_id;

namespace {

// An edition in deliberation with the scores of two judges on four entries: one category, two tiers. `tied`: the first
// two entries have the same scores, and a second ballot has to decide.
struct judged {
    workflow::edition_id edition{};
    workflow::category_id category{};
    std::vector<workflow::entry_id> entries;
    std::vector<workflow::judge_id> judges;
    std::vector<person_id> applicants;
};

class results_pages : public testing::Test {
protected:
    void lay(bool tied = false) {
        service_.with_database([&](store::database& db) { lay_edition(db); });
        for (int i = 1; i <= 2; ++i) add_judge(i);
        for (int i = 1; i <= 4; ++i) add_entry(i, tied && i == 2 ? 8 : 9 - i);
    }
    void lay_edition(store::database& db) {
        workflow::edition made;
        made.ordinal = 2, made.year = 2014, made.key = "2014", made.name = "2nd WeGO Awards 2014";
        made.calendar.zone = "Asia/Seoul";
        made.calendar.opens_at = db.now() - std::chrono::hours(96), made.calendar.closes_at = db.now() - std::chrono::hours(72);
        made.calendar.judging_opens_at = db.now() - std::chrono::hours(48);
        made.calendar.judging_closes_at = db.now() - std::chrono::hours(24);
        made.categories = {{{}, "services", "Services", "", 1}};
        made.tiers = {{{}, "best", "Best", 1, 1, false}, {{}, "outstanding", "Outstanding", 2, 1, false}};
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(1);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 10000;
        rules.minimum_judges_per_entry = 1;
        rules.tie_ladder = ladder_;
        laid_.edition = store::add_edition(db, {{workflow::role::secretariat, mina_}, std::nullopt}, made, rules);
        db.run("update edition set state = 'deliberation', opened_at = now() where id = :id", {{"id", laid_.edition}});
        laid_.category = store::load_edition(db, laid_.edition).categories.front().id;
        db.run(R"(insert into round (edition_id, number, name, purpose, opened_at, closed_at)
                  values (:edition, 1, 'Scoring', 'scoring', now(), now()))", {{"edition", laid_.edition}});
    }
    void add_judge(int i) {
        const auto person = service_.add_secured_person("Judge" + std::to_string(i));
        laid_.judges.push_back(service_.value<workflow::judge_id>(
            R"(insert into judge (edition_id, person_id, name, country, chair, identity_checked_at, terms_accepted_at, terms_name)
               values (:edition, :person, :name, 'FR', :chair, now(), now(), 'x') returning id)",
            {{"edition", laid_.edition}, {"person", person}, {"name", "Judge " + std::to_string(i)}, {"chair", i == 1}}));
    }
    void add_entry(int i, int score) {
        const auto name = "City" + std::to_string(i);
        const auto applicant = service_.add_person(name);
        laid_.applicants.push_back(applicant);
        service_.with_database([&](store::database& db) {
            const auto city = db.value<workflow::city_id>(
                R"(insert into city (official_name, printed_name, country, printed_country, approved_at)
                   values (:name, :name, 'ES', 'Spain', now()) returning id)", {{"name", name}});
            db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
                   {{"city", city}, {"person", applicant}});
            const auto entry = db.value<workflow::entry_id>(
                R"(insert into entry (edition_id, city_id, category_id, title, created_by)
                   values (:edition, :city, :category, :title, :by) returning id)",
                {{"edition", laid_.edition}, {"city", city}, {"category", laid_.category},
                 {"title", "Project " + std::to_string(i)}, {"by", applicant}});
            db.run(R"(insert into entry_version (entry_id, edition_id, number, body, hash, submitted_by)
                      values (:entry, :edition, 1, '{}', :hash, :by))",
                   {{"entry", entry}, {"edition", laid_.edition}, {"hash", store::bytes{std::string(32, 'x')}}, {"by", applicant}});
            db.run(R"(update entry set state = 'eligible', number = :number, place = 1, current_version = 1,
                                       submitted_at = now() where id = :id)", {{"number", i}, {"id", entry}});
            db.run("insert into round_entry (round_id, entry_id, edition_id) select id, :entry, edition_id from round",
                   {{"entry", entry}});
            db.run(R"(with made as (
                          insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, state,
                                                 submitted_at, submitted_hash)
                          select e.id, r.id, j.id, :entry, e.rule_set_id, 1, 'locked', now(), :hash
                          from edition e join round r on r.edition_id = e.id join judge j on j.edition_id = e.id
                          returning id, edition_id)
                      insert into score (scorecard_id, edition_id, criterion, value)
                      select id, edition_id, 'impact', :score from made)",
                   {{"entry", entry}, {"hash", store::bytes{std::string(32, 'x')}}, {"score", score}});
            laid_.entries.push_back(entry);
        });
    }
    // Up to a slate that nobody has approved yet; returns its hash as the page holds it.
    std::string build(browser& office) {
        EXPECT_EQ(office.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
        EXPECT_EQ(office.post("/office/2014/slate").status, 303);
        return office.get("/office/2014/ratify").value_of("hash");
    }
    fields minutes(fields more, const std::string& reason = "The panel decided so") {
        more.emplace_back("reason", reason);
        return more;
    }
    static std::string number(auto id) { return std::to_string(workflow::value(id)); }

    std::vector<workflow::ladder_step> ladder_{{workflow::tie_rung::key_criterion, "impact"}, {workflow::tie_rung::second_ballot, ""}};
    service service_;
    person_id mina_ = service_.add_secretariat("Mina"), jun_ = service_.add_secretariat("Jun");
    judged laid_;
};

TEST_F(results_pages, P3_the_whole_way_and_nothing_of_it_is_public_before_the_announcement) {
    lay();
    browser mina(service_), jun(service_), anyone(service_), city(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_), city.sign_in_as(laid_.applicants[0]);
    const auto hash = build(mina);
    const auto tally = mina.get("/office/2014/tally?category=" + number(laid_.category));
    EXPECT_EQ(tally.status, 200);
    EXPECT_TRUE(tally.says("City1: Project 1") && tally.says("8.00")) << tally.text();
    const auto overview = mina.get("/office/2014/tally");
    EXPECT_TRUE(overview.says("Best: 1. City1: Project 1") && overview.says("Clear")) << overview.text();
    EXPECT_EQ(mina.get("/office/2014/tally?category=999999").status, 404);
    EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    const auto before_the_second = jun.get("/office/2014/ratify");
    EXPECT_TRUE(before_the_second.says("Letters to winners") && before_the_second.says("Letters to the other cities"))
        << before_the_second.text();
    EXPECT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    EXPECT_EQ(service_.value<std::string>("select state from edition"), "decided");
    EXPECT_FALSE(anyone.get("/editions/2014/winners").has("City1"));
    EXPECT_FALSE(city.get("/my/entries/" + number(laid_.entries[0])).says("Best"));
    const auto announcement = jun.get("/office/2014/announce");
    EXPECT_TRUE(announcement.says("City1") && announcement.says("Letters to winners")) << announcement.text();
    EXPECT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2013"}}).status, 422);
    EXPECT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}}).status, 303);
    EXPECT_TRUE(anyone.get("/editions/2014/winners").has("City1"));
    EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body, testing::HasSubstr("\"Outstanding\",\"City2\""));
    EXPECT_THAT(jun.get("/office/2014/certificates/all.pdf").body, testing::StartsWith("%PDF"));
}

TEST_F(results_pages, T3_the_same_person_cannot_approve_twice_not_even_from_two_sessions) {
    lay();
    browser one(service_), other(service_);
    one.sign_in_as(mina_), other.sign_in_as(mina_);
    const auto hash = build(one);
    EXPECT_EQ(one.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    EXPECT_EQ(other.post("/office/2014/ratify", {{"hash", hash}}).status, 409);
    EXPECT_EQ(service_.value<std::string>("select state from edition"), "deliberation");
}

TEST_F(results_pages, J7_a_tie_is_shown_rung_by_rung_and_settled_by_the_second_ballot) {
    lay(true);
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    EXPECT_EQ(mina.post("/office/2014/slate").status, 409);
    const auto url = "/office/2014/ties/" + number(laid_.category);
    const auto tie = mina.get(url);
    EXPECT_TRUE(tie.says("It found no difference.") && tie.says("It waits for people.")) << tie.text();
    EXPECT_EQ(mina.post(url, minutes({})).status, 422);
    fields votes;
    for (const auto judge : laid_.judges) votes.emplace_back("vote." + number(judge), number(laid_.entries[1]));
    EXPECT_EQ(mina.post(url, minutes(votes)).status, 303);
    EXPECT_TRUE(mina.get(url).says("It decided."));
    EXPECT_EQ(mina.post("/office/2014/slate").status, 303);
    EXPECT_TRUE(mina.get("/office/2014/decisions").says("The panel decided so"));
}

TEST_F(results_pages, J7_the_page_says_that_the_rung_of_a_chair_with_a_conflict_is_skipped) {
    ladder_ = {{workflow::tie_rung::key_criterion, "impact"}, {workflow::tie_rung::chair, ""}};
    lay(true);
    service_.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation)
                    values (:edition, :judge, :entry, 'same_city', 'Lives there'))",
                 {{"edition", laid_.edition}, {"judge", laid_.judges[0]}, {"entry", laid_.entries[0]}});
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto tie = mina.get("/office/2014/ties/" + number(laid_.category));
    EXPECT_TRUE(tie.says("It found no difference.") && tie.says("It was skipped.")) << tie.text();
    EXPECT_TRUE(tie.says("The chair has a conflict of interest with one of the entries."));
    EXPECT_EQ(mina.post("/office/2014/slate").status, 409) << "the panel has to decide";
}

TEST_F(results_pages, P2_two_winners_of_one_slot_stand_on_pages_certificates_export_and_stage_list) {
    lay();
    browser mina(service_), jun(service_), anyone(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    ASSERT_EQ(mina.post("/office/2014/slate/share", minutes({{"first", number(laid_.entries[0])},
                                                             {"second", number(laid_.entries[1])}})).status, 303);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    ASSERT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}}).status, 303);
    const auto best = [&](const std::string& city) {
        return service_.value<int>(R"(select count(*) from certificate c join prize p on p.id = c.prize_id join tier t on t.id = p.tier_id
                                      where t.key = 'best' and c.kind = 'winner' and p.printed_city = :city)", {{"city", city}});
    };
    for (const std::string city : {"City1", "City2"}) {
        EXPECT_TRUE(anyone.get("/editions/2014/winners").says(city));
        EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body, testing::HasSubstr("\"Best\",\"" + city + "\""));
        EXPECT_THAT(jun.get("/office/2014/results.csv").body, testing::HasSubstr(city));
        EXPECT_EQ(best(city), 1) << city;
    }
    EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body, testing::HasSubstr("\"Outstanding\",\"City3\"")) << "who follows moves up";
}

TEST_F(results_pages, P2_a_prize_is_withheld_or_shared_by_decision) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto best = service_.value<workflow::tier_id>("select id from tier where key = 'best'");
    EXPECT_EQ(mina.post("/office/2014/slate/withhold",
                        minutes({{"slot", number(laid_.category) + "." + number(best) + ".1"}}, "None was worthy")).status, 303);
    EXPECT_TRUE(mina.get("/office/2014/slate").says("None was worthy"));
    EXPECT_EQ(mina.post("/office/2014/slate/share", minutes({{"first", number(laid_.entries[0])},
                                                             {"second", number(laid_.entries[1])}})).status, 303);
    EXPECT_TRUE(mina.get("/office/2014/slate").says("Shared"));
    EXPECT_EQ(mina.post("/office/2014/slate/withdrawals",
                        minutes({{"entry", number(laid_.entries[3])}, {"then", "next_of_the_order"}})).status, 303);
}

TEST_F(results_pages, J10_P1_one_proposes_a_tier_another_confirms_and_a_new_version_of_the_rules_stands) {
    lay();
    browser mina(service_), jun(service_), anyone(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const std::string url = "/office/2014/slate/tiers";
    const auto hash = [&] {
        return service_.value<std::string>("select encode(hash, 'hex') from rule_set r join edition e on e.rule_set_id = r.id");
    };
    const auto old = hash();
    ASSERT_EQ(mina.post(url, minutes({{"adds", "tier"}, {"name", "Most Promising"}, {"per_category", "1"}, {"present", "Jun"},
                                      {"recused", "Judge 2"}, {"votes_for", "6"}, {"votes_against", "1"}, {"public_note", "A third tier."}})).status, 303);
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "attention_wanted");
    EXPECT_TRUE(jun.get("/office/2014").says("More prizes are proposed"));
    EXPECT_TRUE(jun.get("/office/2014/slate").says("Waits for a second person"));
    EXPECT_FALSE(jun.get("/office/2014/slate").says("Most Promising"));
    EXPECT_FALSE(anyone.get("/editions/2014").says("Most Promising"));
    EXPECT_TRUE(mina.get(url).says("You proposed it") && mina.get(url).says("Take it back"));
    const auto shown = jun.get(url);
    EXPECT_TRUE(shown.says("Judge 2") && shown.says("6 in favour, 1 against") && shown.says("Confirm: add these prizes")) << shown.text();
    const auto one = url + "/" + service_.value<std::string>("select cast(id as text) from amendment");
    EXPECT_EQ(mina.post(one, {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(mina.post(url, minutes({{"adds", "prizes"}, {"per_category", "2"}})).status, 409) << "one waits";
    ASSERT_EQ(jun.post(one, {{"outcome", "confirmed"}}).location(), "/office/2014/slate");
    EXPECT_EQ(jun.post(one, {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(jun.post(one, {{"outcome", "rejected"}}).status, 409);
    EXPECT_TRUE(jun.get("/office/2014/slate").says("Most Promising"));
    EXPECT_TRUE(jun.get(url).says("Confirmed: version 2 of the rules"));
    EXPECT_TRUE(anyone.get("/editions/2014").says("Most Promising"));
    EXPECT_NE(hash(), old);
    const auto versions = jun.get("/office/2014/set-up");
    EXPECT_TRUE(versions.says(old) && versions.says(hash())) << versions.text();
    EXPECT_TRUE(anyone.get("/editions/2014").says(hash())) << "published";
    const auto decisions = jun.get("/office/2014/decisions");
    EXPECT_TRUE(decisions.says("A tier added") && decisions.says("A third tier.")) << decisions.text();
}

TEST_F(results_pages, J10_two_confirm_at_once_and_there_is_one_tier) {
    lay();
    const auto kim = service_.add_secretariat("Kim");
    browser mina(service_), jun(service_), third(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_), third.sign_in_as(kim);
    const std::string url = "/office/2014/slate/tiers";
    ASSERT_EQ(mina.post(url, minutes({{"adds", "tier"}, {"name", "Most Promising"}, {"per_category", "1"}})).status, 303);
    const auto one = url + "/" + service_.value<std::string>("select cast(id as text) from amendment");
    jun.get(url), third.get(url);
    int first = 0, second = 0;
    std::thread other([&] { first = third.post(one, {{"outcome", "confirmed"}}).status; });
    second = jun.post(one, {{"outcome", "confirmed"}}).status;
    other.join();
    EXPECT_EQ(std::set<int>({first, second}), std::set<int>({303, 409}));
    EXPECT_EQ(service_.value<int>("select count(*) from tier"), 3);
    EXPECT_EQ(service_.value<int>("select count(*) from rule_set"), 2);
    EXPECT_EQ(service_.value<int>("select count(*) from decision"), 1);
}

TEST_F(results_pages, J10_a_proposal_is_rejected_taken_back_or_too_late_for_an_approved_slate) {
    lay();
    browser mina(service_), jun(service_), city(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_), city.sign_in_as(laid_.applicants[0]);
    const std::string url = "/office/2014/slate/tiers";
    const auto propose = [&](browser& who) {
        who.post(url, minutes({{"adds", "prizes"}, {"per_category", "2"}}));
        return url + "/" + service_.value<std::string>("select cast(max(id) as text) from amendment");
    };
    EXPECT_EQ(mina.post(url, minutes({{"adds", "prizes"}, {"per_category", "1"}})).status, 422) << "one is there already";
    EXPECT_EQ(jun.post(propose(mina), {{"outcome", "rejected"}}).status, 303);
    EXPECT_EQ(mina.post(propose(mina), {{"outcome", "rejected"}}).status, 303);
    EXPECT_EQ(service_.value<int>("select count(*) from decision"), 0);
    const auto hash = build(mina);
    const auto late = propose(mina);
    EXPECT_EQ(city.post(late, {{"outcome", "confirmed"}}).status, 404);
    EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    const auto refused = jun.post(late, {{"outcome", "confirmed"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("Somebody has approved the slate already")) << refused.text();
    EXPECT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    EXPECT_TRUE(jun.post(late, {{"outcome", "confirmed"}}).says("Somebody has approved the slate already")) << "ratified";
    EXPECT_EQ(service_.value<int>("select max(per_category) from tier"), 1);
}

TEST_F(results_pages, a_small_category_goes_on_is_withheld_or_merged_with_a_new_tally_and_a_public_note) {
    lay();
    const auto small = service_.value<workflow::category_id>(
        "insert into category (edition_id, key, name, position) values (:e, 'efficiency', 'Efficiency', 2) returning id",
        {{"e", laid_.edition}});
    service_.run("update entry set category_id = :small where id = :id", {{"small", small}, {"id", laid_.entries[0]}});
    browser mina(service_), jun(service_), anyone(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto slate = mina.get("/office/2014/slate");
    EXPECT_TRUE(slate.says("Fewer than three entries") && slate.says("Merge a small category")) << slate.text();
    EXPECT_EQ(mina.post("/office/2014/decisions", minutes({{"kind", "other"}}, "Efficiency goes on with one entry")).status, 303);
    EXPECT_EQ(mina.post("/office/2014/slate/withhold",
                        minutes({{"slot", number(small) + "." + service_.value<std::string>("select cast(max(id) as text) from tier") + ".1"}},
                                "Only one entry")).status, 303);
    const std::string url = "/office/2014/slate/merge";
    EXPECT_TRUE(mina.get(url).says("Efficiency"));
    const auto form = [&](workflow::category_id from, workflow::category_id into, const std::string& note) {
        return minutes({{"from", number(from)}, {"into", number(into)}, {"public_note", note}}, "One entry is not compared with any");
    };
    EXPECT_EQ(mina.post(url, form(laid_.category, small, "x")).status, 422) << "it is not small";
    EXPECT_EQ(mina.post(url, form(small, small, "x")).status, 422);
    EXPECT_TRUE(mina.post(url, form(small, laid_.category, "")).has("public_note-error"));
    ASSERT_EQ(mina.post(url, form(small, laid_.category, "Efficiency was merged into Services.")).status, 303);
    EXPECT_EQ(service_.value<int>("select count(*) from tally_run"), 2);
    const auto merged = mina.get("/office/2014/slate");
    EXPECT_FALSE(merged.says("Efficiency")) << "its prizes are gone";
    EXPECT_TRUE(merged.says("City1")) << merged.text();
    mina.post("/office/2014/slate");
    const auto hash = mina.get("/office/2014/ratify").value_of("hash");
    mina.post("/office/2014/ratify", {{"hash", hash}});
    EXPECT_TRUE(mina.post(url, form(small, laid_.category, "x")).status == 422) << "nothing is left to merge";
    jun.post("/office/2014/ratify", {{"hash", hash}});
    EXPECT_FALSE(anyone.get("/editions/2014/winners").says("merged"));
    ASSERT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}}).status, 303);
    EXPECT_TRUE(anyone.get("/editions/2014/winners").says("Efficiency was merged into Services."));
}

TEST_F(results_pages, P4_a_correction_makes_a_new_certificate_and_keeps_what_was_announced) {
    lay();
    browser mina(service_), jun(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}});
    const auto url = "/office/2014/corrections/" + number(laid_.entries[0]);
    EXPECT_EQ(jun.get(url).status, 200);
    EXPECT_EQ(jun.post(url, minutes({{"action", "names"}, {"city", "Málaga"}, {"country", "Spain"}, {"title", "Project 1"}})).status, 303);
    EXPECT_TRUE(jun.get("/office/2014/corrections").says("Málaga"));
    EXPECT_TRUE(jun.get("/office/2014/certificates").says("Superseded"));
    EXPECT_EQ(jun.post(url, minutes({{"action", "revoke"}})).status, 303);
    EXPECT_TRUE(jun.get("/office/2014/corrections").says("Revoked"));
}

TEST_F(results_pages, P4_a_corrected_name_of_a_city_is_corrected_on_each_of_its_certificates) {
    lay();
    service_.run("update entry set city_id = (select city_id from entry where id = :first), place = 2 where id = :second",
                 {{"first", laid_.entries[0]}, {"second", laid_.entries[1]}});
    browser mina(service_), jun(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}});
    ASSERT_EQ(jun.post("/office/2014/corrections/" + number(laid_.entries[0]),
                       minutes({{"action", "names"}, {"city", "Málaga"}, {"country", "Spain"}, {"title", "Project 1"}})).status, 303);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from certificate where state = 'superseded'"), 2);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from certificate where state = 'issued' and body like '%Málaga%'"), 2);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from prize where printed_city = 'Málaga'"), 2);
    EXPECT_EQ(service_.value<std::string>("select title from entry where id = :id", {{"id", laid_.entries[1]}}), "Project 2");
}

TEST_F(results_pages, a_conflict_found_later_voids_a_scorecard_with_both_tallies_shown) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto card = service_.value<workflow::scorecard_id>("select min(id) from scorecard");
    EXPECT_EQ(mina.get("/office/2014/tally/entries/" + number(laid_.entries[0])).status, 200);
    EXPECT_EQ(mina.get("/office/2014/tally/scorecards/" + number(card)).status, 200);
    EXPECT_EQ(mina.post("/office/2014/tally/scorecards/" + number(card), minutes({{"action", "make_void"}})).status, 303);
    EXPECT_TRUE(mina.get("/office/2014/tally").says("What the last tally changed"));
}

TEST_F(results_pages, a_reopened_scorecard_is_locked_as_it_stands_or_voided_when_its_judge_does_not_answer) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto decide = [&](workflow::scorecard_id card, const std::string& action) {
        return mina.post("/office/2014/tally/scorecards/" + number(card), minutes({{"action", action}})).status;
    };
    const auto state = [&](workflow::scorecard_id card) {
        return service_.value<std::string>("select state from scorecard where id = :id", {{"id", card}});
    };
    const auto confirmed = [&](workflow::scorecard_id card) {
        return service_.value<std::string>("select encode(submitted_hash, 'hex') from scorecard where id = :id", {{"id", card}});
    };
    const auto silent = service_.value<workflow::scorecard_id>("select min(id) from scorecard");
    const auto barred = service_.value<workflow::scorecard_id>("select max(id) from scorecard");
    const auto before = confirmed(silent);
    EXPECT_EQ(decide(silent, "relock"), 422) << "it is locked already";
    ASSERT_EQ(decide(silent, "reopen_by_decision"), 303);
    ASSERT_EQ(decide(barred, "reopen_by_decision"), 303);
    EXPECT_EQ(mina.post("/office/2014/tally", {{"cause", "Too early"}}).status, 409) << "two are open";
    ASSERT_EQ(decide(silent, "relock"), 303);
    EXPECT_EQ(state(silent), "locked");
    EXPECT_EQ(confirmed(silent), before) << "what its judge confirmed stays what was confirmed";
    ASSERT_EQ(decide(barred, "make_void"), 303);
    EXPECT_EQ(state(barred), "voided");
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from tally_run"), 2);
}

TEST_F(results_pages, an_appeal_is_lodged_in_its_window_and_settled_by_somebody_who_did_not_judge) {
    lay();
    browser mina(service_), jun(service_), city(service_), other(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    city.sign_in_as(laid_.applicants[3]), other.sign_in_as(laid_.applicants[0]);
    const auto hash = build(mina), entry = "/my/entries/" + number(laid_.entries[3]), mine = entry + "/appeal";
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    EXPECT_EQ(city.get(mine).status, 404) << "P3: there is no result yet";
    ASSERT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2014"}}).status, 303);

    EXPECT_TRUE(city.get(entry).says("Appeal against the result"));
    EXPECT_EQ(other.get(mine).status, 404);
    const auto empty = city.post(mine, {{"ground", "taste"}, {"body", ""}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.has("ground-error") && empty.has("body-error"));
    ASSERT_EQ(city.post(mine, {{"ground", "procedure"}, {"body", "A judge of our country scored it."}}).status, 303);
    EXPECT_EQ(city.post(mine, {{"ground", "fact"}, {"body", "Again"}}).status, 409);
    EXPECT_EQ(service_.letters_to("city4@example.org").back().occasion, "appeal_received");
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "attention_wanted");

    const auto appeal = "/office/2014/appeals/" + service_.value<std::string>("select cast(id as text) from appeal");
    EXPECT_TRUE(mina.get("/office/2014/appeals").says("City4: Project 4"));
    service_.run("insert into judge (edition_id, person_id, name, country, left_at) values (:edition, :jun, 'Jun', 'KR', now())",
                 {{"edition", laid_.edition}, {"jun", jun_}});
    EXPECT_TRUE(jun.get(appeal).says("You judge or judged in this edition"));
    const auto settled = minutes({{"outcome", "upheld"}, {"answer", "You are right."}});
    EXPECT_EQ(jun.post(appeal, settled).status, 403);
    EXPECT_EQ(mina.post(appeal, minutes({{"outcome", ""}, {"answer", ""}})).status, 422);
    ASSERT_EQ(mina.post(appeal, settled).status, 303);
    EXPECT_EQ(mina.post(appeal, settled).status, 409);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from decision where kind = 'appeal'"), 1);
    EXPECT_EQ(service_.letters_to("city4@example.org").back().occasion, "appeal_settled");
    const auto told = city.get(entry);
    EXPECT_TRUE(told.says("The appeal was upheld") && told.says("You are right.")) << told.text();

    service_.run("update edition set announced_at = announced_at - interval '31 days'");
    EXPECT_FALSE(city.get(entry).says("Appeal against the result"));
    EXPECT_TRUE(city.get(mine).says("Appeals could be lodged until"));
}

TEST_F(results_pages, bad_input_gets_the_form_back_and_nothing_for_others) {
    lay();
    browser mina(service_), city(service_);
    mina.sign_in_as(mina_), city.sign_in_as(laid_.applicants[0]);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto kept = mina.post("/office/2014/slate/tiers", {{"adds", "tier"}, {"name", "Most Promising"}, {"per_category", "many"}});
    EXPECT_EQ(kept.status, 422);
    EXPECT_EQ(kept.value_of("name"), "Most Promising");
    EXPECT_TRUE(kept.says("Give the reason for the decision"));
    EXPECT_EQ(mina.post("/office/2014/slate/tiers", {{"name", "\xff"}, {"reason", "x"}, {"per_category", "1"}}).status, 422);
    EXPECT_EQ(mina.post("/office/2014/slate", {{"force", "yes"}}).status, 400);
    EXPECT_EQ(mina.post_bare("/office/2014/slate", {}).status, 403);
    EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", "0"}}).status, 409);
    EXPECT_EQ(mina.get("/office/2014/announce").status, 404);
    EXPECT_EQ(mina.get("/office/2014/ties/999999").status, 404);
    EXPECT_EQ(city.get("/office/2014/tally").status, 404);
    EXPECT_EQ(city.get("/office/2014/slate").status, 404);
}

}  // namespace
