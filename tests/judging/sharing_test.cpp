// P2: prizes shared by decision, beside everything else that is decided about prizes.
#include <gtest/gtest.h>

#include <algorithm>

#include "judging/slate.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tie_rung;

namespace {

const std::vector three_prizes{prize(1, 1), prize(2, 2), prize(3, 3)};

slate_input asking_about(const tally_input& input) {
    slate_input answer;
    answer.rankings = tally(input).value().categories;
    answer.tiers = three_prizes;
    answer.ties.ladder = {{tie_rung::head_to_head, ""}, {tie_rung::second_ballot, ""}};
    answer.ties.criteria = input.rules.criteria;
    answer.ties.sheets = input.sheets;
    return answer;
}

// `1 2 - 3+4 ?`: a winner, another, none, two who share, a tie or what waits for one.
std::string prizes_of(const slate& proposal) {
    std::string text;
    for (const auto& here : proposal.slots) {
        text += text.empty() ? "" : " ";
        if (here.state == slot_state::tied || here.state == slot_state::blocked)
            text += '?';
        else if (here.entries.empty())
            text += '-';
        else
            for (const auto each : here.entries)
                text += (each == here.entries.front() ? "" : "+") + std::to_string(workflow::value(each));
    }
    return text;
}

shared_prize share(std::vector<entry_id> entries) {
    return {category(1), std::move(entries)};
}

const tally_input nobody_ties = table({{9, 9}, {8, 8}, {7, 7}, {6, 6}});
// Judges 1 and 2 prefer 3 to 1 and 2, whom nobody tells apart; all three have the same mean.
const tally_input led_by_three = table({{7, 5, 9}, {7, 5, 9}, {8, 6, 7}, {3, 3, 3}});

}  // namespace

TEST(sharing, P2_nobody_is_lost_whom_the_scores_tied_with_one_of_the_two) {
    // 2 and 3 tie; 1 shares with 2, and 3 keeps its place behind them.
    auto input = asking_about(table({{9, 9}, {8, 8}, {8, 8}, {6, 6}}));
    input.shared = {share({entry(1), entry(2)})};
    EXPECT_EQ(prizes_of(propose_slate(input)), "1+2 3 4");
}

TEST(sharing, P2_who_came_before_them_by_the_ladder_stays_before_them) {
    auto input = asking_about(led_by_three);
    ASSERT_EQ(prizes_of(propose_slate(input)), "3 ? ?") << "1 and 2 wait for a ballot";
    input.shared = {share({entry(1), entry(2)})};
    const auto proposal = propose_slate(input);
    EXPECT_EQ(prizes_of(proposal), "3 1+2 4");
    ASSERT_EQ(proposal.ties.size(), 1u) << "the rung that put 3 first is shown";
    EXPECT_EQ(proposal.ties[0].tier, tier(1));
    EXPECT_EQ(proposal.ties[0].entries, (std::vector{entry(1), entry(2), entry(3)}));
    ASSERT_EQ(proposal.ties[0].resolution.rungs.size(), 1u);
    EXPECT_EQ(proposal.ties[0].resolution.rungs[0].step.rung, tie_rung::head_to_head);
}

TEST(sharing, P2_the_ladder_says_who_follows_whom) {
    auto input = asking_about(table({{9, 9, 9}, {7, 5, 9}, {8, 6, 7}, {3, 3, 3}}));
    ASSERT_EQ(prizes_of(propose_slate(input)), "1 3 2") << "2 and 3 tie, and the ladder prefers 3";
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(2)})), sharing_obstacle::another_between);
    EXPECT_FALSE(find_obstacle(input, share({entry(1), entry(3)})));
    // Also where no line lies between them yet.
    input.tiers = {prize(1, 1), prize(2, 2, 2)};
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(2)})), sharing_obstacle::another_between);
}

TEST(sharing, P2_a_decision_on_a_tie_holds_when_one_of_it_shares_another_prize) {
    auto input = asking_about(table({{9, 9}, {8, 8}, {8, 8}, {8, 8}}));
    input.ties.ladder.clear();
    input.ties.decisions = {{{{entry(4)}, {entry(3)}, {entry(2)}}}};
    ASSERT_EQ(prizes_of(propose_slate(input)), "1 4 3");
    input.shared = {share({entry(1), entry(4)})};
    EXPECT_EQ(prizes_of(propose_slate(input)), "1+4 3 2");
}

