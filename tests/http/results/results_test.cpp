// The pages of the result through the whole service: J7, P3, P4, T3, and what bad input gets.
#include "server/store/panel.hpp"
#include "tests/http/results/ground.hpp"

using tests::browser;
using tests::fields;
using tests::results_pages;

namespace {

TEST_F(results_pages, P3_the_whole_way_and_nothing_of_it_is_public_before_the_announcement) {
    lay();
    browser mina(service_), jun(service_), anyone(service_), city(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_), city.sign_in_as(laid_.applicants[0]);
    const auto hash = build(mina);
    const auto tally = mina.get("/office/2014/tally?category=" + number(laid_.category));
    EXPECT_EQ(tally.status, 200);
    EXPECT_TRUE(tally.says("City1: Project 1")) << tally.text();
    EXPECT_TRUE(tally.says("8.00")) << tally.text();
    const auto overview = mina.get("/office/2014/tally");
    EXPECT_TRUE(overview.says("Best: 1. City1: Project 1")) << overview.text();
    EXPECT_TRUE(overview.says("Clear")) << overview.text();
    EXPECT_EQ(mina.get("/office/2014/tally?category=999999").status, 404);
    EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    const auto before_the_second = jun.get("/office/2014/ratify");
    EXPECT_TRUE(before_the_second.says("Letters to winners")) << before_the_second.text();
    EXPECT_TRUE(before_the_second.says("Letters to the other cities")) << before_the_second.text();
    EXPECT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    EXPECT_EQ(service_.value<std::string>("select state from edition"), "decided");
    EXPECT_FALSE(anyone.get("/editions/2014/winners").has("City1"));
    EXPECT_FALSE(city.get("/my/entries/" + number(laid_.entries[0])).says("Best"));
    const auto announcement = jun.get("/office/2014/announce");
    EXPECT_TRUE(announcement.says("City1")) << announcement.text();
    EXPECT_TRUE(announcement.says("Letters to winners")) << announcement.text();
    EXPECT_EQ(jun.post("/office/2014/announce", {{"hash", hash}, {"typed_year", "2013"}}).status, 422);
    announce(jun, mina, hash);
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
    EXPECT_TRUE(tie.says("It found no difference.")) << tie.text();
    EXPECT_TRUE(tie.says("It waits for people.")) << tie.text();
    EXPECT_EQ(mina.post(url, minutes({})).status, 422);
    fields votes;
    for (const auto judge : laid_.judges)
        votes.emplace_back("vote." + number(judge), number(laid_.entries[1]));
    EXPECT_EQ(mina.post(url, minutes(votes)).status, 303);
    EXPECT_TRUE(mina.get(url).says("It decided."));
    EXPECT_EQ(mina.post("/office/2014/slate").status, 303);
    EXPECT_TRUE(mina.get("/office/2014/decisions").says("The panel decided so"));
}

TEST_F(results_pages, P4_a_correction_makes_a_new_certificate_and_keeps_what_was_announced) {
    lay();
    browser mina(service_), jun(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    announce(jun, mina, hash);
    const auto url = "/office/2014/corrections/" + number(laid_.entries[0]);
    EXPECT_EQ(jun.get(url).status, 200);
    EXPECT_EQ(
        jun.post(url,
                 minutes(
                     {{"action", "names"}, {"city", "Málaga"}, {"country", "Spain"}, {"title", "Project 1"}}))
            .status,
        303);
    EXPECT_TRUE(jun.get("/office/2014/corrections").says("Málaga"));
    EXPECT_TRUE(jun.get("/office/2014/certificates").says("Superseded"));
    EXPECT_EQ(tests::done_by_two(service_, jun, mina, url, minutes({{"action", "revoke"}})).status, 303);
    EXPECT_TRUE(jun.get("/office/2014/corrections").says("Revoked"));
}

TEST_F(results_pages, P4_a_prize_that_somebody_holds_is_given_again_only_as_a_shared_one) {
    lay();
    browser mina(service_), jun(service_), anyone(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    announce(jun, mina, hash);
    const auto best = service_.value<workflow::tier_id>("select id from tier where key = 'best'");
    const auto url = "/office/2014/corrections/" + number(laid_.entries[2]);
    EXPECT_TRUE(jun.get(url).says("shared with City1"));
    const auto give = [&](const std::string& prize) {
        return jun
            .post(url, minutes({{"action", "promote"}, {"prize", prize}, {"public_note", "By appeal."}}))
            .status;
    };
    EXPECT_EQ(give(number(best) + ".1"), 422) << "not without saying so";
    ASSERT_EQ(give(number(best) + ".1.shared"), 303);
    EXPECT_TRUE(anyone.get("/editions/2014/winners").says("Shared prize. By appeal."));
    EXPECT_EQ(shared_certificates(), 2) << "the one that was issued before, too";
    EXPECT_TRUE(jun.get("/office/2014/decisions").says("Yes, with who holds it already"));
    ASSERT_EQ(tests::done_by_two(service_, jun, mina, "/office/2014/corrections/" + number(laid_.entries[0]),
                                 minutes({{"action", "revoke"}}))
                  .status,
              303);
    EXPECT_FALSE(anyone.get("/editions/2014/winners").says("Shared prize")) << "City3 is left alone";
    EXPECT_EQ(shared_certificates(), 0);
    EXPECT_THAT(jun.get("/office/2014/stage-list.csv").body, testing::HasSubstr("\"Project 3\",\"\"\r"));
}

TEST_F(results_pages, P4_a_corrected_name_of_a_city_is_corrected_on_each_of_its_certificates) {
    lay();
    service_.run(
        "update entry set city_id = (select city_id from entry where id = :first), place = 2 where id = "
        ":second",
        {{"first", laid_.entries[0]}, {"second", laid_.entries[1]}});
    browser mina(service_), jun(service_);
    mina.sign_in_as(mina_), jun.sign_in_as(jun_);
    const auto hash = build(mina);
    mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    announce(jun, mina, hash);
    ASSERT_EQ(
        jun.post("/office/2014/corrections/" + number(laid_.entries[0]),
                 minutes(
                     {{"action", "names"}, {"city", "Málaga"}, {"country", "Spain"}, {"title", "Project 1"}}))
            .status,
        303);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from certificate where state = 'superseded'"), 2);
    EXPECT_EQ(service_.value<std::int64_t>(
                  "select count(*) from certificate where state = 'issued' and body like '%Málaga%'"),
              2);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from prize where printed_city = 'Málaga'"), 2);
    EXPECT_EQ(
        service_.value<std::string>("select title from entry where id = :id", {{"id", laid_.entries[1]}}),
        "Project 2");
}

TEST_F(results_pages, a_conflict_found_later_voids_a_scorecard_with_both_tallies_shown) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto card = service_.value<workflow::scorecard_id>("select min(id) from scorecard");
    EXPECT_EQ(mina.get("/office/2014/tally/entries/" + number(laid_.entries[0])).status, 200);
    EXPECT_EQ(mina.get("/office/2014/tally/scorecards/" + number(card)).status, 200);
    EXPECT_EQ(
        mina.post("/office/2014/tally/scorecards/" + number(card), minutes({{"action", "make_void"}})).status,
        303);
    EXPECT_TRUE(mina.get("/office/2014/tally").says("What the last tally changed"));
}

TEST_F(results_pages, a_reopened_scorecard_is_locked_as_it_stands_or_voided_when_its_judge_does_not_answer) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto decide = [&](workflow::scorecard_id card, const std::string& action) {
        return mina.post("/office/2014/tally/scorecards/" + number(card), minutes({{"action", action}}))
            .status;
    };
    const auto state = [&](workflow::scorecard_id card) {
        return service_.value<std::string>("select state from scorecard where id = :id", {{"id", card}});
    };
    const auto confirmed = [&](workflow::scorecard_id card) {
        return service_.value<std::string>(
            "select encode(submitted_hash, 'hex') from scorecard where id = :id", {{"id", card}});
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

class an_appeal : public results_pages {
protected:
    an_appeal() {
        lay();
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        city.sign_in_as(laid_.applicants[3]), other.sign_in_as(laid_.applicants[0]);
        entry = "/my/entries/" + number(laid_.entries[3]), mine = entry + "/appeal";
        hash = build(mina);
        mina.post("/office/2014/ratify", {{"hash", hash}}), jun.post("/office/2014/ratify", {{"hash", hash}});
    }
    void announce() { results_pages::announce(jun, mina, hash); }
    void lodge() {
        ASSERT_EQ(
            city.post(mine, {{"ground", "procedure"}, {"body", "A judge of our country scored it."}}).status,
            303);
    }
    browser mina{service_}, jun{service_}, city{service_}, other{service_};
    std::string entry, mine, hash;
};

TEST_F(an_appeal, is_lodged_once_in_its_window) {
    EXPECT_EQ(city.get(mine).status, 404) << "P3: there is no result yet";
    announce();
    EXPECT_TRUE(city.get(entry).says("Appeal against the result"));
    EXPECT_EQ(other.get(mine).status, 404);
    const auto empty = city.post(mine, {{"ground", "taste"}, {"body", ""}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_TRUE(empty.has("ground-error"));
    EXPECT_TRUE(empty.has("body-error"));
    lodge();
    EXPECT_EQ(city.post(mine, {{"ground", "fact"}, {"body", "Again"}}).status, 409);
    EXPECT_EQ(service_.letters_to("city4@example.org").back().occasion, "appeal_received");
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "attention_wanted");
    service_.run("update edition set announced_at = announced_at - interval '31 days'");
    EXPECT_FALSE(city.get(entry).says("Appeal against the result"));
    EXPECT_TRUE(city.get(mine).says("Appeals could be lodged until"));
}

TEST_F(an_appeal, is_settled_by_somebody_who_did_not_judge) {
    announce();
    lodge();
    const auto appeal =
        "/office/2014/appeals/" + service_.value<std::string>("select cast(id as text) from appeal");
    EXPECT_TRUE(mina.get("/office/2014/appeals").says("City4: Project 4"));
    service_.with_database([&](store::database& db) {
        const auto judge =
            tests::judge_built{.edition = laid_.edition, .person = jun_, .name = "Jun"}.put(db);
        store::note_judge_left(db, {{workflow::role::secretariat, mina_}, laid_.edition}, judge, "No time");
    });
    EXPECT_EQ(jun.get(appeal).status, 401) << "T5: the end of a right ends the sessions";
    jun.sign_in_as(jun_);
    EXPECT_TRUE(jun.get(appeal).says("You judge or judged in this edition"));
    const auto settled = minutes({{"outcome", "upheld"}, {"answer", "You are right."}});
    EXPECT_EQ(jun.post(appeal, settled).status, 403);
    EXPECT_EQ(mina.post(appeal, minutes({{"outcome", ""}, {"answer", ""}})).status, 422);
    ASSERT_EQ(mina.post(appeal, settled).status, 303);
    EXPECT_EQ(mina.post(appeal, settled).status, 409);
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from decision where kind = 'appeal'"), 1);
    EXPECT_EQ(service_.letters_to("city4@example.org").back().occasion, "appeal_settled");
    const auto told = city.get(entry);
    EXPECT_TRUE(told.says("The appeal was upheld")) << told.text();
    EXPECT_TRUE(told.says("You are right.")) << told.text();
}

TEST_F(results_pages, bad_input_gets_the_form_back_and_nothing_for_others) {
    lay();
    browser mina(service_), city(service_);
    mina.sign_in_as(mina_), city.sign_in_as(laid_.applicants[0]);
    mina.post("/office/2014/tally", {{"cause", "Judging was closed"}});
    const auto kept = mina.post("/office/2014/slate/tiers",
                                {{"adds", "tier"}, {"name", "Most Promising"}, {"per_category", "many"}});
    EXPECT_EQ(kept.status, 422);
    EXPECT_EQ(kept.value_of("name"), "Most Promising");
    EXPECT_TRUE(kept.says("Give the reason for the decision"));
    EXPECT_EQ(
        mina.post("/office/2014/slate/tiers", {{"name", "\xff"}, {"reason", "x"}, {"per_category", "1"}})
            .status,
        422);
    EXPECT_EQ(mina.post("/office/2014/slate", {{"force", "yes"}}).status, 400);
    EXPECT_EQ(mina.post_bare("/office/2014/slate", {}).status, 403);
    EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", "0"}}).status, 409);
    EXPECT_EQ(mina.get("/office/2014/announce").status, 404);
    EXPECT_EQ(mina.get("/office/2014/ties/999999").status, 404);
    EXPECT_EQ(city.get("/office/2014/tally").status, 404);
    EXPECT_EQ(city.get("/office/2014/slate").status, 404);
}

}  // namespace
