#pragma once
// The words of the audit log that no lifecycle has: what an event is about, and what was done that is no
// move. The store writes them, the office's log says them in sentences, the database refuses any other; a
// word once given stays, since old events hold it. Moves keep the words of states.hpp. Knows nothing of how
// events are kept.

#include <boost/describe.hpp>

namespace workflow {

// What an event is about; for a move of a lifecycle it is the machine's word.
enum class audit_subject {
    edition,
    rule_set,
    tier,
    amendment,
    grave_act,
    city,
    entry,
    attachment,
    extension,
    person,
    factor_reset,
    judge,
    relation,
    conflict,
    round,
    scorecard,
    decision,
    tally_run,
    slate,
    letter,
    appeal,
    certificate
};
BOOST_DESCRIBE_ENUM(audit_subject, edition, rule_set, tier, amendment, grave_act, city, entry, attachment,
                    extension, person, factor_reset, judge, relation, conflict, round, scorecard, decision,
                    tally_run, slate, letter, appeal, certificate)

enum class audit_action {
    // an edition, its rules and its office
    edition_planned,
    edition_imported,
    edition_changed,
    said_ready,
    said_not_ready,
    put_on_front_page,
    rules_written,
    categories_set,
    tiers_set,
    tier_added,
    tier_widened,
    amendment_proposed,
    amendment_confirmed,
    amendment_rejected,
    grave_act_asked,
    grave_act_confirmed,
    grave_act_taken_back,
    decision_recorded,
    extension_granted,
    person_invited,
    secretariat_added,
    deadline_reminded,
    judging_reminded,
    letter_sent_again,
    letter_settled,
    // cities and entries
    city_proposed,
    city_approved,
    city_joined,
    applicant_asked,
    applicant_confirmed,
    applicant_declined,
    entry_started,
    answer_saved,
    file_attached,
    file_stored,
    file_removed,
    late_entry_refused,
    checklist_saved,
    flag_set,
    flag_lifted,
    category_moved,
    deliberation_note_written,
    // judges
    judge_invited,
    judge_changed,
    judge_address_corrected,
    identity_verified,
    identity_doubted,
    judge_left,
    terms_accepted,
    conflicts_declared,
    conflicts_worked_out,
    relation_recorded,
    relation_removed,
    challenge_recorded,
    challenge_upheld,
    challenge_dismissed,
    round_added,
    round_entries_set,
    assignment_made,
    pairs_assigned,
    pair_removed,
    scores_saved,
    inputs_sealed,
    // the result
    tally_run_made,
    tally_refused,
    slate_built,
    slate_approved,
    slate_withdrawn,
    certificates_issued,
    certificate_issued,
    recipients_frozen,
    appeal_lodged,
    appeal_settled,
    // a person's account
    registered,
    registered_again,
    address_confirmed,
    address_change_asked,
    address_changed,
    name_changed,
    invitation_accepted,
    secretariat_founded,
    signed_in,
    sign_in_failed,
    signed_out,
    other_sessions_ended,
    password_failed,
    password_changed,
    password_reset_asked,
    password_reset,
    second_factor_set,
    second_factor_given,
    second_factor_failed,
    recovery_codes_made,
    recovery_code_used,
    factor_reset_asked,
    factor_reset_approved,
    factor_reset_declined,
    factor_reset_begun
};
// In parts: Boost.Describe's list ends at 52 names.
// clang-format off
BOOST_DESCRIBE_ENUM_BEGIN(audit_action)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, audit_action,
    edition_planned, edition_imported, edition_changed, said_ready, said_not_ready, put_on_front_page, rules_written, categories_set, tiers_set,
    tier_added, tier_widened, amendment_proposed, amendment_confirmed, amendment_rejected,
    grave_act_asked, grave_act_confirmed, grave_act_taken_back,
    decision_recorded, extension_granted, person_invited, secretariat_added, deadline_reminded,
    judging_reminded, letter_sent_again, letter_settled, city_proposed, city_approved, city_joined, applicant_asked,
    applicant_confirmed, applicant_declined, entry_started, answer_saved, file_attached, file_stored,
    file_removed, late_entry_refused, checklist_saved, flag_set, flag_lifted, category_moved,
    deliberation_note_written)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, audit_action,
    judge_invited, judge_changed, judge_address_corrected, identity_verified, identity_doubted, judge_left, terms_accepted,
    conflicts_declared, conflicts_worked_out, relation_recorded, relation_removed, challenge_recorded,
    challenge_upheld, challenge_dismissed, round_added, round_entries_set, assignment_made,
    pairs_assigned, pair_removed, scores_saved, inputs_sealed, tally_run_made, tally_refused, slate_built,
    slate_approved, slate_withdrawn, certificates_issued, certificate_issued, recipients_frozen,
    appeal_lodged, appeal_settled)
BOOST_DESCRIBE_PP_FOR_EACH(BOOST_DESCRIBE_ENUM_ENTRY, audit_action,
    registered, registered_again, address_confirmed, address_change_asked, address_changed,
    name_changed, invitation_accepted, secretariat_founded, signed_in, sign_in_failed, signed_out,
    other_sessions_ended, password_failed, password_changed, password_reset_asked, password_reset,
    second_factor_set, second_factor_given, second_factor_failed, recovery_codes_made,
    recovery_code_used, factor_reset_asked, factor_reset_approved, factor_reset_declined,
    factor_reset_begun)
BOOST_DESCRIBE_ENUM_END(audit_action)
// clang-format on

}  // namespace workflow