TEST(sharing, P2_only_entries_that_follow_each_other_and_get_a_prize_may_share) {
    auto input = asking_about(table({{9, 9}, {8, 8}, {7, 7}, {6, 6}, {5, 5}}));
    using enum sharing_obstacle;
    EXPECT_FALSE(find_obstacle(input, share({entry(1), entry(2)})));
    EXPECT_FALSE(find_obstacle(input, share({entry(3), entry(2), entry(1)})));
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(3)})), another_between) << "2 beat 3";
    EXPECT_EQ(find_obstacle(input, share({entry(1)})), not_there);
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(1)})), another_between);
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(9)})), not_there) << "9 is not in the order";
    EXPECT_EQ(find_obstacle(input, share({entry(4), entry(5)})), no_prize);
    input.withdrawn = {{entry(2), reopened_slot::next_of_the_order, "stopped"}};
    EXPECT_EQ(find_obstacle(input, share({entry(1), entry(2)})), not_there) << "2 withdrew";
    EXPECT_FALSE(find_obstacle(input, share({entry(1), entry(3)}))) << "nobody is left between";
}

TEST(sharing, P2_a_third_one_joins_whichever_was_decided_first) {
    auto input = asking_about(nobody_ties);
    input.shared = {share({entry(1), entry(2)}), share({entry(2), entry(3)})};
    EXPECT_EQ(prizes_of(propose_slate(input)), "1+2+3 4 -");
    std::ranges::reverse(input.shared);
    EXPECT_EQ(prizes_of(propose_slate(input)), "1+2+3 4 -");
}

TEST(sharing, P2_who_is_left_of_a_shared_prize_has_it_alone) {
    auto input = asking_about(nobody_ties);
    input.shared = {share({entry(1), entry(2)})};
    for (const auto then : {reopened_slot::next_of_the_order, reopened_slot::vacant}) {
        input.withdrawn = {{entry(1), then, "stopped"}};
        const auto proposal = propose_slate(input);
        EXPECT_EQ(prizes_of(proposal), "2 3 4");
        EXPECT_EQ(proposal.slots[0].state, slot_state::filled);
    }
}

TEST(sharing, P2_what_the_order_does_not_allow_any_more_is_not_shared_and_stands_in_the_way) {
    // Decided on an earlier tally, where 3 followed 1.
    auto input = asking_about(nobody_ties);
    input.shared = {share({entry(1), entry(3)})};
    const auto proposal = propose_slate(input);
    EXPECT_EQ(prizes_of(proposal), "1 2 3");
    EXPECT_EQ(proposal.unfit, input.shared);
    const auto problems = check_slate(proposal, tally(nobody_ties).value(), sheets_by_entry(nobody_ties));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].fault, slate_fault::sharing_unfit);
    EXPECT_TRUE(problems[0].blocks);
}

TEST(sharing, J7_a_tie_that_a_withdrawal_ends_waits_for_nobody) {
    auto input = asking_about(table({{9, 9}, {9, 9}, {7, 7}, {6, 6}}));
    ASSERT_EQ(prizes_of(propose_slate(input)), "? ? ?");
    input.withdrawn = {{entry(1), reopened_slot::next_of_the_order, "stopped"}};
    EXPECT_EQ(prizes_of(propose_slate(input)), "2 3 4");
    EXPECT_TRUE(propose_slate(input).ties.empty());
}

TEST(sharing, J7_a_tie_stands_once_among_the_ties) {
    auto input = asking_about(led_by_three);
    EXPECT_EQ(propose_slate(input).ties.size(), 2u) << "at Best, and of 1 and 2 at Outstanding";
    input.withdrawn = {{entry(4), reopened_slot::next_of_the_order, "stopped"}};
    EXPECT_EQ(propose_slate(input).ties.size(), 2u);
    // A tie of three of whom one withdraws is the tie of the two who are left.
    input = asking_about(table({{9, 9}, {9, 9}, {9, 9}, {6, 6}}));
    input.withdrawn = {{entry(1), reopened_slot::next_of_the_order, "stopped"}};
    const auto proposal = propose_slate(input);
    ASSERT_EQ(proposal.ties.size(), 1u);
    EXPECT_EQ(proposal.ties[0].entries, (std::vector{entry(2), entry(3)}));
}

}  // namespace judging
