#include "judging/views.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/evidence.hpp"
#include "judging/methods.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tally_method;

namespace {

slate_input one_prize_and_a_second(const tally_input& input) {
    slate_input asked;
    asked.rankings = tally(input)->categories;
    asked.tiers = {prize(1, 1), prize(2, 2)};
    asked.ties.criteria = input.rules.criteria;
    asked.ties.sheets = input.sheets;
    return asked;
}

evidence evidence_of(const tally_input& input) {
    evidence_facts facts;
    facts.proposal = propose_slate(one_prize_and_a_second(input));
    return gather_evidence(input, facts);
}

const view& view_without_judge(const evidence& found, std::int64_t number) {
    return *std::ranges::find_if(found.views,
                                 [&](const auto& one) { return one.name.judge == judge(number); });
}

std::vector<entry_id> first_of(const view& by) {
    return by.categories.front().places.front().entries;
}

bool has(const tier_finding& finding, doubt why) {
    return std::ranges::count(finding.doubts, why) > 0;
}

}  // namespace

TEST(views, J9_all_agree_and_the_prize_is_clear) {
    const auto found = evidence_of(table({{9, 9, 10}, {7, 7, 8}, {5, 4, 5}, {2, 2, 3}}));
    ASSERT_EQ(found.tiers.size(), 2u);
    EXPECT_TRUE(found.tiers[0].is_clear);
    EXPECT_TRUE(found.tiers[1].is_clear);
    EXPECT_TRUE(found.tiers[0].co_leaders.empty());
    EXPECT_TRUE(found.tiers[0].views.empty());
}

TEST(views, J9_one_judge_who_decides_is_named) {
    // 7.67 and 7.33; judge 1 alone puts the first in front.
    const auto found = evidence_of(table({{10, 6, 7}, {6, 8, 8}, {2, 2, 2}}));
    EXPECT_FALSE(found.tiers[0].is_clear);
    EXPECT_TRUE(has(found.tiers[0], doubt::one_judge_decides));
    EXPECT_EQ(first_of(view_without_judge(found, 1)), std::vector{entry(2)});
    const auto& named = found.tiers[0].views;
    EXPECT_TRUE(std::ranges::any_of(named, [](const auto& one) {
        return one.view.judge == judge(1) && one.claimants == std::vector{entry(2)};
    }));
}

TEST(views, J9_another_method_that_disagrees_is_named) {
    const auto found = evidence_of(table({{10, 6, 7}, {6, 8, 8}, {2, 2, 2}}));  // median 7 and 8
    EXPECT_TRUE(has(found.tiers[0], doubt::another_method_disagrees));
    EXPECT_TRUE(std::ranges::any_of(found.tiers[0].views,
                                    [](const auto& one) { return one.view.method == tally_method::median; }));
}

TEST(views, J9_entries_that_cannot_be_told_apart_at_a_line_lead_together) {
    const auto found = evidence_of(table({{8, 7, 9}, {8, 8, 7}, {2, 2, 2}}));
    EXPECT_TRUE(has(found.tiers[0], doubt::not_told_apart));
    ASSERT_EQ(found.tiers[0].co_leaders.size(), 2u);
    EXPECT_EQ(found.tiers[0].co_leaders[0].entry, entry(1));
    // Both get a prize of the two, and the third never comes near: the lower line is sharp.
    EXPECT_TRUE(found.tiers[1].co_leaders.empty());
}

TEST(views, J7_an_open_tie_is_the_first_doubt) {
    const auto found = evidence_of(table({{8, 7}, {7, 8}, {2, 2}}));
    EXPECT_EQ(found.tiers[0].doubts.front(), doubt::open);
    EXPECT_TRUE(has(found.tiers[1], doubt::open));
}

TEST(views, J9_with_one_judge_nothing_is_clear) {
    const auto found = evidence_of(table({{8}, {7}, {2}}));
    EXPECT_EQ(found.tiers[0].doubts, std::vector{doubt::not_examined});
    EXPECT_EQ(view_without_judge(found, 1).because, not_to_be_had::one_judge_only);
}

