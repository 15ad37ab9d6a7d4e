// From the sealed inputs to the ratified slate, on a real database: J6, J7, P1, P2, T3, and
// what becomes of late conflicts and withdrawals.
#include "config/version.hpp"
#include "tests/store/judged_edition.hpp"

#include <algorithm>

namespace {

using judging::slot_state;
using tests::address;
using tests::database_role;
using workflow::refusal_code;

class results_store : public tests::judged_edition {};

TEST_F(results_store, J6_a_run_reads_back_from_its_sealed_text_and_its_ranking_is_exact) {
    score_in_order();
    in_office(mina);
    const auto kept = store::load_tally_run(db, edition, run());
    ASSERT_EQ(kept.result.categories.front().places.size(), 4u);
    EXPECT_EQ(kept.result.categories.front().places.front().value, judging::fraction(8));
    EXPECT_EQ(kept.line.cause, "Judging was closed");
    EXPECT_EQ(kept.line.program_version, config::program_version()) << "the commit that made it";
    EXPECT_FALSE(acts::inputs_have_changed(db, edition, kept));
}

TEST_F(results_store, J6_a_run_that_somebody_edited_is_noticed) {
    score_in_order();
    in_office(mina);
    const auto id = run();
    act_as_owner();
    db.run(R"(update tally_run set result = replace(result, '"rank":1', '"rank":2'))");
    EXPECT_THROW(store::load_tally_run(db, edition, id), std::runtime_error);
}

TEST_F(results_store, J6_nobody_of_the_service_may_edit_a_run) {
    score_in_order();
    in_office(mina);
    run();
    EXPECT_THROW(db.run("update tally_run set cause = 'another'"), store::failure);
}

TEST_F(results_store, a_conflict_found_after_scoring_voids_the_scorecard_and_makes_a_new_run) {
    const auto generous = score(0, 0, 10, 10);
    score(1, 0, 4, 4), score(0, 1, 6, 6), score(1, 1, 6, 6);
    in_office(mina);
    const auto before = store::load_tally_run(db, edition, run());
    ASSERT_TRUE(acts::void_scorecard(request(), generous, minutes("A cousin of the mayor")).has_value());
    const auto runs = store::list_tally_runs(db, edition);
    ASSERT_EQ(runs.size(), 2u);
    const auto after = store::load_tally_run(db, edition, runs.front().id);
    const auto changes = judging::compare_tallies(before.result, after.result);
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes.front().rank_before, 1);
    EXPECT_EQ(changes.front().rank_after, 2);
    EXPECT_EQ(db.value<std::string>("select reason from scorecard where id = :id", {{"id", generous}}),
              "A cousin of the mayor");
}

TEST_F(results_store, J5_a_reopened_scorecard_waits_for_its_judge_before_there_is_a_new_run) {
    const auto card = score(0, 0, 8, 8);
    in_office(mina);
    run();
    ASSERT_TRUE(acts::reopen_scorecard(request(), card, minutes()).has_value());
    const auto refused = acts::run_tally(db, who, "again");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, refusal_code::scorecards_outstanding);
}

TEST_F(results_store, P1_a_tier_added_after_judging_fills_from_the_scores_and_changes_no_proposal) {
    score_in_order();
    in_office(mina);
    run();
    const auto before = slots();
    const auto proposed =
        acts::propose_amendment(db, who, {true, "promising", "Most Promising", 1}, minutes());
    in_office(jun);
    ASSERT_TRUE(acts::confirm_amendment(db, {{workflow::role::secretariat, jun}, edition}, proposed.value())
                    .has_value());
    const auto after = slots();
    ASSERT_EQ(after.size(), before.size() + 1);
    for (std::size_t i = 0; i < before.size(); ++i) EXPECT_EQ(after[i], before[i]);
    EXPECT_EQ(after.back().entries, std::vector{entries[2]});
}

