#include "server/features/office/record.hpp"

#include "notifications/letter_content.hpp"
#include "server/features/frame/words.hpp"

namespace features {
namespace {

using pages::phrase;
using pages::t;

// The names stand in notifications/letter_content.hpp and become a phrase here.
phrase occasion_words(notifications::occasion occasion) {
    return t(notifications::kind_of(occasion).name);
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
