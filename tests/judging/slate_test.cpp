#include "judging/slate.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tie_rung;

namespace {

slate_input from(const tally_input& input, std::vector<workflow::tier> tiers) {
    slate_input answer;
    answer.rankings = tally(input).value().categories;
    answer.tiers = std::move(tiers);
    answer.ties.ladder = {{tie_rung::head_to_head, ""}, {tie_rung::chair, ""}};
    answer.ties.criteria = input.rules.criteria;
    answer.ties.sheets = input.sheets;
    return answer;
}

// `1 2 - (3 4)`: one winner, another, none, two who share; `?` tied, `!` blocked.
std::string winners(const slate& proposal) {
    std::string text;
    for (const auto& here : proposal.slots) {
        if (!text.empty()) text += ' ';
        if (here.state == slot_state::filled)
            text += std::to_string(workflow::value(here.entries[0]));
        else if (here.state == slot_state::shared)
            text += "shared" + std::to_string(here.entries.size());
        else if (here.state == slot_state::tied)
            text += '?';
        else if (here.state == slot_state::blocked)
            text += '!';
        else
            text += '-';
    }
    return text;
}

std::vector<slate_fault> faults(const slate& proposal, const tally_input& input) {
    std::vector<slate_fault> list;
    for (const auto& each : check_slate(proposal, tally(input).value(), sheets_by_entry(input)))
        list.push_back(each.fault);
    return list;
}

const tally_input clear = table({{9, 9}, {8, 8}, {7, 7}, {6, 6}});
const std::vector best_and_outstanding{prize(1, 1), prize(2, 2)};
const std::vector three_tiers{prize(1, 1), prize(2, 2), prize(3, 3)};

}  // namespace

TEST(slate, P1_prizes_go_down_the_ranking_tier_by_tier) {
    const auto proposal = propose_slate(from(clear, {prize(2, 2), prize(1, 1)}));
    EXPECT_EQ(winners(proposal), "1 2");
    EXPECT_EQ(proposal.slots[0].tier, tier(1));
    EXPECT_TRUE(faults(proposal, clear).empty());
}

TEST(slate, P1_a_tier_added_after_judging_changes_nothing_above_it) {
    const auto before = propose_slate(from(clear, best_and_outstanding));
    const auto after = propose_slate(from(clear, three_tiers));
    EXPECT_EQ(winners(after), "1 2 3");
    const auto changes = compare_slates(before, after);
    ASSERT_EQ(changes.size(), 1u);
    EXPECT_EQ(changes[0].tier, tier(3));
    EXPECT_FALSE(changes[0].before);
}

TEST(slate, P2_withheld_uses_nobody_up_and_needs_a_reason) {
    auto input = from(clear, best_and_outstanding);
    input.withheld = {{category(1), tier(1), 1, "nothing of that rank"}};
    EXPECT_EQ(winners(propose_slate(input)), "- 1");
    EXPECT_TRUE(faults(propose_slate(input), clear).empty());
    input.withheld[0].reason.clear();
    EXPECT_EQ(faults(propose_slate(input), clear), std::vector{slate_fault::slot_without_reason});
}

TEST(slate, J7_a_tie_at_a_prize_line_blocks_what_hangs_on_it) {
    const auto tied = table({{9, 9}, {8, 8}, {8, 8}, {6, 6}});
    auto input = from(tied, three_tiers);
    EXPECT_EQ(winners(propose_slate(input)), "1 ? !");
    EXPECT_EQ(faults(propose_slate(input), tied),
              (std::vector{slate_fault::tie_unresolved, slate_fault::tie_unresolved}));
    input.ties.decisions = {{{{entry(3)}, {entry(2)}}}};
    EXPECT_EQ(winners(propose_slate(input)), "1 3 2");
    EXPECT_EQ(propose_slate(input).ties[0].tier, tier(2));
}

TEST(slate, J7_a_tie_within_one_tier_or_below_the_last_needs_no_ladder) {
    const auto tied = table({{9, 9}, {9, 9}, {8, 8}, {6, 6}, {6, 6}});
    const auto proposal = propose_slate(from(tied, {prize(1, 1, 2), prize(2, 2)}));
    EXPECT_EQ(winners(proposal), "1 2 3");
    EXPECT_TRUE(proposal.ties.empty());
}