TEST_F(results_store, J7_the_ladder_goes_rung_by_rung_and_waits_for_the_second_ballot) {
    score_with_a_tie();
    in_office(mina);
    run();
    const auto proposed = acts::propose(db, edition).value();
    EXPECT_EQ(proposed.slate.slots.front().state, slot_state::tied);
    ASSERT_EQ(proposed.slate.ties.size(), 1u);
    const auto& rungs = proposed.slate.ties.front().resolution.rungs;
    ASSERT_GE(rungs.size(), 2u);
    EXPECT_EQ(rungs[0].outcome, judging::rung_outcome::no_difference);
    EXPECT_EQ(rungs[1].outcome, judging::rung_outcome::awaited);
    EXPECT_EQ(acts::build_slate(db, who).error().code, refusal_code::tie_unresolved);
}

TEST_F(results_store, J7_the_second_ballot_breaks_the_tie_and_is_a_decision) {
    score_with_a_tie();
    in_office(mina);
    const auto relied = run();
    const store::second_ballot_body ballot{
        {entries[0], entries[1]},
        {{judges[0], entries[1]}, {judges[1], entries[1]}, {judges[2], entries[0]}}};
    const auto made = decide(ballot, {relied});
    EXPECT_EQ(slots().front().entries, std::vector{entries[1]});
    const auto reliances = store::list_reliances(db, edition);
    ASSERT_EQ(reliances.size(), 1u);
    EXPECT_EQ(reliances.front().decision_id, made);
}

TEST_F(results_store, J7_the_rung_of_a_chair_with_a_conflict_is_skipped) {
    score_with_a_tie();
    db.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation)
              values (:edition, :judge, :entry, 'same_city', 'Lives there'))",
           {{"edition", edition}, {"judge", judges[0]}, {"entry", entries[0]}});
    in_office(mina);
    run();
    decide(store::second_ballot_body{{entries[0], entries[1]},
                                     {{judges[1], entries[0]}, {judges[2], entries[1]}}});
    decide(store::chair_choice_body{{entries[0], entries[1]}});
    const auto proposed = acts::propose(db, edition).value();
    const auto& rungs = proposed.slate.ties.front().resolution.rungs;
    const auto chair =
        std::ranges::find(rungs, workflow::tie_rung::chair, [](const auto& one) { return one.step.rung; });
    ASSERT_NE(chair, rungs.end());
    EXPECT_EQ(chair->outcome, judging::rung_outcome::passed_over);
    EXPECT_EQ(chair->remark, judging::rung_remark::chair_has_a_conflict);
    EXPECT_EQ(proposed.slate.slots.front().state, slot_state::tied);
}

TEST_F(results_store, P2_a_prize_shared_by_decision_has_two_winners_of_one_slot) {
    score_with_a_tie();
    in_office(mina);
    run();
    decide(store::sharing_body{category, {entries[0], entries[1]}});
    const auto all = slots();
    EXPECT_EQ(all[0].state, slot_state::shared);
    EXPECT_THAT(all[0].entries, testing::UnorderedElementsAre(entries[0], entries[1]));
    EXPECT_EQ(all[1].entries, std::vector{entries[2]});
}

TEST_F(results_store, P2_a_prize_may_be_shared_although_the_scores_do_not_tie) {
    score_in_order();
    in_office(mina);
    run();
    decide(store::sharing_body{category, {entries[1], entries[2]}});
    const auto all = slots();
    EXPECT_EQ(all[0].entries, std::vector{entries[0]});
    EXPECT_THAT(all[1].entries, testing::UnorderedElementsAre(entries[1], entries[2]));
}

