#include "judging/resampling.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/methods.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tally_method;

namespace {

resampling resample(const tally_input& input, std::vector<int> places = {1}, interval_rules intervals = {}) {
    places_above_lines lines;
    for (const auto& each : input.entries) lines[each.category] = places;
    return resample_judges(input, counted_values(input), lines, {}, intervals);
}

tally_input judged_by(int judges, int entries = 3) {
    std::vector<std::vector<int>> rows(static_cast<std::size_t>(entries));
    for (int e = 0; e < entries; ++e)
        for (int j = 0; j < judges; ++j)
            rows[static_cast<std::size_t>(e)].push_back(1 + (3 * e + 5 * j) % 10);
    return table(rows);
}

double chance_of(const resampling& found, std::int64_t number, int places = 1) {
    for (const auto& category : found.categories)
        for (const auto& one : category.chances)
            if (one.entry == entry(number) && one.places == places) return one.chance;
    return 0;
}

// The same by brute force: every panel in its order, judge by judge, through tally() itself.
struct counted_places {
    std::map<entry_id, std::map<int, double>> best, worst;
    std::map<entry_id, double> above_first, seen;
    double panels = 0;
};

void count_panel(const tally_input& input, const std::vector<std::vector<sheet>>& seats,
                 counted_places& counted) {
    auto panel = input;
    panel.sheets.clear();
    std::int64_t name = 1;
    for (const auto& sheets : seats) {
        for (auto one : sheets) one.judge = judge(name), panel.sheets.push_back(one);
        ++name;
    }
    const auto result = tally(panel);
    if (!result) return;
    counted.panels += 1;
    for (const auto& ranking : result->categories)
        for (const auto& place : ranking.places)
            for (const auto each : place.entries) {
                const int size = static_cast<int>(place.entries.size());
                counted.best[each][place.rank] += 1;
                counted.worst[each][place.rank + size - 1] += 1;
                counted.seen[each] += 1;
                if (place.rank == 1) counted.above_first[each] += 1.0 / size;
            }
}

counted_places count_all_panels(const tally_input& input) {
    std::map<judge_id, std::vector<sheet>> by_judge;
    for (const auto& one : input.sheets)
        if (one.standing == standing::counted) by_judge[one.judge].push_back(one);
    std::vector<std::vector<sheet>> judges;
    for (auto& [who, sheets] : by_judge) judges.push_back(std::move(sheets));
    counted_places counted;
    std::vector<std::size_t> seats(judges.size(), 0);
    while (true) {
        std::vector<std::vector<sheet>> sitting;
        for (const auto seat : seats) sitting.push_back(judges[seat]);
        count_panel(input, sitting, counted);
        std::size_t at = 0;
        while (at < seats.size() && ++seats[at] == judges.size()) seats[at++] = 0;
        if (at == seats.size()) return counted;
    }
}

int quantile(const std::map<int, double>& places, double wanted) {
    double sum = 0;
    for (const auto& [place, ways] : places)
        if ((sum += ways) >= wanted) return place;
    return places.rbegin()->first;
}

}  // namespace

TEST(resampling, J9_all_panels_of_up_to_nine_judges_are_enumerated) {
    EXPECT_EQ(resample(judged_by(2)).panels, 3);
    EXPECT_EQ(resample(judged_by(7)).panels, 1716);
    EXPECT_EQ(resample(judged_by(9)).panels, 24310);
    EXPECT_TRUE(resample(judged_by(9)).enumerated);
    EXPECT_EQ(resample(judged_by(10), {1}, {0.95, 300, 1}).panels, 300);
    EXPECT_FALSE(resample(judged_by(10)).enumerated);
}

TEST(resampling, J9_drawn_panels_come_from_the_seed_alone) {
    EXPECT_EQ(resample(judged_by(12), {1}, {0.9, 200, 5}), resample(judged_by(12), {1}, {0.9, 200, 5}));
    EXPECT_NE(resample(judged_by(12), {1}, {0.9, 200, 5}), resample(judged_by(12), {1}, {0.9, 200, 6}));
}

