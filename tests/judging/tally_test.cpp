#include "judging/tally.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/judging/made_up.hpp"
#include "workflow/names.hpp"
#include "workflow/state_sets.hpp"

namespace judging {

using namespace made_up;
using workflow::tally_method;

namespace {

std::string order_of(const tally_result& result, std::int64_t in = 1) {
    std::string text;
    for (const auto& ranking : result.categories)
        if (ranking.category == category(in))
            for (const auto& place : ranking.places) {
                text += (text.empty() ? "" : " ") + std::to_string(place.rank) + ":";
                for (const auto each : place.entries) text += " " + std::to_string(workflow::value(each));
            }
    return text;
}

std::vector<tally_fault> faults_of(const tally_input& input) {
    const auto answer = tally(input);
    std::vector<tally_fault> faults;
    if (!answer)
        for (const auto& each : answer.error()) faults.push_back(each.fault);
    return faults;
}

const entry_tally& line_of(const tally_result& result, std::int64_t number) {
    return *std::ranges::find(result.entries, entry(number), &entry_tally::entry);
}

}  // namespace

TEST(fraction, J6_shown_half_away_from_zero) {
    EXPECT_EQ(show(fraction(17, 2), 0), "9");
    EXPECT_EQ(show(fraction(-17, 2), 0), "-9");
    EXPECT_EQ(show(fraction(2, 3), 2), "0.67");
    EXPECT_EQ(show(fraction(-1, 1000), 2), "0.00");
    EXPECT_EQ(show(fraction(1005, 1000), 2), "1.01");
    EXPECT_EQ(show(fraction(8), 2), "8.00");
}

TEST(fraction, J6_written_exactly_in_lowest_terms) {
    EXPECT_EQ(write_exactly(fraction(-6, 4)), "-3/2");
    EXPECT_EQ(write_exactly(fraction(8, 4)), "2");
    EXPECT_EQ(write_exactly(fraction(0)), "0");
}

TEST(tally, J6_worked_example_of_the_readme) {
    tally_input input;
    input.rules.criteria = {criterion("impact", 4000), criterion("technology", 3500),
                            criterion("reach", 2500)};
    for (int e = 1; e <= 3; ++e) input.entries.push_back({entry(e), category(1)});
    const auto add = [&](int j, int e, int impact, int technology, int reach, standing how) {
        input.sheets.push_back(
            {judge(j), entry(e), how, {{"impact", impact}, {"technology", technology}, {"reach", reach}}});
    };
    add(1, 1, 8, 7, 9, standing::counted);
    add(2, 1, 6, 8, 7, standing::counted);
    add(3, 1, 9, 9, 9, standing::recused);
    add(1, 2, 7, 8, 7, standing::counted);
    add(2, 2, 8, 7, 7, standing::counted);
    add(3, 2, 7, 7, 8, standing::counted);
    add(1, 3, 9, 8, 7, standing::counted);
    add(2, 3, 7, 6, 8, standing::counted);
    add(3, 3, 8, 6, 6, standing::counted);
    const auto result = tally(input).value();
    EXPECT_EQ(line_of(result, 1).value, fraction(297, 40));
    EXPECT_EQ(line_of(result, 2).value, fraction(22, 3));
    EXPECT_EQ(line_of(result, 3).value, fraction(437, 60));
    EXPECT_EQ(show(*line_of(result, 1).value, 2), "7.43");
    EXPECT_EQ(line_of(result, 1).counts, (sheet_counts{3, 3, 2, 1, 0, 0}));
    EXPECT_EQ(order_of(result), "1: 1 2: 2 3: 3");
}

TEST(tally, J6_every_scorecard_stands_somewhere_but_the_outstanding) {
    for (const auto& [state, name] : workflow::all_of<workflow::scorecard_state>)
        EXPECT_EQ(standing_of(state).has_value(), !is_among(state, workflow::scorecard_states::outstanding))
            << name;
}

TEST(tally, J6_recusal_shrinks_the_denominator) {
    auto input = table({{8, 6, 1}, {7, 7, 7}});
    input.sheets[2].standing = standing::recused;
    const auto result = tally(input).value();
    EXPECT_EQ(line_of(result, 1).value, fraction(7));
    EXPECT_EQ(order_of(result), "1: 1 2");
}

TEST(tally, J6_missing_is_never_zero) {
    tally_input input;
    input.rules.criteria = {criterion("impact", 7500), criterion("reach", 2500)};
    input.entries = {{entry(1), category(1)}};
    input.sheets = {{judge(1), entry(1), standing::counted, {{"impact", 8}, {"reach", std::nullopt}}},
                    {judge(2), entry(1), standing::counted, {{"impact", 6}, {"reach", 6}}}};
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::sheet_incomplete});
    input.rules.incomplete = incomplete_sheet::use_what_is_there;
    EXPECT_EQ(line_of(tally(input).value(), 1).value, fraction(7));
    input.rules.incomplete = incomplete_sheet::leave_out;
    const auto line = line_of(tally(input).value(), 1);
    EXPECT_EQ(line.value, fraction(6));
    EXPECT_EQ(line.counts, (sheet_counts{2, 2, 1, 0, 1, 0}));
}

