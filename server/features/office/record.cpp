#include "server/features/office/record.hpp"

#include "notifications/occasion.hpp"
#include "server/features/frame/words.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::phrase;
using pages::t;

struct named {
    std::string_view word;
    phrase said;
};

const named decisions[] = {
    {"eligibility", t("Eligibility")},
    {"shortlist", t("Shortlist")},
    {"tier_creation", t("A tier added")},
    {"tie", t("Tie")},
    {"withholding", t("A prize withheld")},
    {"sharing", t("A prize shared")},
    {"award", t("A winner withdrew")},
    {"correction", t("Correction")},
    {"deadline_change", t("Deadline")},
    {"reopening", t("A scorecard reopened")},
    {"category_move", t("An entry in another category")},
    {"rule_change", t("Change of rules")},
    {"appeal", t("Appeal")},
    {"other", t("Other")},
};

phrase occasion_words(notifications::occasion occasion) {
    using enum notifications::occasion;
    switch (occasion) {
        // an account's
        case confirm_address: return t("Confirm the address");
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

phrase words_for_decision(std::string_view kind) {
    const auto found = std::ranges::find(decisions, kind, &named::word);
    return found == std::end(decisions) ? plain_words(kind) : found->said;
}

phrase words_for_occasion(std::string_view occasion) {
    return words_for_stored<notifications::occasion>(occasion, occasion_words);
}

}  // namespace features