TEST(views, J9_a_criterion_left_out_is_shown_and_no_reason) {
    tally_input input;
    input.rules.criteria = {criterion("impact", 6000), criterion("reach", 4000)};
    for (int e = 1; e <= 3; ++e) input.entries.push_back({entry(e), category(1)});
    const std::map<int, std::pair<int, int>> given{{1, {9, 6}}, {2, {7, 8}}, {3, {2, 2}}};
    for (const auto& [e, scores] : given)
        for (int j = 1; j <= 3; ++j)
            input.sheets.push_back({judge(j),
                                    entry(e),
                                    standing::counted,
                                    {{"impact", scores.first}, {"reach", scores.second}}});
    const auto found = evidence_of(input);
    EXPECT_TRUE(found.tiers[0].is_clear);
    ASSERT_EQ(found.tiers[0].views.size(), 1u);
    EXPECT_EQ(found.tiers[0].views[0].view.criterion, "impact");
    EXPECT_EQ(found.tiers[0].views[0].claimants, std::vector{entry(2)});
    const auto lone = evidence_of(table({{8, 8}, {7, 7}}));
    EXPECT_EQ(lone.views.back().because, not_to_be_had::one_criterion_only);
}

TEST(views, J9_a_prize_below_a_line_in_doubt_goes_to_who_is_not_chosen_above) {
    const auto found = evidence_of(table({{8, 7, 9}, {8, 8, 7}, {2, 2, 2}}));
    ASSERT_TRUE(has(found.tiers[0], doubt::not_told_apart));
    EXPECT_FALSE(found.tiers[1].is_clear) << "the same two wait for the first prize";
    // The two are the two who get a prize, whichever comes first: a third prize is clear.
    auto asked = one_prize_and_a_second(table({{8, 7, 9}, {8, 8, 7}, {2, 2, 2}, {1, 1, 1}}));
    const auto three = table({{8, 7, 9}, {8, 8, 7}, {2, 2, 2}, {1, 1, 1}});
    asked.tiers.push_back(prize(3, 3));
    evidence_facts facts;
    facts.proposal = propose_slate(asked);
    EXPECT_TRUE(gather_evidence(three, facts).tiers[2].is_clear);
}

TEST(views, J9_a_line_above_is_a_reason_of_its_own) {
    const std::vector<proposed_tier> tiers{{category(1), tier(1), 0, 1, false, {entry(1)}},
                                           {category(1), tier(2), 1, 1, false, {entry(2)}},
                                           {category(1), tier(3), 2, 1, false, {entry(3)}}};
    resampling looked;
    looked.categories = {{category(1), {}, {{entry(1), 1, 0.6}, {entry(2), 1, 0.4}}}};
    const auto found = examine_tiers(tiers, {}, looked, {}, 0.95);
    EXPECT_EQ(found[0].doubts, std::vector{doubt::not_told_apart});
    EXPECT_EQ(found[1].doubts, std::vector{doubt::line_above});
    EXPECT_TRUE(found[2].is_clear);
}

TEST(views, J9_the_only_entry_of_a_category_is_clear) {
    auto input = table({{9, 9, 8}, {7, 6, 7}, {5, 4, 5}});
    input.entries[2].category = category(2);
    auto asked = one_prize_and_a_second(input);
    evidence_facts facts;
    facts.proposal = propose_slate(asked);
    for (const auto& one : gather_evidence(input, facts).tiers)
        if (one.proposed.category == category(2)) EXPECT_TRUE(one.is_clear);
}

TEST(views, J8_a_view_that_refuses_says_so_and_disagrees_with_nothing) {
    auto input = table({{8, 8, 0, 0}, {6, 6, 0, 0}, {0, 0, 4, 4}, {0, 0, 2, 2}});
    const auto found = evidence_of(input);
    const auto adjusted = std::ranges::find_if(
        found.views, [](const auto& one) { return one.name.method == tally_method::adjusted; });
    EXPECT_EQ(adjusted->because, not_to_be_had::tally_refused);
}

