// The tables against a literal matrix: every state × action × role, decided with facts that let every guard
// pass. What is not written here must be refused.
#include "workflow/lifecycle.hpp"
#include "tests/workflow/made_up.hpp"

#include <gtest/gtest.h>

#include "workflow/names.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

constexpr instant noon{std::chrono::sys_days{std::chrono::year{2014} / 6 / 15} + 12h};

calendar calendar_around_noon() {
    return {"Asia/Seoul", noon - 48h, noon + 48h, 0, noon + 72h, noon + 96h, noon + 120h, "2014-11-05"};
}

edition_facts willing(edition_action on) {
    auto facts = made_up::looked_up<edition_facts>();
    facts.calendar = calendar_around_noon();
    facts.now = on == edition_action::announce || on == edition_action::close_call ? noon + 240h : noon;
    facts.reason_given = facts.decision_recorded = facts.rule_set_frozen = true;
    facts.categories = facts.tiers = facts.criteria = facts.eligible_entries = 1;
    facts.weights_total_bp = 10'000;
    facts.extension_decided_at = noon;
    facts.new_closes_at = noon + 72h;
    facts.ratifiers = 2;
    return facts;
}

edition_state phase_of(entry_action on) {
    switch (on) {
        case entry_action::reopen:
        case entry_action::withdraw: return edition_state::open;
        case entry_action::award:
        case entry_action::pass_over:
        case entry_action::reconsider: return edition_state::deliberation;
        case entry_action::revoke:
        case entry_action::promote: return edition_state::announced;
        default: return edition_state::screening;
    }
}

entry_facts willing(entry_action on) {
    auto facts = made_up::looked_up<entry_facts>();
    facts.calendar = calendar_around_noon();
    facts.now = noon;
    facts.edition = phase_of(on);
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    if (on == entry_action::submit) facts.personal_extension = noon + 1h;
    if (on != entry_action::lapse) facts.completion_due_at = noon + 1h;
    if (on == entry_action::lapse) facts.completion_due_at = noon - 1h;
    return facts;
}

scorecard_facts willing(scorecard_action) {
    auto facts = made_up::looked_up<scorecard_facts>();
    facts.edition = edition_state::judging;
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    facts.terms_accepted = facts.identity_verified = facts.conflict_declared = true;
    return facts;
}

certificate_facts willing(certificate_action) {
    auto facts = made_up::looked_up<certificate_facts>();
    facts.edition = edition_state::announced;
    facts.reason_given = facts.replacement_ready = true;
    return facts;
}

// One line for each state and action that somebody may do: `from action to: roles`.
template <class State, class Action>
std::string accepted_moves() {
    std::ostringstream matrix;
    for (const auto& [from, from_name] : all_of<State>)
        for (const auto& [on, on_name] : all_of<Action>) {
            std::string roles;
            std::string to;
            for (const auto& [who, who_name] : all_of<role>) {
                auto facts = willing(on);
                if constexpr (std::is_same_v<State, scorecard_state>)
                    facts.has_conflict = facts.entry_withdrawn = who == role::clock;
                const auto answer = decide(from, on, actor{who, {}}, facts);
                if (!answer) continue;
                EXPECT_EQ(answer->from, from);
                EXPECT_EQ(answer->action, on);
                to = name_of(answer->to);
                roles += " " + std::string(who_name);
            }
            if (!roles.empty()) matrix << from_name << ' ' << on_name << ' ' << to << ':' << roles << '\n';
        }
    return matrix.str();
}

TEST(edition_lifecycle, allows_exactly_this_matrix) {
    EXPECT_EQ((accepted_moves<edition_state, edition_action>()),
              "planned open_call open: secretariat clock\n"
              "planned cancel cancelled: secretariat\n"
              "open close_call screening: secretariat clock\n"
              "open extend_deadline open: secretariat\n"
              "open cancel cancelled: secretariat\n"
              "screening extend_deadline open: secretariat\n"
              "screening start_judging judging: secretariat\n"
              "screening cancel cancelled: secretariat\n"
              "judging close_judging deliberation: secretariat\n"
              "judging cancel cancelled: secretariat\n"
              "deliberation resume_judging judging: secretariat\n"
              "deliberation ratify decided: secretariat\n"
              "deliberation cancel cancelled: secretariat\n"
              "decided withdraw_slate deliberation: secretariat\n"
              "decided announce announced: secretariat clock\n"
              "decided cancel cancelled: secretariat\n"
              "announced archive archived: secretariat\n");
}

