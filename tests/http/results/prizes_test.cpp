// Decisions about prizes on the pages: more prizes by two people (J10, P1), withheld, shared, small
// categories.
#include <set>
#include <thread>

#include "tests/http/results/ground.hpp"

using tests::browser;
using tests::fields;
using tests::results_pages;

namespace {

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
    EXPECT_TRUE(tie.says("It found no difference.")) << tie.text();
    EXPECT_TRUE(tie.says("It was skipped.")) << tie.text();
    EXPECT_TRUE(tie.says("The chair has a conflict of interest with one of the entries."));
    EXPECT_EQ(mina.post("/office/2014/slate").status, 409) << "the panel has to decide";
}

TEST_F(results_pages, P2_two_winners_of_one_slot_stand_on_pages_certificates_export_and_stage_list) {
    lay();
    browser mina(service_), jun(service_), anyone(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    ASSERT_EQ(mina.post("/office/2014/slate/share",
                        minutes({{"first", number(laid_.entries[0])}, {"second", number(laid_.entries[1])}}))
                  .status,
              303);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    announce(jun, mina, hash);
    const auto best = [&](const std::string& city) {
        return service_.value<int>(
            R"(select count(*) from certificate c join prize p on p.entry_id = c.entry_id join tier t on t.id = p.tier_id
                                      where t.key = 'best' and c.kind = 'winner' and p.printed_city = :city)",
            {{"city", city}});
    };
    for (const std::string city : {"City1", "City2"}) {
        EXPECT_TRUE(anyone.get("/editions/2014/winners").says(city));
        EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body,
                    testing::HasSubstr("\"Best\",\"" + city + "\""));
        EXPECT_THAT(jun.get("/office/2014/results.csv").body, testing::HasSubstr(city));
        EXPECT_EQ(best(city), 1) << city;
    }
    EXPECT_EQ(shared_certificates(), 2);
    const auto serial =
        service_.value<std::string>("select serial from certificate where body like '%City2%'");
    EXPECT_TRUE(anyone.get("/verify/" + serial).says("Best, shared"));
    EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body, testing::HasSubstr("\"Outstanding\",\"City3\""))
        << "who follows moves up";
}

TEST_F(results_pages, P2_a_prize_is_withheld_or_shared_by_decision) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto best = service_.value<workflow::tier_id>("select id from tier where key = 'best'");
    EXPECT_EQ(
        mina.post("/office/2014/slate/withhold",
                  minutes({{"slot", number(laid_.category) + "." + number(best) + ".1"}}, "None was worthy"))
            .status,
        303);
    EXPECT_TRUE(mina.get("/office/2014/slate").says("None was worthy"));
    for (const auto* place : {"/office/2014", "/office/2014/log"}) {
        const auto page = mina.get(place);
        EXPECT_TRUE(page.says("Prize: Services, Best")) << "T6: which prize is said too: " << page.text();
    }
    EXPECT_EQ(mina.post("/office/2014/slate/share",
                        minutes({{"first", number(laid_.entries[0])}, {"second", number(laid_.entries[1])}}))
                  .status,
              303);
    EXPECT_TRUE(mina.get("/office/2014/slate").says("Shared"));
    EXPECT_EQ(mina.post("/office/2014/slate/withdrawals",
                        minutes({{"entry", number(laid_.entries[3])}, {"then", "next_of_the_order"}}))
                  .status,
              303);
}