TEST(tally, J6_compared_before_rounding) {
    // 7 + 1/3 and 7 + 1/4: equal when shown without decimals, not equal.
    const auto result = tally(table({{7, 7, 8, 0}, {7, 7, 7, 8}})).value();
    EXPECT_EQ(show(*line_of(result, 1).value, 0), show(*line_of(result, 2).value, 0));
    EXPECT_EQ(order_of(result), "1: 1 2: 2");
}

TEST(tally, J6_ties_share_a_rank_and_the_next_is_skipped) {
    EXPECT_EQ(order_of(tally(table({{7, 7}, {9, 9}, {6, 8}, {1, 2}})).value()), "1: 2 2: 1 3 4: 4");
}

TEST(tally, J6_different_scales_are_put_on_0_to_100) {
    tally_input input;
    input.rules.criteria = {criterion("impact", 5000, 1, 5), criterion("reach", 5000, 0, 10)};
    input.entries = {{entry(1), category(1)}};
    input.sheets = {{judge(1), entry(1), standing::counted, {{"impact", 4}, {"reach", 3}}}};
    EXPECT_EQ(line_of(tally(input).value(), 1).value, fraction(105, 2));  // (75 + 30) / 2
}

TEST(tally, J6_trimmed_mean_median_and_borda) {
    auto input = table({{10, 6, 6, 7}, {5, 7, 7, 7}});
    input.rules.method = tally_method::trimmed_mean;
    EXPECT_EQ(order_of(tally(input).value()), "1: 2 2: 1");
    EXPECT_EQ(line_of(tally(input).value(), 1).value, fraction(13, 2));
    input.rules.method = tally_method::median;
    EXPECT_EQ(line_of(tally(input).value(), 1).value, fraction(13, 2));
    EXPECT_EQ(line_of(tally(input).value(), 2).value, fraction(7));
    input.rules.method = tally_method::borda;
    EXPECT_EQ(line_of(tally(input).value(), 1).value, fraction(3, 8));  // 1, 0, 0 and a half
    EXPECT_EQ(line_of(tally(input).value(), 2).value, fraction(5, 8));
}

TEST(tally, J9_says_why_an_entry_has_no_value) {
    auto input = table({{7, 8}, {0, 0}});
    EXPECT_EQ(line_of(tally(input).value(), 2).why_unranked, no_value::no_counted_sheet);
    EXPECT_TRUE(line_of(tally(input).value(), 2).below_minimum);
    input.rules.method = tally_method::trimmed_mean;
    EXPECT_EQ(line_of(tally(input).value(), 1).why_unranked, no_value::too_few_sheets_to_trim);
    input.rules.method = tally_method::borda;
    EXPECT_EQ(line_of(tally(input).value(), 1).why_unranked, no_value::no_judge_compared_it);
}

TEST(tally, J5_a_delta_of_the_panel_is_added_and_shown) {
    auto input = table({{7, 7}, {7, 8}});
    input.deltas = {{entry(1), 75}};
    const auto result = tally(input).value();
    EXPECT_EQ(line_of(result, 1).from_sheets, fraction(7));
    EXPECT_EQ(line_of(result, 1).value, fraction(31, 4));
    EXPECT_EQ(order_of(result), "1: 1 2: 2");
}

TEST(tally, J6_refuses_inputs_that_are_not_fit) {
    auto input = table({{7, 8}});
    input.rules.criteria = {criterion("merit", 9900)};
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::weights_do_not_sum});
    input = table({{7, 11}});
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::score_off_scale});
    input = table({{7, 8}});
    input.sheets.push_back(merit(1, 1, 7));
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::sheet_twice});
    input.sheets.back() = merit(1, 9, 7);
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::entry_unknown});
    input.sheets.back() = {judge(3), entry(1), standing::recused, {{"charm", 3}}};
    EXPECT_EQ(faults_of(input), std::vector{tally_fault::criterion_unknown});
}

