// E10: what is told of scores: every score that counted, and nothing that tells whose it is.
#include "judging/disclosure.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/judging/made_up.hpp"

namespace {

using namespace judging::made_up;
using judging::disclosed_scores;
using judging::fraction;
using judging::standing;

std::vector<disclosed_scores> disclosed(const judging::tally_input& input) {
    return judging::scores_to_disclose(input, judging::tally(input).value(), input.rules.criteria);
}

TEST(disclosure, E10_tells_scores_in_ascending_order_with_place_and_spread) {
    const auto told = disclosed(table({{7, 9, 5}, {8, 8, 8}, {2, 4, 3}}));
    ASSERT_EQ(told.size(), 3u);
    EXPECT_EQ(told[0].criteria.front().scores, (std::vector{5, 7, 9}));
    EXPECT_EQ(told[0].place, 2);
    EXPECT_EQ(told[0].of, 3);
    EXPECT_EQ(told[0].value, fraction(7));
    EXPECT_EQ(told[0].lowest, fraction(3));
    EXPECT_EQ(told[0].highest, fraction(8));
    EXPECT_EQ(judging::mean_of(told[2].criteria.front()), fraction(3));
}

TEST(disclosure, E10_tells_nothing_of_scorecards_that_do_not_count) {
    auto input = table({{7, 9}, {5, 6}});
    input.sheets.push_back(merit(3, 1, 1, standing::voided));
    input.sheets.push_back(merit(4, 1, 2, standing::recused));
    input.sheets[2].standing = input.sheets[3].standing = standing::voided;
    const auto told = disclosed(input);
    ASSERT_EQ(told.size(), 1u) << "the second entry has no scorecard that counts";
    EXPECT_EQ(told[0].criteria.front().scores, (std::vector{7, 9}));
    EXPECT_EQ(told[0].of, 1);
}

TEST(disclosure, the_criteria_come_in_the_rubrics_order) {
    auto input = table({{7}});
    input.rules.criteria = {criterion("merit", 5000), criterion("effect", 5000)};
    input.sheets.front().scores["effect"] = 3;
    const std::vector order{criterion("effect", 5000), criterion("merit", 5000)};
    const auto told = judging::scores_to_disclose(input, judging::tally(input).value(), order);
    EXPECT_EQ(told.front().criteria,
              (std::vector<judging::criterion_scores>{{"effect", {3}}, {"merit", {7}}}));
}

TEST(disclosure, nobody_scored_has_no_mean) {
    EXPECT_FALSE(judging::mean_of({"merit", {}}).has_value());
}

// Whoever gave which scores, and in whatever order the scorecards come: the same is told.
RC_GTEST_PROP(disclosure_of_any_edition, E10_does_not_tell_one_judge_from_another, ()) {
    const auto rows = *rc::gen::container<std::vector<std::vector<int>>>(
        3, rc::gen::container<std::vector<int>>(4, rc::gen::inRange(1, 11)));
    auto exchanged = rows;
    for (auto& row : exchanged) std::ranges::reverse(row);
    RC_ASSERT(disclosed(table(rows)) == disclosed(table(exchanged)));
}

}  // namespace