TEST_F(results_pages, P2_a_prize_shared_with_one_of_a_tie_loses_nobody_and_is_taken_back) {
    lay(true);
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto proposed = [&] {
        const auto text = mina.get("/office/2014/slate").text();
        return text.substr(text.find("Prizes as the tally"));
    };
    const auto before = proposed();
    ASSERT_EQ(mina.post("/office/2014/slate/share",
                        minutes({{"first", number(laid_.entries[2])}, {"second", number(laid_.entries[1])}}))
                  .status,
              303);
    const auto slate = mina.get("/office/2014/slate");
    for (const auto* city : {"City1", "City2", "City3"}) EXPECT_TRUE(slate.says(city)) << city;
    EXPECT_TRUE(slate.says("Nothing is open")) << slate.text();
    const auto id = service_.value<std::string>("select cast(max(id) as text) from decision");
    EXPECT_TRUE(mina.get("/office/2014/decisions").says("Take it back"));
    ASSERT_EQ(
        mina.post("/office/2014/decisions/" + id + "/take-back", minutes({}, "Decided in error")).status,
        303);
    EXPECT_EQ(proposed(), before);
    const auto far =
        mina.post("/office/2014/slate/share",
                  minutes({{"first", number(laid_.entries[0])}, {"second", number(laid_.entries[3])}}));
    EXPECT_EQ(far.status, 422);
    EXPECT_TRUE(far.says("Only entries that follow each other in the order can share a prize"));
}

class a_tier_proposed : public results_pages {
protected:
    a_tier_proposed() {
        lay();
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
        EXPECT_EQ(mina.post(url, minutes({{"adds", "tier"},
                                          {"name", "Most Promising"},
                                          {"per_category", "1"},
                                          {"present", "Jun"},
                                          {"recused", "Judge 2"},
                                          {"votes_for", "6"},
                                          {"votes_against", "1"},
                                          {"public_note", "A third tier."}}))
                      .status,
                  303);
        one = url + "/" + service_.value<std::string>("select cast(id as text) from amendment");
    }
    std::string hash() {
        return service_.value<std::string>(
            "select encode(hash, 'hex') from rule_set r join edition e on e.rule_set_id = r.id");
    }
    const std::string url = "/office/2014/slate/tiers";
    std::string one;
    browser mina{service_}, jun{service_}, anyone{service_};
};

