// What a judge who drops out leaves behind, through the whole service.
#include "tests/http/office/conflicts_ground.hpp"

namespace tests {
namespace {

using testing::HasSubstr;

TEST_F(office_conflicts, a_judge_drops_out_and_what_is_unfinished_is_excused_with_the_reason) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto alt = add_judge("Alt", "CA", part::alternate);
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    service_.run("update judge set capacity = 1 where id = :id", {{"id", eva.id}});
    start_judging();
    score_one(kim, paris, 9);
    const auto ask = office.get(panel(kim, "/leave"));
    EXPECT_EQ(ask.status, 200);
    EXPECT_TRUE(ask.says("not finished are excused with the reason: 1.")) << ask.text();
    EXPECT_TRUE(ask.says("that are submitted: 1.")) << ask.text();
    const auto silent = office.post(panel(kim, "/leave"), {{"reason", ""}});
    EXPECT_EQ(silent.status, 422);
    EXPECT_TRUE(silent.says("Give a reason."));
    const auto eva_has_seoul = state_of(eva, seoul) != "none";
    const auto left = office.post(panel(kim, "/leave"), {{"reason", "Fell ill"}});
    ASSERT_EQ(left.status, 303) << left.text();
    EXPECT_EQ(state_of(kim, seoul), "excused");
    EXPECT_EQ(state_of(kim, paris), "submitted");
    EXPECT_EQ(service_.value<std::string>("select reason from scorecard where state = 'excused'"),
              "Fell ill");
    // One of the two entries has two judges left besides Kim, the other one judge and the alternate.
    EXPECT_EQ(state_of(alt, seoul), eva_has_seoul ? "none" : "assigned");
    EXPECT_EQ(state_of(alt, paris), "none") << "what Kim finished there counts";
    EXPECT_EQ(letters("judging_open", "alt@example.org"), eva_has_seoul ? 0 : 1);
    EXPECT_EQ(office.get(panel(kim, "/leave")).status, 303);
    browser judge(service_);
    judge.sign_in_as(kim.person);
    EXPECT_EQ(judge.get("/judging/2014").status, 404);
}

TEST_F(office_conflicts, a_judge_drops_out_an_alternate_steps_in_and_is_told_or_the_gap_is_shown) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    const auto alt = add_judge("Alt", "FR", part::alternate);
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    ASSERT_EQ(state_of(alt, seoul), "none");
    const auto left = office.follow(office.post(panel(kim, "/leave"), {{"reason", "Fell ill"}}));
    EXPECT_TRUE(left.says("too few judges now")) << left.text();
    EXPECT_EQ(state_of(alt, seoul), "assigned");
    EXPECT_EQ(state_of(alt, paris), "none") << "the same country bars the alternate";
    EXPECT_EQ(letters("judging_open", "alt@example.org"), 1);
    EXPECT_TRUE(office.get("/office/2014/judging").says("which is below the minimum"))
        << office.get("/office/2014/judging").text();
}

class a_drop_out : public office_conflicts {
protected:
    // Kim finishes one entry of two and leaves; the page of the tally from "both runs" on.
    std::string tally_of(workflow::dropout_policy policy) {
        lay([&](auto&, auto& rules) { rules.dropout = policy; });
        const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
        add_entry("Seoul", "KR");
        const auto paris = add_entry("Paris", "FR");
        start_judging();
        score_one(kim, paris, 9);
        score(ann, 6), score(eva, 6);
        EXPECT_EQ(office.post(panel(kim, "/leave"), {{"reason", "Fell ill"}}).status, 303);
        EXPECT_EQ(move("close_judging").status, 303);
        EXPECT_EQ(office.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
        return office.get("/office/2014/tally").text();
    }
    std::string both_runs(workflow::dropout_policy policy) {
        const auto tally = tally_of(policy);
        return tally.substr(std::min(tally.rfind("both runs"), tally.size()));
    }
};

TEST_F(a_drop_out, stays_in_the_tables_of_judges_which_say_that_the_judge_left) {
    EXPECT_THAT(tally_of(workflow::dropout_policy::keep_locked), HasSubstr("Judge Kim, who left the panel"));
    EXPECT_TRUE(office.get("/office/2014/judging").says("Judge Kim, who left the panel"));
    const auto paris = service_.value<std::string>(
        "select cast(e.id as text) from entry e join city c on c.id = e.city_id where c.official_name = "
        "'Paris'");
    const auto cards = office.get("/office/2014/tally/entries/" + paris);
    EXPECT_TRUE(cards.says("Kim, who left the panel")) << cards.text();
}

// (9 + 6 + 6) / 3 with Kim, 6 without.
TEST_F(a_drop_out, keeps_what_was_finished_by_the_rules_and_shows_the_other_run) {
    EXPECT_THAT(both_runs(workflow::dropout_policy::keep_locked),
                HasSubstr("Project of Paris Value by the rules 7.00 Value by the other rule 6.00 Rank by the "
                          "rules 1 Rank by the other rule 1"));
}

TEST_F(a_drop_out, voids_unfinished_categories_by_the_rules_and_shows_the_other_run) {
    EXPECT_THAT(both_runs(workflow::dropout_policy::void_unfinished),
                HasSubstr("Project of Paris Value by the rules 6.00 Value by the other rule 7.00 Rank by the "
                          "rules 1 Rank by the other rule 1"));
}

}  // namespace
}  // namespace tests
