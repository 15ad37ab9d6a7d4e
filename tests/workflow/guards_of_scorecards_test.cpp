// Every guard of scorecards and certificates both ways, as in guards_test.cpp.
#include <gtest/gtest.h>

#include "tests/workflow/made_up.hpp"
#include "workflow/guards.hpp"

namespace {

using namespace workflow;

template <class Facts, class Spoil>
refusal_code code_without(verdict (*guard)(const Facts&), Facts facts, Spoil spoil) {
    EXPECT_TRUE(guard(facts)) << "the facts must be good before they are spoilt";
    spoil(facts);
    const auto answer = guard(facts);
    EXPECT_FALSE(answer);
    return answer ? refusal_code::no_such_move : answer.error().code;
}

scorecard_facts good_scorecard(role acting = role::judge) {
    auto facts = made_up::looked_up<scorecard_facts>();
    facts.acting = acting;
    facts.edition = edition_state::judging;
    facts.reason_given = facts.decision_recorded = true;
    facts.is_own = acting == role::judge;
    facts.terms_accepted = facts.identity_verified = facts.conflict_declared = true;
    return facts;
}

TEST(scorecard_guards, J1_nobody_scores_undeclared_unverified_or_in_conflict) {
    using code = refusal_code;
    for (const auto guard : {may_be_scored, scores_are_complete}) {
        const auto without = [&](auto spoil) { return code_without(guard, good_scorecard(), spoil); };
        EXPECT_EQ(without([](auto& facts) { facts.is_own = false; }), code::not_your_scorecard);
        EXPECT_EQ(without([](auto& facts) { facts.identity_verified = false; }), code::identity_not_verified);
        EXPECT_EQ(without([](auto& facts) { facts.terms_accepted = false; }), code::terms_not_accepted);
        EXPECT_EQ(without([](auto& facts) { facts.has_conflict = true; }), code::conflict_of_interest);
        EXPECT_EQ(without([](auto& facts) { facts.conflict_declared = false; }), code::conflict_not_declared);
        EXPECT_EQ(without([](auto& facts) { facts.round_open = false; }), code::round_not_open);
        EXPECT_EQ(without([](auto& facts) { facts.edition = edition_state::screening; }),
                  code::judging_not_open);
        EXPECT_EQ(without([](auto& facts) { facts.edition = edition_state::deliberation; }),
                  code::judging_closed);
    }
}

TEST(scorecard_guards, J4_a_missing_score_is_missing_and_never_zero) {
    using code = refusal_code;
    const auto without = [](auto spoil) {
        return code_without(scores_are_complete, good_scorecard(), spoil);
    };
    EXPECT_EQ(without([](auto& facts) { facts.scores_missing = {"impact"}; }), code::score_missing);
    EXPECT_EQ(without([](auto& facts) { facts.scores_off_scale = {"impact"}; }), code::score_off_scale);
    EXPECT_EQ(without([](auto& facts) { facts.reasons_missing = {"impact"}; }), code::score_reason_missing);
}

TEST(scorecard_guards, judging_is_closing) {
    EXPECT_EQ(code_without(judging_is_closing, good_scorecard(role::secretariat),
                           [](auto& facts) { facts.edition = edition_state::decided; }),
              refusal_code::judging_not_open);
}

TEST(scorecard_guards, J5_a_locked_scorecard_opens_by_decision_only) {
    const auto without = [](auto spoil) {
        return code_without(decision_is_recorded, good_scorecard(role::secretariat), spoil);
    };
    EXPECT_EQ(without([](auto& facts) { facts.decision_recorded = false; }), refusal_code::decision_required);
    EXPECT_EQ(without([](auto& facts) { facts.reason_given = false; }), refusal_code::reason_required);
    EXPECT_EQ(without([](auto& facts) { facts.edition = edition_state::decided; }),
              refusal_code::judging_not_open);
}

TEST(scorecard_guards, a_reopened_scorecard_locks_again_when_complete) {
    using code = refusal_code;
    const auto by_judge = [](auto spoil) { return code_without(may_be_relocked, good_scorecard(), spoil); };
    EXPECT_EQ(by_judge([](auto& facts) { facts.is_own = false; }), code::not_your_scorecard);
    EXPECT_EQ(by_judge([](auto& facts) { facts.has_conflict = true; }), code::conflict_of_interest);
    EXPECT_EQ(by_judge([](auto& facts) { facts.scores_missing = {"impact"}; }), code::score_missing);
    EXPECT_EQ(by_judge([](auto& facts) { facts.edition = edition_state::decided; }), code::judging_not_open);
    const auto by_secretariat = [](auto spoil) {
        return code_without(may_be_relocked, good_scorecard(role::secretariat), spoil);
    };
    EXPECT_EQ(by_secretariat([](auto& facts) { facts.reason_given = false; }), code::reason_required);
    EXPECT_EQ(by_secretariat([](auto& facts) { facts.scores_missing = {"impact"}; }), code::score_missing);
}

TEST(scorecard_guards, a_judge_steps_off_or_is_taken_off_with_a_reason) {
    using code = refusal_code;
    EXPECT_EQ(code_without(may_be_recused, good_scorecard(), [](auto& facts) { facts.is_own = false; }),
              code::not_your_scorecard);
    for (const auto who : {role::judge, role::secretariat})
        EXPECT_EQ(code_without(may_be_recused, good_scorecard(who),
                               [](auto& facts) { facts.reason_given = false; }),
                  code::reason_required);
    auto by_rule = good_scorecard(role::clock);
    by_rule.has_conflict = true;
    EXPECT_EQ(code_without(may_be_recused, by_rule, [](auto& facts) { facts.has_conflict = false; }),
              code::not_yours_to_do);
}

TEST(scorecard_guards, a_scorecard_is_excused_with_a_reason_and_released_for_a_withdrawn_entry_only) {
    using code = refusal_code;
    EXPECT_EQ(code_without(may_be_excused, good_scorecard(role::secretariat),
                           [](auto& facts) { facts.reason_given = false; }),
              code::reason_required);
    auto withdrawn = good_scorecard(role::clock);
    withdrawn.entry_withdrawn = true;
    EXPECT_EQ(code_without(entry_is_withdrawn, withdrawn, [](auto& facts) { facts.entry_withdrawn = false; }),
              code::entry_takes_part);
}

TEST(scorecard_guards, J11_who_was_taken_off_is_put_back_while_nothing_else_bars_and_judging_is_open) {
    using code = refusal_code;
    const auto good = good_scorecard(role::secretariat);
    EXPECT_EQ(code_without(may_be_put_back, good, [](auto& facts) { facts.reason_given = false; }),
              code::reason_required);
    EXPECT_EQ(code_without(may_be_put_back, good, [](auto& facts) { facts.has_conflict = true; }),
              code::still_barred);
    EXPECT_EQ(code_without(may_be_put_back, good, [](auto& facts) { facts.judge_left = true; }),
              code::judge_has_left);
    EXPECT_EQ(code_without(may_be_put_back, good, [](auto& facts) { facts.entry_withdrawn = true; }),
              code::entry_has_left);
    EXPECT_EQ(code_without(may_be_put_back, good, [](auto& facts) { facts.round_open = false; }),
              code::round_not_open);
    EXPECT_EQ(
        code_without(may_be_put_back, good, [](auto& facts) { facts.edition = edition_state::deliberation; }),
        code::judging_closed);
}

TEST(scorecard_guards, reason_is_given) {
    verdict (*guard)(const scorecard_facts&) = reason_is_given;
    EXPECT_EQ(code_without(guard, good_scorecard(), [](auto& facts) { facts.reason_given = false; }),
              refusal_code::reason_required);
}

TEST(certificate_guards, P4_a_certificate_changes_after_the_announcement_with_a_reason) {
    using code = refusal_code;
    auto good = made_up::looked_up<certificate_facts>();
    good.acting = role::secretariat;
    good.edition = edition_state::archived;
    good.reason_given = good.replacement_ready = true;
    for (const auto guard : {replacement_is_ready, revocation_is_due}) {
        EXPECT_EQ(code_without(guard, good, [](auto& facts) { facts.edition = edition_state::decided; }),
                  code::result_still_hidden);
        EXPECT_EQ(code_without(guard, good, [](auto& facts) { facts.reason_given = false; }),
                  code::reason_required);
    }
    EXPECT_EQ(code_without(replacement_is_ready, good, [](auto& facts) { facts.replacement_ready = false; }),
              code::replacement_missing);
}

}  // namespace
