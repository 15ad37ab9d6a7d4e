// What an assignment aims at, against every other one that the rules allow (J3).
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "judging/assignment.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

// For each entry how many of its judges do not know its category, the worst-off first.
std::vector<int> strangers_of(const assignment_input& input, const std::vector<assigned_pair>& pairs) {
    std::map<entry_id, int> counts;
    for (const auto& each : input.entries) counts[each.entry] = 0;
    for (const auto& pair : pairs) {
        const auto in = std::ranges::find(input.entries, pair.entry, &judged_entry::entry)->category;
        const auto& known = std::ranges::find(input.judges, pair.judge, &available_judge::judge)->expertise;
        counts[pair.entry] += !std::ranges::count(known, in);
    }
    std::vector<int> sorted;
    for (const auto& [each, count] : counts) sorted.push_back(count);
    std::ranges::sort(sorted, std::greater<>());
    return sorted;
}

// Gaps below the minimum and below what is wanted, each entry's further gap weighing more than the one
// before.
std::pair<int, int> weigh_gaps(const assignment_input& input, const std::vector<assigned_pair>& pairs) {
    std::map<entry_id, int> counts;
    for (const auto& pair : pairs) ++counts[pair.entry];
    std::pair<int, int> weighed;
    const int wanted = *input.rules.judges_per_entry, minimum = input.rules.minimum_per_entry;
    for (const auto& each : input.entries)
        for (int gap = 1; gap <= wanted - counts[each.entry]; ++gap)
            if (gap <= wanted - minimum)
                weighed.second += gap;
            else
                weighed.first += gap - (wanted - minimum);
    return weighed;
}

assignment_input small_edition_with_experts() {
    auto input =
        entries_and_judges(*rc::gen::inRange(1, 4), *rc::gen::inRange(1, 5), *rc::gen::inRange(1, 4));
    input.rules.minimum_per_entry = *rc::gen::inRange(1, *input.rules.judges_per_entry + 1);
    for (auto& one : input.judges) {
        if (*rc::gen::arbitrary<bool>()) one.capacity = *rc::gen::inRange(1, 4);
        for (int c = 1; c <= 5; ++c)
            if (*rc::gen::arbitrary<bool>()) one.expertise.push_back(category(c));
    }
    for (const auto& each : input.entries)
        for (const auto& one : input.judges)
            if (*rc::gen::inRange(0, 6) == 0) input.barred.push_back({one.judge, each.entry});
    return input;
}

// Every set of pairs that the rules allow.
void for_each_assignment(const assignment_input& input,
                         const std::function<void(const std::vector<assigned_pair>&)>& look) {
    std::vector<assigned_pair> possible;
    for (const auto& each : input.entries)
        for (const auto& one : input.judges)
            if (!std::ranges::count(input.barred, barred_pair{one.judge, each.entry}))
                possible.push_back({each.entry, one.judge, {}});
    for (unsigned chosen = 0; chosen < 1u << possible.size(); ++chosen) {
        std::vector<assigned_pair> pairs;
        std::map<entry_id, int> of_entry;
        std::map<judge_id, int> of_judge;
        for (std::size_t at = 0; at < possible.size(); ++at)
            if (chosen >> at & 1) {
                pairs.push_back(possible[at]);
                ++of_entry[possible[at].entry], ++of_judge[possible[at].judge];
            }
        const bool fits =
            std::ranges::all_of(
                of_entry, [&](const auto& one) { return one.second <= *input.rules.judges_per_entry; }) &&
            std::ranges::all_of(input.judges, [&](const auto& one) {
                return !one.capacity || of_judge[one.judge] <= *one.capacity;
            });
        if (fits) look(pairs);
    }
}

// Pairs that only link groups come after the aims and are no part of them.
std::vector<assigned_pair> without_links(const assignment& made) {
    auto pairs = made.pairs;
    std::erase_if(pairs, [](const auto& pair) { return pair.reason == pair_reason::link; });
    return pairs;
}

}  // namespace

RC_GTEST_PROP(assignment_objective, J3_the_worst_off_entry_is_helped_first, ()) {
    auto input = small_edition_with_experts();
    input.rules.objective = assignment_objective::worst_off_first;
    const auto pairs = without_links(assign(input));
    const auto found = std::pair(weigh_gaps(input, pairs), strangers_of(input, pairs));
    for_each_assignment(input, [&](const auto& other) {
        RC_ASSERT(found <= std::pair(weigh_gaps(input, other), strangers_of(input, other)));
    });
}

RC_GTEST_PROP(assignment_objective, J3_else_loads_are_even_first_and_then_expertise_is_greatest, ()) {
    const auto input = small_edition_with_experts();
    const auto weigh = [&](const std::vector<assigned_pair>& pairs) {
        std::map<judge_id, int> loads;
        for (const auto& pair : pairs) ++loads[pair.judge];
        int squares = 0, strangers = 0;
        for (const auto& [one, load] : loads) squares += load * load;
        for (const int count : strangers_of(input, pairs)) strangers += count;
        return std::tuple(weigh_gaps(input, pairs), squares, strangers);
    };
    const auto found = weigh(without_links(assign(input)));
    for_each_assignment(input, [&](const auto& other) { RC_ASSERT(found <= weigh(other)); });
}

// Two entries of a category that two of four judges know: the best sum is four, whoever gets them.
TEST(assignment_objective, J3_no_entry_is_left_without_anybody_who_knows_its_category) {
    auto input = entries_and_judges(2, 4, 2);
    for (auto& each : input.entries) each.category = category(1);
    input.rules.minimum_per_entry = 2;
    for (auto& one : input.judges) one.capacity = 1;
    input.judges[0].expertise = input.judges[1].expertise = {category(1)};
    input.rules.objective = assignment_objective::worst_off_first;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        input.rules.seed = seed;
        EXPECT_EQ(strangers_of(input, assign(input).pairs), (std::vector{1, 1}));
    }
}

}  // namespace judging