TEST(tally, J8_a_severe_judge_harms_nobody_when_adjusted) {
    // Judge 3 is two points below the others and sees entry 1 only of the two best: raw 2 > 1, truly 1 > 2.
    auto input = table({{9, 9, 7}, {8, 9, 0}, {5, 5, 3}});
    EXPECT_EQ(order_of(tally(input).value()), "1: 2 2: 1 3: 3");
    input.rules.method = tally_method::adjusted;
    const auto result = tally(input).value();
    EXPECT_EQ(order_of(result), "1: 1 2: 2 3: 3");
    fraction sum = 0;
    for (const auto& each : result.severities) sum += each.points;
    EXPECT_EQ(sum, fraction(0));
    EXPECT_LT(result.severities[2].points, fraction(0));
}

TEST(tally, J8_refuses_by_name) {
    auto input = table({{7, 8, 0, 0}, {6, 7, 0, 0}, {0, 0, 7, 8}, {0, 0, 6, 5}});
    input.rules.method = tally_method::adjusted;
    const auto apart = tally(input);
    ASSERT_FALSE(apart);
    ASSERT_EQ(apart.error().size(), 2u);
    EXPECT_EQ(apart.error()[0], (tally_problem{tally_fault::judges_not_connected, judge(1), {}, {}}));
    EXPECT_EQ(apart.error()[1], (tally_problem{tally_fault::judges_not_connected, judge(3), {}, {}}));
    input = table({{7, 8}, {6, 0}});
    input.rules.method = tally_method::adjusted;
    EXPECT_EQ(tally(input).error(),
              std::vector{(tally_problem{tally_fault::judge_has_too_few_entries, judge(2), {}, {}})});
}

TEST(tally, a_conflict_found_after_scoring_shows_the_difference) {
    const auto input = table({{9, 6}, {7, 7}});
    auto voided = input;
    voided.sheets[0].standing = standing::voided;
    const auto changes = compare_tallies(tally(input).value(), tally(voided).value());
    ASSERT_EQ(changes.size(), 2u);
    EXPECT_EQ(changes[0], (tally_change{entry(1), fraction(15, 2), fraction(6), 1, 2}));
    EXPECT_EQ(changes[1].rank_after, 1);
}

TEST(scorecard, a_judge_who_drops_out_leaves_by_the_rule_fixed_beforehand) {
    const std::vector<judged_entry> entries{
        {entry(1), category(1)}, {entry(2), category(1)}, {entry(3), category(2)}};
    const std::vector sheets{merit(1, 1, 7), merit(1, 2, 7, standing::excused), merit(1, 3, 7),
                             merit(2, 1, 7)};
    EXPECT_EQ(after_drop_out(sheets, entries, judge(1), workflow::dropout_policy::keep_locked), sheets);
    auto voided = sheets;
    voided[0].standing = standing::voided;
    EXPECT_EQ(after_drop_out(sheets, entries, judge(1), workflow::dropout_policy::void_unfinished), voided);
}

TEST(scorecard, conservation_is_broken_by_a_sheet_that_got_lost) {
    auto input = table({{7, 8}, {6, 5}});
    const auto assigned = sheets_by_entry(input);
    EXPECT_TRUE(list_out_of_balance(tally(input).value(), assigned).empty());
    input.sheets.pop_back();
    EXPECT_EQ(list_out_of_balance(tally(input).value(), assigned), std::vector{entry(2)});
}

// Ten entries, five judges, one recusal. R 4.2.2: lm(y ~ entry + judge), the judges' coefficients less their
// mean.
TEST(tally, J8_severities_are_those_of_R) {
    auto input = table({{7, 5, 7, 5, 5},
                        {7, 8, 8, 6, 6},
                        {0, 8, 7, 5, 7},
                        {10, 8, 9, 6, 7},
                        {5, 5, 5, 4, 2},
                        {6, 7, 7, 6, 5},
                        {7, 5, 7, 6, 5},
                        {8, 7, 6, 8, 6},
                        {8, 8, 7, 7, 6},
                        {10, 8, 8, 9, 9}});
    input.rules.method = tally_method::adjusted;
    const auto result = tally(input);
    const std::vector<fraction> expected{{13, 15}, {11, 60}, {23, 60}, {-31, 60}, {-11, 12}};
    for (std::size_t at = 0; at < expected.size(); ++at)
        EXPECT_EQ(result->severities[at].points, expected[at]);
}

}  // namespace judging
