#include "server/features/office/record.hpp"

#include "server/features/frame/words.hpp"
#include "workflow/names.hpp"

#include <algorithm>
#include <span>

namespace features {
namespace {

using pages::phrase;
using pages::t;

struct named {
    std::string_view word;
    phrase said;
};

const named acts[] = {
    // moves
    {"open_call", t("The call was opened")},
    {"close_call", t("The call was closed")},
    {"extend_deadline", t("The deadline was extended")},
    {"start_judging", t("Judging was started")},
    {"close_judging", t("Judging was closed")},
    {"resume_judging", t("A further round was opened")},
    {"ratify", t("The slate was ratified")},
    {"withdraw_slate", t("The slate was withdrawn")},
    {"announce", t("The winners were announced")},
    {"archive", t("Archived")},
    {"cancel", t("Cancelled")},
    {"submit", t("Submitted")},
    {"reopen", t("Reopened")},
    {"return_for_completion", t("Returned for completion")},
    {"accept", t("Accepted as eligible")},
    {"reject", t("Found ineligible")},
    {"withdraw", t("Withdrawn")},
    {"lapse", t("Lapsed as an unfinished draft")},
    {"award", t("Awarded")},
    {"pass_over", t("Not awarded")},
    {"reconsider", t("Taken back with the slate")},
    {"revoke", t("Revoked")},
    {"promote", t("Awarded by correction")},
    {"begin", t("Begun")},
    {"lock", t("Locked")},
    {"reopen_by_decision", t("Reopened by decision")},
    {"relock", t("Locked again")},
    {"recuse", t("The judge stepped off")},
    {"excuse", t("The judge was excused")},
    {"make_void", t("Made void")},
    {"supersede", t("Superseded")},
    // an edition, its rules and its office
    {"edition_planned", t("Edition planned")},
    {"edition_imported", t("Edition imported")},
    {"edition_changed", t("Names or calendar changed")},
    {"rules_written", t("Version of the rules written")},
    {"categories_set", t("Categories set")},
    {"tiers_set", t("Prize tiers set")},
    {"tier_added", t("Prize tier added")},
    {"tier_widened", t("Prizes added to a tier")},
    {"amendment_proposed", t("More prizes proposed")},
    {"amendment_confirmed", t("More prizes confirmed")},
    {"amendment_rejected", t("More prizes rejected")},
    {"decision_recorded", t("Decision recorded")},
    {"extension_granted", t("Extension granted")},
    {"person_invited", t("Person invited")},
    {"secretariat_added", t("Member of the secretariat added")},
    {"deadline_reminded", t("Cities reminded of the deadline")},
    {"judging_reminded", t("Judges reminded")},
    {"letter_sent_again", t("Letter sent again")},
    // cities and entries
    {"city_proposed", t("City proposed")},
    {"city_approved", t("City approved")},
    {"city_joined", t("Applicant joined the city")},
    {"applicant_asked", t("Applicant asked to join")},
    {"applicant_confirmed", t("Applicant confirmed")},
    {"applicant_declined", t("Applicant declined")},
    {"entry_started", t("Entry begun")},
    {"answer_saved", t("Answer saved")},
    {"file_attached", t("File attached")},
    {"file_stored", t("File stored")},
    {"file_removed", t("File removed")},
    {"late_entry_refused", t("Late entry refused")},
    {"checklist_saved", t("Checklist saved")},
    {"flag_set", t("Flag set")},
    {"flag_lifted", t("Flag lifted")},
    {"category_moved", t("Moved to another category")},
    {"deliberation_note_written", t("Note of the panel written")},
    // judges
    {"judge_invited", t("Judge invited")},
    {"judge_changed", t("Judge’s data changed")},
    {"identity_verified", t("Identity verified")},
    {"identity_doubted", t("Identity no longer verified")},
    {"judge_left", t("Judge left the panel")},
    {"terms_accepted", t("Terms accepted")},
    {"conflicts_declared", t("Conflicts declared")},
    {"conflicts_worked_out", t("Conflicts worked out again")},
    {"relation_recorded", t("Relation recorded")},
    {"relation_removed", t("Relation removed")},
    {"challenge_recorded", t("Challenge recorded")},
    {"challenge_upheld", t("Challenge upheld")},
    {"challenge_dismissed", t("Challenge dismissed")},
    {"round_added", t("Round added")},
    {"round_entries_set", t("Entries of the round set")},
    {"assignment_made", t("Assignment made")},
    {"pairs_assigned", t("Judges assigned")},
    {"pair_removed", t("Assignment removed")},
    {"scores_saved", t("Scores saved")},
    {"inputs_sealed", t("Inputs of the tally sealed")},
    // the result
    {"tally_run_made", t("Tally made")},
    {"slate_built", t("Slate built")},
    {"slate_approved", t("Slate approved")},
    {"slate_withdrawn", t("Slate withdrawn")},
    {"certificates_issued", t("Certificates issued")},
    {"certificate_issued", t("Certificate issued")},
    {"recipients_frozen", t("Recipients of the result frozen")},
    {"appeal_lodged", t("Appeal lodged")},
    {"appeal_settled", t("Appeal settled")},
    // lost one-time codes
    {"factor_reset_asked", t("New one-time codes asked for a person")},
    {"factor_reset_approved", t("New one-time codes approved")},
    {"factor_reset_declined", t("New one-time codes declined")},
    {"factor_reset_begun", t("New one-time codes set up")},
};

const named subjects[] = {
    {"edition", t("Edition")},     {"rule_set", t("Rules")},
    {"tier", t("Prize tier")},     {"amendment", t("Proposal of more prizes")},
    {"city", t("City")},           {"entry", t("Entry")},
    {"extension", t("Extension")}, {"person", t("Person")},
    {"judge", t("Judge")},         {"relation", t("Relation")},
    {"conflict", t("Conflict")},   {"round", t("Round")},
    {"scorecard", t("Scorecard")}, {"decision", t("Decision")},
    {"tally_run", t("Tally")},     {"slate", t("Slate")},
    {"letter", t("Letter")},       {"factor_reset", t("Lost one-time codes")},
    {"appeal", t("Appeal")},       {"certificate", t("Certificate")},
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

const named occasions[] = {
    {"confirm_address", t("Confirm the address")},
    {"reset_password", t("New password")},
    {"sign_in_notice", t("New place of signing in")},
    {"address_changed", t("Address changed")},
    {"account_invitation", t("Invitation to the service")},
    {"deadline_extended", t("Deadline extended")},
    {"reminder_deadline", t("Reminder of the deadline")},
    {"receipt", t("Receipt")},
    {"late_entry_refused", t("Late entry refused")},
    {"extension_granted", t("Extension granted")},
    {"request_for_completion", t("Request for completion")},
    {"entry_withdrawn", t("Entry withdrawn")},
    {"screening_accepted", t("Screening: eligible")},
    {"screening_rejected", t("Screening: ineligible")},
    {"invitation", t("Invitation to the panel")},
    {"judging_open", t("Judging is open")},
    {"reminder_judging", t("Reminder to judge")},
    {"scorecard_reopened", t("Scorecard reopened")},
    {"attention_wanted", t("Something needs a look")},
    {"ratification_wanted", t("Ratification wanted")},
    {"result_won", t("Result: won")},
    {"result_not_won", t("Result: not won")},
    {"announcement", t("Announcement")},
    {"result_corrected", t("Result corrected")},
    {"certificate_replaced", t("Certificate replaced")},
    {"appeal_received", t("Appeal received")},
    {"appeal_settled", t("Appeal settled")},
    {"edition_cancelled", t("Edition cancelled")},
};

const named certificate_states[] = {
    {"issued", t("Issued")},
    {"superseded", t("Superseded")},
    {"revoked", t("Revoked")},
};

const named roles[] = {
    {"nobody", t("The public")}, {"applicant", t("Applicant")},     {"judge", t("Judge")},
    {"chair", t("Chair")},       {"secretariat", t("Secretariat")}, {"clock", t("The clock")},
};

phrase find_words(std::span<const named> table, std::string_view word) {
    if (const auto found = std::ranges::find(table, word, &named::word); found != table.end())
        return found->said;
    std::string plain(word);
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

}  // namespace

pages::phrase words_for_act(std::string_view action) {
    return find_words(acts, action);
}
pages::phrase words_for_subject(std::string_view subject) {
    return find_words(subjects, subject);
}
pages::phrase words_for_state(std::string_view subject, std::string_view state) {
    if (subject == "edition")
        if (const auto known = workflow::find_named<workflow::edition_state>(state)) return words_for(*known);
    if (subject == "entry")
        if (const auto known = workflow::find_named<workflow::entry_state>(state)) return words_for(*known);
    if (subject == "scorecard")
        if (const auto known = workflow::find_named<workflow::scorecard_state>(state))
            return words_for(*known);
    return find_words(certificate_states, state);
}
pages::phrase words_for_decision(std::string_view kind) {
    return find_words(decisions, kind);
}
pages::phrase words_for_occasion(std::string_view occasion) {
    return find_words(occasions, occasion);
}
pages::phrase words_for_role(std::string_view role) {
    return find_words(roles, role);
}

}  // namespace features
