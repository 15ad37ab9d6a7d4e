// A rehearsal: what can be said of it without playing by eye. No figure here is a fact about real judges.
#include "judging/rehearsal.hpp"

#include <gtest/gtest.h>

#include "judging/quick_values.hpp"
#include "judging/rehearsed_edition.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {
namespace {

rehearsal_rules usual_rehearsal(int editions) {
    rehearsal_rules rules;
    rules.rules = workflow::default_rules();
    for (int order = 1; order <= 3; ++order) rules.tiers.push_back(made_up::prize(order, order));
    rules.editions = editions;
    return rules;
}

// One criterion on a scale so fine that rounding hides nothing, and nobody errs.
rehearsal_rules rehearsal_without_error(int editions) {
    auto rules = usual_rehearsal(editions);
    rules.rules.rubric.criteria = {made_up::criterion("merit", 10000, 0, 100'000'000)};
    rules.rules.tie_ladder.clear();
    rules.people.noise = rules.people.own_noise = rules.people.severity = rules.people.home_bias = 0;
    rules.people.dropouts = rules.people.recusals = 0;
    return rules;
}

bool are_apart(const estimate& lower, const estimate& higher) {
    return *lower.high < *higher.low;
}

TEST(rehearsal, the_seed_decides_everything) {
    auto rules = usual_rehearsal(5);
    const auto shares = [&] {
        std::vector<double> all;
        for (const auto& each : rehearse(rules).assignments) all.push_back(*each.best_wins.number);
        return all;
    };
    const auto once = shares();
    EXPECT_EQ(once, shares());
    rules.seed = 2;
    EXPECT_NE(once, shares());
}

TEST(rehearsal, an_edition_is_the_same_however_many_are_played) {
    const auto few = make_up_edition(usual_rehearsal(2), 2), many = make_up_edition(usual_rehearsal(900), 2);
    EXPECT_EQ(few.biased, many.biased);
    EXPECT_NE(few.biased, make_up_edition(usual_rehearsal(2), 1).biased);
}

TEST(rehearsal, without_noise_severity_and_bias_the_truly_best_always_wins) {
    const auto played = rehearse(rehearsal_without_error(10));
    for (const auto& each : played.assignments) {
        EXPECT_EQ(each.best_wins.number, 1.0);
        EXPECT_EQ(each.all_right.number, 1.0);
        EXPECT_EQ(each.people_decide_the_first.number, 0.0);
        for (const auto& line : each.lines) EXPECT_EQ(line.tied.number, 0.0);
    }
}

TEST(rehearsal, more_judges_find_the_best_more_often) {
    const auto played = rehearse(usual_rehearsal(60));
    const auto& all = played.assignments.front();
    for (std::size_t at = 1; at < played.assignments.size(); ++at) {
        const auto& thinner = played.assignments[at];
        EXPECT_GE(*played.assignments[at - 1].best_wins.high, *thinner.best_wins.low);
        EXPECT_LT(thinner.cards_per_judge, played.assignments[at - 1].cards_per_judge);
    }
    EXPECT_TRUE(are_apart(played.assignments.back().best_wins, all.best_wins));
}

TEST(rehearsal, the_defaults_give_the_expected_orders_of_magnitude) {
    auto rules = usual_rehearsal(200);
    rules.judges_per_entry = {std::nullopt, 3};
    const auto played = rehearse(rules);
    EXPECT_NEAR(*played.assignments[0].best_wins.number, 0.70, 0.06);
    EXPECT_NEAR(*played.assignments[1].best_wins.number, 0.55, 0.06);
    EXPECT_NEAR(*played.assignments[0].lines.back().place_shared.number, 0.20, 0.06);
    EXPECT_LT(*played.assignments[0].lines.back().tied.number,
              *played.assignments[0].lines.back().place_shared.number);
}

TEST(rehearsal, barring_same_country_judges_removes_home_bias) {
    auto rules = usual_rehearsal(100);
    rules.people.home_bias = 5;
    rules.judges_per_entry = {std::nullopt};
    const auto played = rehearse(rules);
    EXPECT_TRUE(played.home_bias[0].barred);
    EXPECT_EQ(played.home_bias[0].winner_changes.number, 0.0);
    EXPECT_GT(*played.home_bias[1].winner_changes.low, 0.05);
    EXPECT_LT(*played.home_bias[1].best_wins.number, *played.home_bias[0].best_wins.number);
}

// Everybody gives everything the same score: each line is tied, and nobody but people can say who wins.
TEST(rehearsal, equal_scores_are_ties_that_only_people_end) {
    auto rules = rehearsal_without_error(3);
    rules.people.quality = rules.people.own_quality = 0;
    rules.rules.tie_ladder = workflow::default_rules().tie_ladder;
    const auto played = rehearse(rules);
    const auto& all = played.assignments.front();
    EXPECT_EQ(all.people_decide_the_first.number, 1.0);
    for (const auto& line : all.lines) {
        EXPECT_EQ(line.tied.number, 1.0);
        EXPECT_EQ(line.ending.people.number, 1.0);
    }
    EXPECT_NEAR(*all.best_wins.number, 5.0 / 68, 1e-2);
}

TEST(rehearsal, endings_of_ties_sum_to_one) {
    const auto played = rehearse(usual_rehearsal(20));
    for (const auto& each : played.assignments)
        for (const auto& line : each.lines) {
            ASSERT_TRUE(line.ending.people.number);
            EXPECT_NEAR(*line.ending.key_criterion.number + *line.ending.head_to_head.number +
                            *line.ending.shared.number + *line.ending.people.number,
                        1.0, 1e-12);
        }
}

// The quick values order as the tally does, ties included, by every method.
TEST(rehearsal, quick_values_order_as_the_tally) {
    auto rules = usual_rehearsal(1);
    rules.entries = 20;
    rules.categories = 2;
    const auto criteria_used = rules.rules.rubric.criteria;
    for (int number = 1; number <= 6; ++number) {
        const auto made = make_up_edition(rules, number);
        const auto cards = play_cards(rules, made, assign_rehearsed(rules, made, 4, true, number));
        tally_input input;
        input.rules = rules_for_tally(rules.rules);
        input.entries = made.entries;
        std::vector<entry_id> everyone;
        for (const auto& each : made.entries) everyone.push_back(each.entry);
        input.sheets = sheets_of(made, cards, made.biased, criteria_used, everyone);
        const auto table = tabulate(made, cards, made.biased, whole_units(criteria_used));
        for (const auto method : {workflow::tally_method::mean, workflow::tally_method::trimmed_mean,
                                  workflow::tally_method::median, workflow::tally_method::borda,
                                  workflow::tally_method::adjusted}) {
            input.rules.method = method;
            const auto exact = tally(input);
            const auto quick = quick_values({method, input.rules.trim, input.rules.minimum_entries_per_judge},
                                            table, made.categories);
            ASSERT_EQ(exact.has_value(), quick.has_value());
            if (!exact) continue;
            for (std::size_t at = 0; at < made.categories.size(); ++at) {
                std::vector<std::vector<entry_id>> order;
                for (const auto& group : quick_order(made.categories[at], *quick)) {
                    order.emplace_back();
                    for (const auto place : group) order.back().push_back(made.entries[place].entry);
                }
                std::vector<std::vector<entry_id>> wanted;
                for (const auto& place : exact->categories[at].places) {
                    wanted.push_back(place.entries);
                    std::ranges::sort(wanted.back());
                }
                EXPECT_EQ(order, wanted);
            }
        }
    }
}

// Wilson's interval of 7 of 10, by hand: (0.7 + 0.19207) / 1.38415 less and more 0.24784.
TEST(rehearsal, wilson_interval_of_seven_in_ten) {
    const auto share = share_of(7, 10, 0.95);
    EXPECT_NEAR(*share.number, 0.7, 1e-12);
    EXPECT_NEAR(*share.low, 0.396778, 1e-5);
    EXPECT_NEAR(*share.high, 0.892209, 1e-5);
    EXPECT_EQ(share_of(0, 10, 0.95).low, 0.0);
    EXPECT_FALSE(share_of(0, 0, 0.95).number);
}

TEST(rehearsal, names_what_cannot_be_played) {
    auto rules = usual_rehearsal(1);
    EXPECT_TRUE(check(rules).empty());
    rules.people.dropouts = 1.5;
    rules.judges = 0;
    EXPECT_EQ(check(rules).size(), 2u);
    EXPECT_THROW(rehearse(rules), std::invalid_argument);
}

}  // namespace
}  // namespace judging
