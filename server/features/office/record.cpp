#include "server/features/office/record.hpp"

#include "notifications/occasion.hpp"
#include "server/features/frame/words.hpp"

namespace features {
namespace {

using pages::phrase;
using pages::t;

phrase occasion_words(notifications::occasion occasion) {
    using enum notifications::occasion;
    switch (occasion) {
        // an account's
        case confirm_address: return t("Confirm the address");
        case confirm_new_address: return t("Confirm the new address");
        case reset_password: return t("New password");
        case sign_in_notice: return t("New place of signing in");
        case address_changed: return t("Address changed");
        case account_invitation: return t("Invitation to the service");
        case second_factor_reset: return t("New one-time codes");
        case second_factor_changed: return t("One-time codes changed");
        // a city's
        case deadline_extended: return t("Deadline extended");
        case reminder_deadline: return t("Reminder of the deadline");
        case receipt: return t("Receipt");
        case late_entry_refused: return t("Late entry refused");
        case extension_granted: return t("Extension granted");
        case request_for_completion: return t("Request for completion");
        case completion_missed: return t("Not completed in time");
        case entry_withdrawn: return t("Entry withdrawn");
        case screening_accepted: return t("Screening: eligible");
        case screening_rejected: return t("Screening: ineligible");
        // a judge's
        case invitation: return t("Invitation to the panel");
        case judging_open: return t("Judging is open");
        case reminder_judging: return t("Reminder to judge");
        case scorecard_submitted: return t("Receipt of a scorecard");
        case scorecard_reopened: return t("Scorecard reopened");
        case scorecards_released: return t("Scorecards released");
        // the secretariat's
        case attention_wanted: return t("Something needs a look");
        case ratification_wanted: return t("Ratification wanted");
        // from the announcement on
        case result_won: return t("Result: won");
        case result_not_won: return t("Result: not won");
        case announcement: return t("Announcement");
        case result_corrected: return t("Result corrected");
        case certificate_replaced: return t("Certificate replaced");
        case appeal_received: return t("Appeal received");
        case appeal_settled: return t("Appeal settled");
        // everyone's
        case edition_cancelled: return t("Edition cancelled");
    }
    return {};
}

}  // namespace

phrase words_for_decision(workflow::decision_kind kind) {
    using enum workflow::decision_kind;
    switch (kind) {
        case eligibility: return t("Eligibility");
        case shortlist: return t("Shortlist");
        case deadline_change: return t("Deadline");
        case category_move: return t("An entry in another category");
        case category_merge: return t("Two categories merged");
        case tier_creation: return t("A tier added");
        case rule_change: return t("Change of rules");
        case second_ballot: return t("Tie: second ballot");
        case chair_choice: return t("Tie: the chair’s word");
        case tie_order: return t("Tie: decided by the panel");
        case withholding: return t("A prize withheld");
        case withholding_lifted: return t("A prize given after all");
        case sharing: return t("A prize shared");
        case winner_withdrawal: return t("A winner withdrew");
        case taking_back: return t("A decision taken back");
        case scorecard_reopening: return t("A scorecard reopened");
        case scorecard_relocking: return t("A scorecard locked again");
        case scorecard_voiding: return t("A scorecard made void");
        case revocation: return t("Correction: a prize taken back");
        case promotion: return t("Correction: a prize given");
        case name_correction: return t("Correction: names");
        case appeal: return t("Appeal");
        case other: return t("Other");
    }
    return {};
}

phrase words_for_occasion(std::string_view occasion) {
    return words_for_stored<notifications::occasion>(occasion, occasion_words);
}

}  // namespace features
