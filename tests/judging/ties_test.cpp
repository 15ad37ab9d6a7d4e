#include "judging/ties.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::ladder_step;
using workflow::tie_rung;

namespace {

const std::vector<ladder_step> full_ladder{{tie_rung::key_criterion, "merit"},
                                           {tie_rung::head_to_head, ""},
                                           {tie_rung::second_ballot, ""},
                                           {tie_rung::chair, ""},
                                           {tie_rung::shared, ""}};

tie_facts facts_of(const std::vector<std::vector<int>>& rows, std::vector<ladder_step> ladder = full_ladder) {
    tie_facts facts;
    facts.ladder = std::move(ladder);
    facts.criteria = one_criterion();
    facts.sheets = table(rows).sheets;
    return facts;
}

using groups = std::vector<std::vector<entry_id>>;

groups groups_of(const tie_resolution& resolution) {
    groups list;
    for (const auto& each : resolution.groups) list.push_back(each.entries);
    return list;
}

const std::vector two{entry(1), entry(2)};
const std::vector three{entry(1), entry(2), entry(3)};

}  // namespace

TEST(ties, J7_key_criterion_decides_and_shows_its_means) {
    const auto report = ask_key_criterion(two, "merit", facts_of({{7, 8}, {8, 8}}));
    EXPECT_EQ(report.outcome, rung_outcome::separated);
    EXPECT_EQ(report.groups, (groups{{entry(2)}, {entry(1)}}));
    EXPECT_EQ(report.seen[0].figure, fraction(15, 2));
}

TEST(ties, J7_key_criterion_is_passed_over_where_scores_are_missing) {
    const auto report = ask_key_criterion(two, "merit", facts_of({{7}, {0}}));
    EXPECT_EQ(report.outcome, rung_outcome::passed_over);
    EXPECT_EQ(report.remark, rung_remark::score_missing);
}

TEST(ties, J7_head_to_head_counts_judges_who_scored_both) {
    // Two of three judges prefer entry 2; the fourth did not score it.
    const auto report = ask_head_to_head(two, facts_of({{9, 6, 6, 10}, {6, 7, 8, 0}}));
    EXPECT_EQ(report.duels, (std::vector{duel{entry(1), entry(2), 1, 2, 0}}));
    EXPECT_EQ(report.groups, (groups{{entry(2)}, {entry(1)}}));
}

TEST(ties, J7_head_to_head_leaves_judges_with_a_conflict_out) {
    auto facts = facts_of({{9, 6, 6}, {6, 7, 8}});
    facts.barred = {{judge(2), entry(1)}, {judge(3), entry(2)}};
    EXPECT_EQ(ask_head_to_head(two, facts).groups, (groups{{entry(1)}, {entry(2)}}));
    facts.barred.push_back({judge(1), entry(1)});
    EXPECT_EQ(ask_head_to_head(two, facts).remark, rung_remark::no_common_judge);
}

TEST(ties, J7_a_circle_of_duels_stays_a_tie) {
    EXPECT_EQ(ask_head_to_head(three, facts_of({{9, 7, 8}, {8, 9, 7}, {7, 8, 9}})).outcome,
              rung_outcome::no_difference);
}

TEST(ties, J7_the_ladder_waits_for_a_second_ballot_and_does_not_go_past_it) {
    auto facts = facts_of({{8, 8}, {8, 8}});
    facts.chair = judge(1);
    facts.chair_choices = {{{entry(1), entry(2)}}};
    auto resolution = resolve_tie(two, 1, facts);
    EXPECT_EQ(resolution.rungs.back().remark, rung_remark::no_ballot_yet);
    EXPECT_FALSE(resolution.groups[0].is_settled);
    facts.ballots = {
        {{entry(2), entry(1)}, {{judge(1), entry(2)}, {judge(2), entry(2)}, {judge(3), entry(1)}}}};
    resolution = resolve_tie(two, 1, facts);
    EXPECT_EQ(groups_of(resolution), (groups{{entry(2)}, {entry(1)}}));
    EXPECT_EQ(resolution.rungs.size(), 3u);
}

