#pragma once
// Everything that makes the service write a letter. The enumerator is the word in the outbox, the name
// of the wording (notifications/wording/receipt.letter) and of its test. Who hears of it and what is said
// stands in letter_content.hpp.

#include <boost/describe.hpp>

namespace notifications {

enum class occasion {
    // an account's
    confirm_address,
    confirm_new_address,
    reset_password,
    sign_in_notice,
    address_changed,
    account_invitation,
    membership_confirmed,
    membership_ended,
    account_closed,
    second_factor_reset,
    second_factor_changed,
    // a city's
    claim_waits,
    claim_confirmed,
    claim_ended,
    cities_merged,
    deadline_extended,
    questions_changed,
    call_closed_early,
    reminder_deadline,
    receipt,
    late_entry_refused,
    extension_granted,
    extension_for_city,
    request_for_completion,
    completion_missed,
    entry_withdrawn,
    screening_accepted,
    screening_rejected,
    // a judge's
    invitation,
    judging_open,
    reminder_judging,
    scorecard_submitted,
    scorecard_reopened,
    scorecard_put_back,
    scorecards_released,
    // the secretariat's
    attention_wanted,
    ratification_wanted,
    confirmation_wanted,
    // from the announcement on
    result_won,
    result_not_won,
    announcement,
    result_corrected,
    certificate_replaced,
    appeal_received,
    appeal_settled,
    // everyone's
    edition_cancelled
};
BOOST_DESCRIBE_ENUM(occasion, confirm_address, confirm_new_address, reset_password, sign_in_notice,
                    address_changed, account_invitation, membership_confirmed, membership_ended,
                    account_closed, second_factor_reset, second_factor_changed, claim_waits, claim_confirmed,
                    claim_ended, cities_merged, deadline_extended, questions_changed, call_closed_early,
                    reminder_deadline, receipt, late_entry_refused, extension_granted, extension_for_city,
                    request_for_completion, completion_missed, entry_withdrawn, screening_accepted,
                    screening_rejected, invitation, judging_open, reminder_judging, scorecard_submitted,
                    scorecard_reopened, scorecard_put_back, scorecards_released, attention_wanted,
                    ratification_wanted, confirmation_wanted, result_won, result_not_won, announcement,
                    result_corrected, certificate_replaced, appeal_received, appeal_settled,
                    edition_cancelled)

}  // namespace notifications
