#include "judging/assignment.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

std::map<entry_id, int> judges_by_entry(const assignment& made) {
    std::map<entry_id, int> counts;
    for (const auto& pair : made.pairs) ++counts[pair.entry];
    return counts;
}

std::pair<int, int> least_and_most(const assignment& made) {
    int least = std::numeric_limits<int>::max(), most = 0;
    for (const auto& each : made.loads) {
        least = std::min(least, each.entries);
        most = std::max(most, each.entries);
    }
    return {least, most};
}

bool has(const assignment& made, std::int64_t of_judge, std::int64_t of_entry) {
    return std::ranges::any_of(made.pairs, [&](const auto& pair) {
        return pair.judge == judge(of_judge) && pair.entry == entry(of_entry);
    });
}

}  // namespace

TEST(assignment, J3_by_default_every_judge_has_every_entry_without_a_conflict) {
    auto input = entries_and_judges(68, 7);
    input.barred = {{judge(2), entry(5)}, {judge(3), entry(5)}};
    const auto made = assign(input);
    EXPECT_EQ(made.pairs.size(), 68u * 7 - 2);
    EXPECT_FALSE(has(made, 2, 5));
    EXPECT_TRUE(made.gaps.empty());
    EXPECT_TRUE(is_connected(made));
    EXPECT_TRUE(covers_every_entry(made));
    EXPECT_EQ(made.pairs[0].reason, pair_reason::every_judge);
}

TEST(assignment, J3_three_judges_each_are_balanced_and_connected) {
    const auto made = assign(entries_and_judges(68, 7, 3));
    for (const auto& [each, count] : judges_by_entry(made)) EXPECT_EQ(count, 3);
    EXPECT_EQ(least_and_most(made), (std::pair{29, 30}));  // 204 pairs over seven judges
    EXPECT_TRUE(is_connected(made));
}

TEST(assignment, J3_infeasible_says_which_entry_and_why) {
    auto input = entries_and_judges(2, 3);
    input.barred = {{judge(1), entry(1)}};
    input.judges[1].identity_verified = false;
    input.judges[2].capacity = 0;
    const auto made = assign(input);
    EXPECT_FALSE(covers_every_entry(made));
    ASSERT_EQ(made.gaps.size(), 2u);
    EXPECT_EQ(made.gaps[0].entry, entry(1));
    EXPECT_EQ(made.gaps[0].has, 0);
    EXPECT_EQ(made.gaps[0].others, (std::vector<absent_judge>{{judge(1), absence::barred},
                                                              {judge(2), absence::identity_not_verified},
                                                              {judge(3), absence::at_capacity}}));
}

TEST(assignment, J3_an_alternate_steps_in_only_below_the_minimum) {
    auto input = entries_and_judges(3, 4);
    input.judges[3].is_alternate = true;
    input.barred = {{judge(1), entry(2)}};
    const auto made = assign(input);
    EXPECT_TRUE(covers_every_entry(made));
    EXPECT_TRUE(has(made, 4, 2));
    EXPECT_FALSE(has(made, 4, 1));
    EXPECT_FALSE(has(made, 4, 3));
}

TEST(assignment, J3_expertise_is_used_where_the_loads_stay_even) {
    auto input = entries_and_judges(4, 2, 1);
    input.rules.minimum_per_entry = 1;
    for (auto& each : input.entries) each.category = category(1 + workflow::value(each.entry) % 2);
    input.judges[0].expertise = {category(1)};
    input.judges[1].expertise = {category(2)};
    const auto made = assign(input);
    EXPECT_TRUE(has(made, 1, 2));
    EXPECT_TRUE(has(made, 1, 4));
    EXPECT_TRUE(has(made, 2, 1));
    EXPECT_TRUE(has(made, 2, 3));
    // One judge each gives two groups; one more pair links them.
    EXPECT_TRUE(is_connected(made));
    EXPECT_EQ(std::ranges::count(made.pairs, pair_reason::link, &assigned_pair::reason), 1);
    input.rules.expertise = expertise_rule::required;
    EXPECT_EQ(assign(input).groups.size(), 2u);
}