TEST(ties, J7_votes_of_barred_judges_and_double_papers_do_not_count) {
    auto facts = facts_of({{8, 8}, {8, 8}});
    facts.barred = {{judge(1), entry(2)}};
    facts.ballots = {
        {two, {{judge(1), entry(1)}, {judge(2), entry(1)}, {judge(2), entry(2)}, {judge(3), entry(2)}}}};
    const auto report = ask_second_ballot(two, facts);
    EXPECT_EQ(report.not_counted.size(), 3u);
    EXPECT_EQ(report.groups, (groups{{entry(2)}, {entry(1)}}));
}

TEST(ties, J7_the_chairs_rung_is_skipped_when_the_chair_has_a_conflict) {
    auto facts = facts_of({{8, 8}, {8, 8}}, {{tie_rung::chair, ""}, {tie_rung::shared, ""}});
    facts.chair = judge(1);
    facts.chair_choices = {{{entry(2), entry(1)}}};
    EXPECT_EQ(groups_of(resolve_tie(two, 1, facts)), (groups{{entry(2)}, {entry(1)}}));
    facts.barred = {{judge(1), entry(1)}};
    const auto resolution = resolve_tie(two, 1, facts);
    EXPECT_EQ(resolution.rungs[0].remark, rung_remark::chair_has_a_conflict);
    EXPECT_TRUE(resolution.groups[0].shares);
}

TEST(ties, J7_a_ladder_without_an_end_asks_for_a_decision) {
    auto facts = facts_of({{8, 8}, {8, 8}}, {{tie_rung::head_to_head, ""}});
    EXPECT_EQ(resolve_tie(two, 1, facts).rungs.back().remark, rung_remark::no_decision_yet);
    facts.decisions = {{{{entry(2)}, {entry(1)}}}};
    EXPECT_EQ(groups_of(resolve_tie(two, 1, facts)), (groups{{entry(2)}, {entry(1)}}));
    facts.decisions = {{{{entry(1), entry(2)}}}};
    EXPECT_TRUE(resolve_tie(two, 1, facts).groups[0].shares);
}

TEST(ties, J7_only_what_lies_across_the_line_goes_on_and_starts_again) {
    // One is above; of the two left nobody needs to be first when two prizes are at stake for the three.
    auto facts = facts_of({{9, 9}, {8, 8}, {8, 8}});
    EXPECT_EQ(resolve_tie(three, 1, facts).rungs.size(), 1u);
    const auto resolution = resolve_tie(three, 2, facts);
    EXPECT_EQ(resolution.rungs.size(), 4u);  // key; key, head to head, ballot awaited for the last two
    EXPECT_EQ(groups_of(resolution), (groups{{entry(1)}, {entry(2), entry(3)}}));
    EXPECT_FALSE(resolution.groups[1].is_settled);
}

RC_GTEST_PROP(ties_of_any_edition, J7_swapping_numbers_never_changes_the_outcome, (unsigned seed)) {
    auto input = *any_edition();
    tie_facts facts;
    facts.ladder = {
        {tie_rung::key_criterion, "impact"}, {tie_rung::head_to_head, ""}, {tie_rung::shared, ""}};
    facts.criteria = input.rules.criteria;
    facts.sheets = input.sheets;
    std::vector<entry_id> tied;
    for (const auto& each : input.entries) tied.push_back(each.entry);
    const int prizes = *rc::gen::inRange(1, static_cast<int>(tied.size()));
    const auto renamed = shuffled(tied, seed);
    const auto rename = [&](entry_id each) {
        return renamed[static_cast<std::size_t>(workflow::value(each)) - 1];
    };
    auto other = facts;
    for (auto& one : other.sheets) one.entry = rename(one.entry);
    other.sheets = shuffled(other.sheets, seed);
    const auto before = resolve_tie(tied, prizes, facts);
    const auto after = resolve_tie(renamed, prizes, other);
    RC_ASSERT(before.groups.size() == after.groups.size());
    for (std::size_t i = 0; i < before.groups.size(); ++i) {
        std::vector<entry_id> expected, got = after.groups[i].entries;
        for (const auto each : before.groups[i].entries) expected.push_back(rename(each));
        std::ranges::sort(expected);
        std::ranges::sort(got);
        RC_ASSERT(expected == got);
        RC_ASSERT(before.groups[i].shares == after.groups[i].shares);
    }
}

}  // namespace judging