// Two judges: both first, both second, or one of each, with 1/4, 1/4 and 1/2.
TEST(resampling, J9_two_judges_who_do_not_agree) {
    const auto found = resample(table({{9, 3}, {5, 6}}));  // 6 and 5.5
    EXPECT_NEAR(chance_of(found, 1), 0.75, 1e-12);
    EXPECT_NEAR(chance_of(found, 2), 0.25, 1e-12);
    EXPECT_EQ(found.categories[0].intervals[0], (rank_interval{entry(1), 1, 2, 1}));
}

TEST(resampling, J9_a_tie_counts_in_part_on_both_sides_of_a_line) {
    const auto found = resample(table({{7, 7}, {7, 7}, {2, 2}}));
    EXPECT_NEAR(chance_of(found, 1), 0.5, 1e-12);
    EXPECT_NEAR(chance_of(found, 3), 0.0, 1e-12);
    EXPECT_EQ(found.categories[0].intervals[1], (rank_interval{entry(2), 1, 2, 1}));
    EXPECT_EQ(found.categories[0].intervals[2], (rank_interval{entry(3), 3, 3, 1}));
}

TEST(resampling, J9_says_why_there_is_none) {
    EXPECT_EQ(resample(table({{7}, {6}})).because, not_to_be_had::one_judge_only);
    EXPECT_EQ(resample(table({{0}, {0}})).because, not_to_be_had::no_counted_sheet);
    auto thin = table({{7, 6, 0}, {0, 5, 4}});  // without judge 2 there is nothing in common
    thin.rules.method = tally_method::adjusted;
    thin.rules.minimum_entries_per_judge = 1;
    EXPECT_EQ(resample(thin).because, not_to_be_had::resamples_not_connected);
}

RC_GTEST_PROP(resampling, J9_is_what_brute_force_gives_by_every_method, ()) {
    auto input = *any_edition();
    input.rules.method = *rc::gen::element(tally_method::mean, tally_method::trimmed_mean,
                                           tally_method::median, tally_method::borda, tally_method::adjusted);
    input.rules.minimum_entries_per_judge = 1;
    const interval_rules loose{0.05, 1, 1};  // no share of refused panels is too much
    const auto found = resample(input, {1}, loose);
    const auto counted = count_all_panels(input);
    if (found.because) return;
    for (const auto& category : found.categories)
        for (const auto& one : category.intervals) {
            const double seen = counted.seen.at(one.entry), tail = 0.475 * seen;
            RC_ASSERT(std::abs(one.seen - seen / counted.panels) < 1e-9);
            RC_ASSERT(one.best == quantile(counted.best.at(one.entry), tail));
            RC_ASSERT(one.worst == quantile(counted.worst.at(one.entry), seen - tail));
        }
    for (const auto& [each, ways] : counted.above_first)
        RC_ASSERT(std::abs(chance_of(found, workflow::value(each)) - ways / counted.panels) < 1e-9);
}

// Of a complete table severities change no order; also where values are fractions of many digits.
TEST(resampling, J8_adjusted_sees_the_same_ties_as_the_mean_whatever_the_unit) {
    tally_input input;
    input.rules.criteria = {criterion("a", 3331, 1, 100), criterion("b", 3343, 1, 100),
                            criterion("c", 3326, 1, 100)};
    input.rules.incomplete = incomplete_sheet::use_what_is_there;
    // Three sheets of different denominators, in each order of the judges.
    const std::vector<std::map<std::string, int>> sheets{
        {{"a", 91}, {"c", 40}}, {{"a", 82}, {"b", 63}}, {{"a", 77}, {"b", 51}, {"c", 95}}};
    for (std::size_t e = 0; e < 3; ++e) {
        input.entries.push_back({entry(static_cast<int>(e) + 1), category(1)});
        for (std::size_t j = 0; j < 3; ++j) {
            sheet one{judge(static_cast<int>(j) + 1), entry(static_cast<int>(e) + 1), standing::counted, {}};
            for (const auto& [key, score] : sheets[(e + j) % 3]) one.scores[key] = score;
            input.sheets.push_back(std::move(one));
        }
    }
    auto adjusted = input;
    adjusted.rules.method = tally_method::adjusted;
    EXPECT_EQ(resample(adjusted).categories, resample(input).categories);
}

}  // namespace judging