TEST(entry_lifecycle, allows_exactly_this_matrix) {
    EXPECT_EQ((accepted_moves<entry_state, entry_action>()),
              "draft submit submitted: applicant\n"
              "draft withdraw withdrawn: applicant secretariat\n"
              "draft lapse lapsed: secretariat clock\n"
              "submitted reopen draft: applicant\n"
              "submitted return_for_completion returned: secretariat\n"
              "submitted accept eligible: secretariat\n"
              "submitted reject ineligible: secretariat\n"
              "submitted withdraw withdrawn: applicant secretariat\n"
              "returned submit submitted: applicant\n"
              "returned withdraw withdrawn: applicant secretariat\n"
              "returned lapse lapsed: secretariat clock\n"
              "eligible withdraw withdrawn: applicant secretariat\n"
              "eligible award awarded: secretariat\n"
              "eligible pass_over not_awarded: secretariat\n"
              "lapsed reopen draft: applicant\n"
              "awarded reconsider eligible: secretariat\n"
              "awarded revoke revoked: secretariat\n"
              "not_awarded reconsider eligible: secretariat\n"
              "not_awarded promote awarded: secretariat\n");
}

TEST(scorecard_lifecycle, allows_exactly_this_matrix) {
    EXPECT_EQ((accepted_moves<scorecard_state, scorecard_action>()),
              "assigned begin in_progress: judge chair\n"
              "assigned recuse recused: judge chair secretariat clock\n"
              "assigned excuse excused: secretariat\n"
              "assigned release excused: clock\n"
              "in_progress submit submitted: judge chair\n"
              "in_progress recuse recused: judge chair secretariat clock\n"
              "in_progress excuse excused: secretariat\n"
              "in_progress release excused: clock\n"
              "submitted reopen in_progress: judge chair\n"
              "submitted lock locked: secretariat clock\n"
              "submitted recuse recused: judge chair secretariat clock\n"
              "submitted release excused: clock\n"
              "locked reopen_by_decision reopened: secretariat\n"
              "locked make_void voided: secretariat\n"
              "reopened relock locked: judge chair secretariat\n"
              "reopened make_void voided: secretariat\n"
              "recused put_back in_progress: secretariat\n"
              "excused put_back in_progress: secretariat\n");
}

TEST(certificate_lifecycle, allows_exactly_this_matrix) {
    EXPECT_EQ((accepted_moves<certificate_state, certificate_action>()),
              "issued supersede superseded: secretariat\n"
              "issued revoke revoked: secretariat\n");
}

// Every refused cell says why: the table knows no such move, or this role may not make it.
template <class State, class Action>
void expect_reasons_for_every_refusal() {
    for (const auto& [from, from_name] : all_of<State>)
        for (const auto& [on, on_name] : all_of<Action>) {
            bool anyone_may = false;
            for (const auto& [who, who_name] : all_of<role>)
                for (const auto open : moves_open_to(who, from)) anyone_may = anyone_may || open == on;
            const auto refused = decide(from, on, actor{role::nobody, {}}, willing(on));
            ASSERT_FALSE(refused) << from_name << on_name;
            EXPECT_EQ(particular_of(refused.error(), "action"), on_name);
            if (anyone_may)
                EXPECT_EQ(refused.error().code, refusal_code::not_yours_to_do) << from_name << on_name;
            else
                EXPECT_NE(refused.error().code, refusal_code::not_yours_to_do) << from_name << on_name;
        }
}

TEST(lifecycles, refuse_the_public_everything_and_say_why) {
    expect_reasons_for_every_refusal<edition_state, edition_action>();
    expect_reasons_for_every_refusal<entry_state, entry_action>();
    expect_reasons_for_every_refusal<scorecard_state, scorecard_action>();
    expect_reasons_for_every_refusal<certificate_state, certificate_action>();
}

TEST(edition_lifecycle, P3_never_announces_before_ratification) {
    for (const auto& [from, name] : all_of<edition_state>) {
        const auto answer = decide(from, edition_action::announce, actor{role::secretariat, {}},
                                   willing(edition_action::announce));
        if (from == edition_state::decided) {
            EXPECT_TRUE(answer);
        } else if (from < edition_state::decided) {
            EXPECT_EQ(answer.error().code, refusal_code::before_ratification) << name;
        } else {
            EXPECT_EQ(answer.error().code, refusal_code::no_such_move) << name;
        }
    }
}

