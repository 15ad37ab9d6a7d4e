#pragma once
// The words of the lifecycles: states, actions, who acts, what follows. Each enumerator is the same
// word in SQL, in URLs, in audit events and on buttons. Which word follows which stands in lifecycle.cpp.

#include <boost/describe.hpp>
#include <initializer_list>
#include <optional>

#include "workflow/ids.hpp"

namespace workflow {

enum class edition_state {
    planned,
    open,
    screening,
    judging,
    deliberation,
    decided,
    announced,
    archived,
    cancelled
};
BOOST_DESCRIBE_ENUM(edition_state, planned, open, screening, judging, deliberation, decided, announced,
                    archived, cancelled)

enum class edition_action {
    open_call,
    close_call,
    extend_deadline,
    start_judging,
    close_judging,
    resume_judging,
    ratify,
    withdraw_slate,
    announce,
    archive,
    cancel
};
BOOST_DESCRIBE_ENUM(edition_action, open_call, close_call, extend_deadline, start_judging, close_judging,
                    resume_judging, ratify, withdraw_slate, announce, archive, cancel)

enum class entry_state {
    draft,
    submitted,
    returned,
    eligible,
    ineligible,
    withdrawn,
    lapsed,
    awarded,
    not_awarded,
    revoked
};
BOOST_DESCRIBE_ENUM(entry_state, draft, submitted, returned, eligible, ineligible, withdrawn, lapsed, awarded,
                    not_awarded, revoked)

// `reconsider` takes an award or a pass-over back while nobody knows of it: the slate was withdrawn.
enum class entry_action {
    submit,
    reopen,
    return_for_completion,
    accept,
    reject,
    withdraw,
    lapse,
    award,
    pass_over,
    reconsider,
    revoke,
    promote
};
BOOST_DESCRIBE_ENUM(entry_action, submit, reopen, return_for_completion, accept, reject, withdraw, lapse,
                    award, pass_over, reconsider, revoke, promote)

enum class scorecard_state { assigned, in_progress, submitted, locked, reopened, recused, excused, voided };
BOOST_DESCRIBE_ENUM(scorecard_state, assigned, in_progress, submitted, locked, reopened, recused, excused,
                    voided)

// `release`: the entry was withdrawn, and there is nothing left to score on it. `put_back`: who was taken off
// by mistake goes on, with the scores that there were (J11).
enum class scorecard_action {
    begin,
    submit,
    reopen,
    lock,
    reopen_by_decision,
    relock,
    recuse,
    excuse,
    put_back,
    release,
    make_void
};
BOOST_DESCRIBE_ENUM(scorecard_action, begin, submit, reopen, lock, reopen_by_decision, relock, recuse, excuse,
                    put_back, release, make_void)

enum class certificate_state { issued, superseded, revoked };
BOOST_DESCRIBE_ENUM(certificate_state, issued, superseded, revoked)

enum class certificate_action { supersede, revoke };
BOOST_DESCRIBE_ENUM(certificate_action, supersede, revoke)

// Who acts. `nobody` is the public, `clock` the service's own timer. A chair judges too.
enum class role { nobody, applicant, judge, chair, secretariat, clock };
BOOST_DESCRIBE_ENUM(role, nobody, applicant, judge, chair, secretariat, clock)

// The person behind an act, in the role in which the person acts; the clock has no person.
struct actor {
    role acts_as = role::nobody;
    std::optional<person_id> person;
};
BOOST_DESCRIBE_STRUCT(actor, (), (acts_as, person))

// A set of roles for a column of a table: `role::applicant | role::secretariat`.
class role_set {
public:
    constexpr role_set() = default;
    constexpr role_set(role one) : bits_(1U << static_cast<unsigned>(one)) {}
    constexpr bool holds(role one) const { return (bits_ >> static_cast<unsigned>(one) & 1U) != 0; }
    constexpr bool is_empty() const { return bits_ == 0; }
    friend constexpr role_set operator|(role_set left, role_set right) {
        role_set both;
        both.bits_ = left.bits_ | right.bits_;
        return both;
    }

private:
    unsigned bits_ = 0;
};
constexpr role_set operator|(role left, role right) {
    return role_set(left) | role_set(right);
}

// What follows a move, in the same transaction: the column "then tell". server/acts/consequences.hpp has one
// function for each of these words, and a state changes only together with what its row names. What
// publishes, issues or sends a result stands in the row of the announcement, or of a correction after it
// (P3).
enum class edition_consequence {
    publish_call,
    publish_calendar,
    tell_applicants_of_the_deadline,
    lapse_drafts,
    publish_rule_set,
    open_scorecards,
    tell_judges_to_begin,
    lock_scorecards,
    seal_tally_inputs,
    run_tally,
    award_slate,
    seal_result,
    reconsider_slate,
    publish_result,
    send_results,
    issue_certificates,
    send_cancellation
};
BOOST_DESCRIBE_ENUM(edition_consequence, publish_call, publish_calendar, tell_applicants_of_the_deadline,
                    lapse_drafts, publish_rule_set, open_scorecards, tell_judges_to_begin, lock_scorecards,
                    seal_tally_inputs, run_tally, award_slate, seal_result, reconsider_slate, publish_result,
                    send_results, issue_certificates, send_cancellation)

enum class entry_consequence {
    keep_version,
    send_receipt,
    ask_for_completion,
    send_screening_result,
    confirm_withdrawal,
    tell_secretariat,
    release_scorecards,
    free_slot,
    revoke_certificate,
    issue_certificate,
    publish_correction
};
BOOST_DESCRIBE_ENUM(entry_consequence, keep_version, send_receipt, ask_for_completion, send_screening_result,
                    confirm_withdrawal, tell_secretariat, release_scorecards, free_slot, revoke_certificate,
                    issue_certificate, publish_correction)

enum class scorecard_consequence { run_tally, find_alternate, tell_judge, tell_secretariat };
BOOST_DESCRIBE_ENUM(scorecard_consequence, run_tally, find_alternate, tell_judge, tell_secretariat)

enum class certificate_consequence { replace_certificate };
BOOST_DESCRIBE_ENUM(certificate_consequence, replace_certificate)

}  // namespace workflow
