// Two windows on one scorecard (J4): what one changed the other does not undo, and what both changed waits
// for a choice.
#include "tests/http/judge/ground.hpp"

namespace {

using tests::fields;
using tests::right;

class two_windows : public tests::judging_http {
protected:
    int score_of(const std::string& criterion) {
        return here.ask<int>("select value from score where criterion = :c", {{"c", criterion}});
    }
    tests::reply autosave_by_key(const std::string& field, const std::string& value, int version,
                                 const std::string& key) {
        return post(features::autosave_scorecard, right::score, card,
                    {{"field", field}, {"value", value}, {"version", std::to_string(version)}, {"key", key}});
    }
};

TEST_F(two_windows, J4_different_fields_are_both_saved_and_the_older_window_is_told) {
    ASSERT_TRUE(has(autosave("score.impact", "2", 1), R"("version":3)"));
    ASSERT_TRUE(has(autosave("score.impact", "5", 3), R"("version":4)"));
    const auto other = autosave("score.reach", "4", 3);
    EXPECT_EQ(other.status, 200) << other.body;
    EXPECT_TRUE(has(other, R"("version":5)")) << other.body;
    EXPECT_TRUE(has(other, R"("changed":{"score.impact":"5"})")) << other.body;
    EXPECT_EQ(score_of("impact"), 5);
}

TEST_F(two_windows, J4_a_newer_score_is_not_replaced_by_an_old_page_that_is_sent) {
    ASSERT_EQ(autosave("score.impact", "2", 1).status, 200);
    ASSERT_EQ(autosave("score.impact", "5", 3).status, 200);
    const auto sent = post(features::save_scorecard, right::score, card,
                           {{"version", "3"}, {"score.impact", "2"}, {"score.reach", "4"}});
    EXPECT_EQ(sent.status, 303) << sent.body;
    EXPECT_EQ(score_of("impact"), 5) << "the old page showed a 2, and nobody chose it there";
    EXPECT_EQ(score_of("reach"), 4);
}

TEST_F(two_windows, J4_what_both_changed_waits_for_a_choice_and_the_rest_is_saved) {
    ASSERT_EQ(autosave("score.impact", "2", 1).status, 200);
    ASSERT_EQ(autosave("score.impact", "5", 3).status, 200);
    const auto sent = post(features::save_scorecard, right::score, card,
                           {{"version", "3"}, {"score.impact", "3"}, {"score.reach", "4"}});
    EXPECT_EQ(sent.status, 409);
    EXPECT_EQ(score_of("impact"), 5);
    EXPECT_EQ(score_of("reach"), 4);
    const auto chosen =
        post(features::save_scorecard, right::score, card, {{"version", "5"}, {"score.impact", "3"}});
    EXPECT_EQ(chosen.status, 303);
    EXPECT_EQ(score_of("impact"), 3);
}

TEST_F(two_windows, J4_the_same_request_sent_again_is_known_by_its_key) {
    ASSERT_EQ(autosave_by_key("score.impact", "2", 1, "key-of-the-two").status, 200);
    ASSERT_EQ(autosave("score.impact", "5", 3).status, 200);
    const auto late = autosave_by_key("score.impact", "2", 1, "key-of-the-two");
    EXPECT_EQ(late.status, 200) << late.body;
    EXPECT_TRUE(has(late, R"("changed":{"score.impact":"5"})")) << late.body;
    EXPECT_EQ(score_of("impact"), 5);
    const auto form = post(features::save_scorecard, right::score, card,
                           {{"version", "1"}, {"key", "key-of-the-two"}, {"score.impact", "2"}});
    EXPECT_EQ(form.status, 303) << form.body;
    EXPECT_EQ(score_of("impact"), 5);
}

}  // namespace