TEST_F(a_tier_proposed, J10_P1_waits_for_a_second_person_and_changes_nothing_yet) {
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "attention_wanted");
    EXPECT_TRUE(jun.get("/office/2014").says("More prizes are proposed"));
    EXPECT_TRUE(jun.get("/office/2014/slate").says("Waits for a second person"));
    EXPECT_FALSE(jun.get("/office/2014/slate").says("Most Promising"));
    EXPECT_FALSE(anyone.get("/editions/2014").says("Most Promising"));
    const auto own = mina.get(url);
    EXPECT_TRUE(own.says("You proposed it")) << own.text();
    EXPECT_TRUE(own.says("Take it back")) << own.text();
    const auto shown = jun.get(url);
    EXPECT_TRUE(shown.says("Judge 2")) << shown.text();
    EXPECT_TRUE(shown.says("6 in favour, 1 against")) << shown.text();
    EXPECT_TRUE(shown.says("Confirm: add these prizes")) << shown.text();
    EXPECT_EQ(mina.post(one, {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(mina.post(url, minutes({{"adds", "prizes"}, {"per_category", "2"}})).status, 409)
        << "one waits";
}

TEST_F(a_tier_proposed, J10_P1_is_confirmed_by_another_and_a_new_version_of_the_rules_stands) {
    const auto old = hash();
    ASSERT_EQ(jun.post(one, {{"outcome", "confirmed"}}).location(), "/office/2014/slate");
    EXPECT_EQ(jun.post(one, {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(jun.post(one, {{"outcome", "rejected"}}).status, 409);
    EXPECT_TRUE(jun.get("/office/2014/slate").says("Most Promising"));
    EXPECT_TRUE(jun.get(url).says("Confirmed: version 2 of the rules"));
    EXPECT_TRUE(anyone.get("/editions/2014").says("Most Promising"));
    EXPECT_NE(hash(), old);
    const auto versions = jun.get("/office/2014/set-up");
    EXPECT_TRUE(versions.says(old)) << versions.text();
    EXPECT_TRUE(versions.says(hash())) << versions.text();
    EXPECT_TRUE(anyone.get("/editions/2014").says(hash())) << "published";
    const auto decisions = jun.get("/office/2014/decisions");
    EXPECT_TRUE(decisions.says("A tier added")) << decisions.text();
    EXPECT_TRUE(decisions.says("A third tier.")) << decisions.text();
    EXPECT_TRUE(decisions.says("Tier Most Promising Prizes in each category 1")) << decisions.text();
}

TEST_F(results_pages, J10_two_confirm_at_once_and_there_is_one_tier) {
    lay();
    const auto kim = service_.add_secretariat("Kim");
    browser mina(service_), jun(service_), third(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_), third.sign_in_as(kim);
    const std::string url = "/office/2014/slate/tiers";
    ASSERT_EQ(
        mina.post(url, minutes({{"adds", "tier"}, {"name", "Most Promising"}, {"per_category", "1"}})).status,
        303);
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
    EXPECT_EQ(mina.post(url, minutes({{"adds", "prizes"}, {"per_category", "1"}})).status, 422)
        << "one is there already";
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
    EXPECT_TRUE(jun.post(late, {{"outcome", "confirmed"}}).says("Somebody has approved the slate already"))
        << "ratified";
    EXPECT_EQ(service_.value<int>("select max(per_category) from tier"), 1);
}

class a_small_category : public results_pages {
protected:
    a_small_category() {
        lay();
        small = service_.with_database([&](store::database& db) {
            const auto edition = store::load_edition(db, laid_.edition);
            auto wanted = edition.categories;
            wanted.push_back({{}, "efficiency", "Efficiency", "", 2});
            store::set_categories(db, {{workflow::role::secretariat, mina_}, edition.id}, edition.id, wanted);
            return store::load_edition(db, edition.id).categories.back().id;
        });
        service_.run("update entry set category_id = :small where id = :id",
                     {{"small", small}, {"id", laid_.entries[0]}});
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    }
    fields form(workflow::category_id from, workflow::category_id into, const std::string& note) {
        return minutes({{"from", number(from)}, {"into", number(into)}, {"public_note", note}},
                       "One entry is not compared with any");
    }
    const std::string url = "/office/2014/slate/merge";
    workflow::category_id small{};
    browser mina{service_}, jun{service_}, anyone{service_};
};

TEST_F(a_small_category, is_pointed_out_and_goes_on_or_is_withheld_by_decision) {
    const auto slate = mina.get("/office/2014/slate");
    EXPECT_TRUE(slate.says("Fewer than three entries")) << slate.text();
    EXPECT_TRUE(slate.says("Merge a small category")) << slate.text();
    EXPECT_EQ(
        mina.post("/office/2014/decisions", minutes({{"kind", "other"}}, "Efficiency goes on with one entry"))
            .status,
        303);
    EXPECT_EQ(
        mina.post(
                "/office/2014/slate/withhold",
                minutes({{"slot", number(small) + "." +
                                      service_.value<std::string>("select cast(max(id) as text) from tier") +
                                      ".1"}},
                        "Only one entry"))
            .status,
        303);
}

TEST_F(a_small_category, is_merged_with_a_new_tally_and_a_public_note) {
    EXPECT_TRUE(mina.get(url).says("Efficiency"));
    EXPECT_EQ(mina.post(url, form(laid_.category, small, "x")).status, 422) << "it is not small";
    EXPECT_EQ(mina.post(url, form(small, small, "x")).status, 422);
    EXPECT_TRUE(mina.post(url, form(small, laid_.category, "")).has("public_note-error"));
    ASSERT_EQ(mina.post(url, form(small, laid_.category, "Efficiency was merged into Services.")).status,
              303);
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
    announce(jun, mina, hash);
    EXPECT_TRUE(anyone.get("/editions/2014/winners").says("Efficiency was merged into Services."));
}

}  // namespace