TEST(slate, P2_two_winners_of_one_slot) {
    const auto tied = table({{9, 9}, {9, 9}, {7, 7}});
    auto input = from(tied, best_and_outstanding);
    input.ties.ladder.push_back({tie_rung::shared, ""});
    const auto proposal = propose_slate(input);
    EXPECT_EQ(winners(proposal), "shared2 3");
    EXPECT_EQ(proposal.slots[0].entries, (std::vector{entry(1), entry(2)}));
    EXPECT_TRUE(faults(proposal, tied).empty());
}

TEST(slate, P2_a_winner_who_withdraws_reopens_the_slot) {
    auto input = from(clear, best_and_outstanding);
    input.withdrawn = {{entry(1), reopened_slot::next_of_the_order, "project stopped"}};
    EXPECT_EQ(winners(propose_slate(input)), "2 3");
    input.withdrawn[0].then = reopened_slot::vacant;
    const auto proposal = propose_slate(input);
    EXPECT_EQ(winners(proposal), "- 2");
    EXPECT_EQ(proposal.slots[0].state, slot_state::vacant);
    EXPECT_EQ(proposal.slots[0].reason, "project stopped");
    EXPECT_TRUE(faults(proposal, clear).empty());
}

TEST(slate, P2_who_moves_up_is_read_from_the_approved_order_and_not_worked_out_again) {
    // A circle of three is settled by decision; without entry 2, a duel of 1 and 3 would say otherwise.
    const auto circle = table({{9, 7, 8}, {8, 9, 7}, {7, 8, 9}});
    auto input = from(circle, three_tiers);
    input.ties.decisions = {{{{entry(2)}, {entry(1)}, {entry(3)}}}};
    EXPECT_EQ(winners(propose_slate(input)), "2 1 3");
    input.withdrawn = {{entry(2), reopened_slot::next_of_the_order, "withdrew"}};
    EXPECT_EQ(winners(propose_slate(input)), "1 3 -");
}

TEST(slate, a_category_with_too_few_entries_is_flagged_and_blocks_only_its_empty_slot) {
    const auto small = table({{9, 9}, {8, 8}});
    const auto proposal = propose_slate(from(small, three_tiers));
    const auto problems = check_slate(proposal, tally(small).value(), sheets_by_entry(small));
    EXPECT_EQ(faults(proposal, small),
              (std::vector{slate_fault::slot_without_entry, slate_fault::few_entries}));
    EXPECT_TRUE(problems[0].blocks);
    EXPECT_FALSE(problems[1].blocks);
}

TEST(slate, check_finds_an_entry_twice_an_entry_of_nowhere_and_a_lost_sheet) {
    auto proposal = propose_slate(from(clear, best_and_outstanding));
    proposal.slots[1].entries = {entry(1)};
    EXPECT_EQ(faults(proposal, clear), std::vector{slate_fault::entry_twice});
    proposal.slots[1].entries = {entry(9)};
    EXPECT_EQ(faults(proposal, clear), std::vector{slate_fault::entry_not_ranked});
    auto more = sheets_by_entry(clear);
    ++more[entry(4)];
    const auto problems =
        check_slate(propose_slate(from(clear, best_and_outstanding)), tally(clear).value(), more);
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].fault, slate_fault::out_of_balance);
}

RC_GTEST_PROP(slate_of_any_edition, P1_a_tier_added_below_changes_no_earlier_proposal, ()) {
    const auto input = *any_edition();
    auto ask = from(input, {prize(1, 1, *rc::gen::inRange(1, 3)), prize(2, 2)});
    if (*rc::gen::arbitrary<bool>()) ask.ties.ladder.push_back({tie_rung::shared, ""});
    const auto before = propose_slate(ask);
    ask.tiers.push_back(prize(3, 3));
    const auto after = propose_slate(ask);
    for (const auto& change : compare_slates(before, after)) RC_ASSERT(change.tier == tier(3));
}

RC_GTEST_PROP(slate_of_any_edition, P1_nobody_wins_twice_or_out_of_order, ()) {
    const auto input = *any_edition();
    auto ask = from(input, three_tiers);
    ask.ties.ladder.push_back({tie_rung::shared, ""});
    const auto result = tally(input).value();
    std::map<entry_id, int> rank;
    for (const auto& line : result.entries)
        if (line.rank) rank[line.entry] = *line.rank;
    std::map<category_id, int> last;
    std::map<entry_id, int> prizes;
    for (const auto& here : propose_slate(ask).slots)
        for (const auto each : here.entries) {
            RC_ASSERT(++prizes[each] == 1);
            RC_ASSERT(rank.at(each) >= last[here.category]);
            last[here.category] = rank.at(each);
        }
}

}  // namespace judging