TEST_F(results_store, P2_a_withheld_prize_has_a_reason_and_lower_tiers_are_still_given) {
    score_in_order();
    in_office(mina);
    run();
    const auto best = store::load_edition(db, edition).tiers.front().id;
    acts::decide_upon(db, who, minutes("None was worthy"), store::withholding_body{category, best, 1}, {});
    const auto all = slots();
    EXPECT_EQ(all[0].state, slot_state::withheld);
    EXPECT_EQ(all[0].reason, "None was worthy");
    EXPECT_EQ(all[1].entries, std::vector{entries[0]});
    decide(store::withholding_lifted_body{category, best, 1});
    EXPECT_EQ(slots()[0].state, slot_state::filled);
}

TEST_F(results_store, a_winner_withdraws_and_the_next_of_the_order_follows_without_a_new_computation) {
    score_in_order();
    in_office(mina);
    run();
    for (const auto& [then, first] :
         {std::pair(judging::reopened_slot::vacant, slot_state::vacant),
          std::pair(judging::reopened_slot::next_of_the_order, slot_state::filled)}) {
        decide(store::winner_withdrawal_body{entries[0], then});
        EXPECT_EQ(slots()[0].state, first);
    }
    act_as_owner();
    tests::bring(db, entries[0], workflow::entry_state::withdrawn);
    in_office(mina);
    const auto proposed = acts::propose(db, edition).value();
    EXPECT_FALSE(proposed.inputs_changed);
    EXPECT_EQ(proposed.slate.slots[0].entries, std::vector{entries[1]});
    EXPECT_EQ(store::list_tally_runs(db, edition).size(), 1u);
}

TEST_F(results_store, T3_the_same_person_never_approves_twice) {
    score_in_order();
    in_office(mina);
    run();
    const auto hash = build();
    EXPECT_FALSE(acts::approve_slate(request(), hash).value().is_ratified);
    const auto again = acts::approve_slate(request(), hash);
    ASSERT_FALSE(again.has_value());
    EXPECT_EQ(again.error().code, refusal_code::needs_two_people);
    EXPECT_EQ(store::load_edition(db, edition).state, workflow::edition_state::deliberation);
}

TEST_F(results_store, T3_the_database_refuses_an_approval_in_another_name) {
    score_in_order();
    in_office(mina);
    run();
    build();
    EXPECT_THROW(db.run(R"(insert into slate_approval (edition_id, slate_id, person_id, hash)
                           select edition_id, id, :other, hash from slate)",
                        {{"other", jun}}),
                 store::failure);
}

TEST_F(results_store, an_approval_of_other_prizes_than_those_that_were_read_is_refused) {
    score_in_order();
    in_office(mina);
    run();
    const auto hash = build();
    acts::approve_slate(request(), hash).value();
    const auto tiers = store::load_edition(db, edition).tiers;
    decide(store::withholding_body{category, tiers[1].id, 1});
    in_office(jun);
    EXPECT_EQ(acts::approve_slate(request(), hash).error().code, refusal_code::stale_version);
    EXPECT_EQ(acts::approve_slate(request(), std::string(64, '0')).error().code, refusal_code::stale_version);
}

TEST_F(results_store, ratification_awards_or_passes_over_every_entry_sealed) {
    score_in_order();
    in_office(mina);
    run();
    ratify();
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from entry where state = 'eligible'"), 4);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from entry where sealed_state = 'awarded'"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from entry where sealed_state = 'not_awarded'"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from letter where occasion = 'ratification_wanted' and "
                                     "to_address = 'jun@office.example'"),
              1);
}

TEST_F(results_store, a_withdrawn_slate_takes_every_outcome_back) {
    score_in_order();
    in_office(mina);
    run();
    ratify();
    EXPECT_FALSE(by_two(workflow::grave_act::withdraw_slate).has_value());
    ASSERT_TRUE(by_two(workflow::grave_act::withdraw_slate, "A winner withdrew").has_value());
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from entry where sealed_state is not null"), 0);
    EXPECT_EQ(store::load_edition(db, edition).state, workflow::edition_state::deliberation);
    EXPECT_FALSE(store::find_living_slate(db, edition).has_value());
}

}  // namespace