TEST(views, P2_a_withheld_prize_moves_the_places_of_the_next) {
    auto asked = one_prize_and_a_second(table({{9, 9, 10}, {7, 7, 8}, {5, 4, 5}}));
    asked.withheld = {{category(1), tier(1), 1, "no worthy entry"}};
    const auto tiers = list_proposed_tiers(propose_slate(asked), {});
    ASSERT_EQ(tiers.size(), 1u);
    EXPECT_EQ(tiers[0], (proposed_tier{category(1), tier(2), 0, 1, false, {entry(1)}}));
}

TEST(views, P4_a_winner_who_withdrew_is_in_no_view) {
    auto input = table({{9, 9, 10}, {7, 7, 8}, {5, 4, 5}, {2, 2, 2}});
    auto asked = one_prize_and_a_second(input);
    evidence_facts facts;
    facts.withdrawn = asked.withdrawn = {{entry(1), reopened_slot::next_of_the_order, "withdrew"}};
    facts.proposal = propose_slate(asked);
    const auto found = gather_evidence(input, facts);
    EXPECT_EQ(found.tiers[0].proposed.entries, std::vector{entry(2)});
    EXPECT_TRUE(found.tiers[0].is_clear);
    facts.withdrawn = asked.withdrawn = {{entry(1), reopened_slot::vacant, "withdrew"}};
    facts.proposal = propose_slate(asked);
    const auto vacant = gather_evidence(input, facts);
    EXPECT_EQ(vacant.tiers[0].proposed.entries, std::vector{entry(1)});
    EXPECT_TRUE(vacant.tiers[1].is_clear);
}

// A view agrees exactly when some way of breaking its ties gives the proposed entries: tried out on all ways.
RC_GTEST_PROP(views, J9_agreeing_means_that_some_order_of_the_ties_gives_the_tier, ()) {
    const auto sizes = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(1, 4));
    category_ranking ranking{category(1), {}, {}};
    std::vector<entry_id> all;
    for (const int size : sizes) {
        place here{static_cast<int>(all.size()) + 1, fraction(-static_cast<int>(all.size())), {}};
        for (int at = 0; at < size; ++at) {
            all.push_back(entry(static_cast<std::int64_t>(all.size()) + 1));
            here.entries.push_back(all.back());
        }
        ranking.places.push_back(here);
    }
    const int count = static_cast<int>(all.size());
    const int before = *rc::gen::inRange(0, count), places = *rc::gen::inRange(1, count - before + 1);
    auto chosen = shuffled(all, *rc::gen::arbitrary<unsigned>());
    chosen.resize(static_cast<std::size_t>(places));
    const proposed_tier tier{category(1), tier_id{1}, before, places, false, chosen};
    const view by{{view_kind::another_method, tally_method::median, {}, {}}, {ranking}, {}};
    const auto found = examine_tiers(std::vector{tier}, std::vector{by}, {}, {}, 0.95);
    // Each group's order is free: the tier can be had if each group's share of the places can be filled so.
    std::ranges::sort(chosen);
    bool possible = false;
    std::vector<entry_id> order = all;
    const std::function<void(std::size_t)> permute = [&](std::size_t group) {
        if (group == ranking.places.size()) {
            std::vector<entry_id> given(order.begin() + before, order.begin() + before + places);
            std::ranges::sort(given);
            possible = possible || given == chosen;
            return;
        }
        const auto from = order.begin() + ranking.places[group].rank - 1;
        const auto to = from + static_cast<std::ptrdiff_t>(ranking.places[group].entries.size());
        std::sort(from, to);
        do permute(group + 1);
        while (std::next_permutation(from, to));
    };
    permute(0);
    RC_ASSERT(possible == found[0].views.empty());
}

}  // namespace judging