TEST(assignment, J3_a_judge_who_drops_out_leaves_started_pairs_alone) {
    const auto before = assign(entries_and_judges(20, 6, 3));
    auto input = entries_and_judges(20, 6, 3);
    for (const auto& pair : before.pairs)
        input.standing.push_back({pair.judge, pair.entry, workflow::value(pair.entry) % 2 == 0});
    input.judges.pop_back();
    const auto after = assign(input);
    for (const auto& pair : before.pairs)
        if (pair.judge != judge(6)) {
            EXPECT_TRUE(has(after, workflow::value(pair.judge), workflow::value(pair.entry)));
        }
    for (const auto& each : after.dropped) EXPECT_EQ(each.judge, judge(6));
    for (const auto& [each, count] : judges_by_entry(after)) EXPECT_EQ(count, 3);
}

TEST(assignment, J1_a_started_pair_with_a_conflict_found_later_is_dropped) {
    auto input = entries_and_judges(3, 4);
    input.standing = {{judge(1), entry(1), true}};
    input.barred = {{judge(1), entry(1)}};
    const auto made = assign(input);
    EXPECT_FALSE(has(made, 1, 1));
    EXPECT_EQ(made.dropped, input.standing);
}

TEST(assignment, J3_only_the_seed_makes_a_difference) {
    auto input = entries_and_judges(30, 7, 3);
    auto other = input;
    other.entries = shuffled(input.entries, 1);
    other.judges = shuffled(input.judges, 2);
    EXPECT_EQ(assign(input), assign(other));
    other.rules.seed = 2014;
    EXPECT_NE(assign(input), assign(other));
}

RC_GTEST_PROP(any_assignment, J3_respects_conflicts_capacity_and_the_minimum, ()) {
    auto input =
        entries_and_judges(*rc::gen::inRange(1, 12), *rc::gen::inRange(1, 7), *rc::gen::inRange(1, 5));
    input.rules.minimum_per_entry = *rc::gen::inRange(1, 4);
    input.rules.seed = *rc::gen::arbitrary<std::uint32_t>();
    for (auto& one : input.judges)
        if (*rc::gen::inRange(0, 3) == 0) one.capacity = *rc::gen::inRange(0, 6);
    for (const auto& each : input.entries)
        for (const auto& one : input.judges)
            if (*rc::gen::inRange(0, 5) == 0) input.barred.push_back({one.judge, each.entry});
    const auto made = assign(input);
    for (const auto& pair : made.pairs)
        RC_ASSERT(std::ranges::find(input.barred, barred_pair{pair.judge, pair.entry}) == input.barred.end());
    for (std::size_t i = 0; i < input.judges.size(); ++i)
        RC_ASSERT(!input.judges[i].capacity || made.loads[i].entries <= *input.judges[i].capacity);
    auto counts = judges_by_entry(made);
    for (const auto& each : input.entries) {
        const auto gap = std::ranges::find(made.gaps, each.entry, &assignment_gap::entry);
        RC_ASSERT((gap != made.gaps.end()) == (counts[each.entry] < std::max(*input.rules.judges_per_entry,
                                                                             input.rules.minimum_per_entry)));
    }
}

// Every assignment of two judges each, without capacities: no other has more even loads.
TEST(assignment, J3_is_optimal_against_every_other_assignment) {
    auto input = entries_and_judges(5, 4, 2);
    input.rules.minimum_per_entry = 2;
    input.barred = {{judge(1), entry(1)}, {judge(1), entry(2)}, {judge(2), entry(3)}, {judge(1), entry(4)}};
    const std::vector<std::pair<int, int>> choices{{1, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}, {3, 4}};
    const auto barred = [&](int j, int e) {
        return std::ranges::find(input.barred, barred_pair{judge(j), entry(e)}) != input.barred.end();
    };
    int least = std::numeric_limits<int>::max();
    for (int code = 0; code < 6 * 6 * 6 * 6 * 6; ++code) {
        std::array<int, 5> loads{};
        bool possible = true;
        for (int e = 1, rest = code; e <= 5; ++e, rest /= 6) {
            const auto [left, right] = choices[static_cast<std::size_t>(rest % 6)];
            possible = possible && !barred(left, e) && !barred(right, e);
            ++loads[static_cast<std::size_t>(left)], ++loads[static_cast<std::size_t>(right)];
        }
        int squares = 0;
        for (const int load : loads) squares += load * load;
        if (possible) least = std::min(least, squares);
    }
    int squares = 0;
    for (const auto& each : assign(input).loads) squares += each.entries * each.entries;
    EXPECT_EQ(squares, least);
}

}  // namespace judging