TEST(edition_lifecycle, says_what_follows) {
    const auto announced = decide(edition_state::decided, edition_action::announce, actor{role::clock, {}},
                                  willing(edition_action::announce));
    EXPECT_EQ(announced->then_tell,
              (std::vector{edition_consequence::publish_result, edition_consequence::send_results,
                           edition_consequence::issue_certificates}));
    const auto started = decide(edition_state::screening, edition_action::start_judging,
                                actor{role::secretariat, {}}, willing(edition_action::start_judging));
    EXPECT_EQ(started->then_tell.front(), edition_consequence::publish_rule_set);
}

// A fact that nobody looked up is no fact: no guard passes on it.
template <class State, class Action, class Facts>
void refuses_without_facts(const Facts& nothing_known) {
    for (const auto& [from, state] : all_of<State>)
        for (const auto& [on, action] : all_of<Action>)
            for (const auto& [who, role_name] : all_of<role>) {
                const auto answer = decide(from, on, actor{who, {}}, nothing_known);
                // These two are for people to know when.
                const bool needs_nothing = (state == "announced" && action == "archive") ||
                                           (state == "decided" && action == "announce");
                EXPECT_EQ(answer.has_value(), needs_nothing && who == role::secretariat)
                    << state << ' ' << action << ' ' << role_name;
            }
}

TEST(lifecycle, a_fact_that_nobody_looked_up_refuses) {
    refuses_without_facts<edition_state, edition_action>(edition_facts{});
    refuses_without_facts<entry_state, entry_action>(entry_facts{});
    refuses_without_facts<scorecard_state, scorecard_action>(scorecard_facts{});
    refuses_without_facts<certificate_state, certificate_action>(certificate_facts{});
    const auto asked = decide(edition_state::planned, edition_action::open_call, actor{role::clock, {}}, {});
    EXPECT_EQ(asked.error().code, refusal_code::fact_not_loaded);
    EXPECT_EQ(particular_of(asked.error(), "guard"), "call_is_ready");
}

TEST(entry_lifecycle, E5_gives_a_receipt_and_keeps_the_version) {
    const auto sent = decide(entry_state::draft, entry_action::submit, actor{role::applicant, {}},
                             willing(entry_action::submit));
    EXPECT_EQ(sent->then_tell,
              (std::vector{entry_consequence::keep_version, entry_consequence::send_receipt}));
}

TEST(entry_lifecycle, P4_a_correction_revokes_and_frees_the_slot) {
    const auto revoked = decide(entry_state::awarded, entry_action::revoke, actor{role::secretariat, {}},
                                willing(entry_action::revoke));
    EXPECT_EQ(revoked->then_tell,
              (std::vector{entry_consequence::free_slot, entry_consequence::revoke_certificate,
                           entry_consequence::publish_correction}));
    const auto promoted = decide(entry_state::not_awarded, entry_action::promote,
                                 actor{role::secretariat, {}}, willing(entry_action::promote));
    EXPECT_EQ(promoted->then_tell,
              (std::vector{entry_consequence::issue_certificate, entry_consequence::publish_correction}));
}

TEST(buttons, offer_what_the_table_allows_and_the_facts_support) {
    EXPECT_EQ(moves_open_to(role::secretariat, edition_state::deliberation),
              (std::vector{edition_action::resume_judging, edition_action::ratify, edition_action::cancel}));
    EXPECT_TRUE(moves_open_to(role::judge, edition_state::deliberation).empty());

    auto facts = willing(entry_action::reopen);
    EXPECT_EQ(moves_open_to(role::applicant, entry_state::submitted, facts),
              (std::vector{entry_action::reopen, entry_action::withdraw}));
    facts.is_own = false;
    EXPECT_TRUE(moves_open_to(role::applicant, entry_state::submitted, facts).empty());
}

TEST(decide, takes_the_role_from_the_actor_and_not_from_the_facts) {
    auto facts = willing(edition_action::announce);
    facts.now = noon;
    facts.acting = role::secretariat;
    const auto by_clock =
        decide(edition_state::decided, edition_action::announce, actor{role::clock, {}}, facts);
    EXPECT_EQ(by_clock.error().code, refusal_code::not_due_yet);
}

}  // namespace
