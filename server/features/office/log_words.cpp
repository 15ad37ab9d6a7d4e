#include "server/features/office/log_words.hpp"

#include "server/features/frame/words.hpp"
#include "workflow/lifecycle.hpp"

namespace features {
namespace {

using pages::phrase;
using pages::t;

// A move when it has been made; the button that makes it has words of its own.
phrase move_words(workflow::edition_action action) {
    using enum workflow::edition_action;
    switch (action) {
        case open_call: return t("The call was opened");
        case close_call: return t("The call was closed");
        case extend_deadline: return t("The deadline was extended");
        case start_judging: return t("Judging was started");
        case close_judging: return t("Judging was closed");
        case resume_judging: return t("A further round was opened");
        case ratify: return t("The slate was ratified");
        case withdraw_slate: return t("The slate was withdrawn");
        case announce: return t("The winners were announced");
        case archive: return t("Archived");
        case cancel: return t("Cancelled");
    }
    return {};
}

phrase move_words(workflow::entry_action action) {
    using enum workflow::entry_action;
    switch (action) {
        case submit: return t("Submitted");
        case reopen: return t("Reopened");
        case return_for_completion: return t("Returned for completion");
        case accept: return t("Accepted as eligible");
        case reject: return t("Found ineligible");
        case withdraw: return t("Withdrawn");
        case lapse: return t("Lapsed as an unfinished draft");
        case award: return t("Awarded");
        case pass_over: return t("Not awarded");
        case reconsider: return t("Taken back with the slate");
        case revoke: return t("Revoked");
        case promote: return t("Awarded by correction");
    }
    return {};
}

phrase move_words(workflow::scorecard_action action) {
    using enum workflow::scorecard_action;
    switch (action) {
        case begin: return t("Begun");
        case submit: return t("Submitted");
        case reopen: return t("Reopened");
        case lock: return t("Locked");
        case reopen_by_decision: return t("Reopened by decision");
        case relock: return t("Locked again");
        case recuse: return t("The judge stepped off");
        case release: return t("Scorecard ended: the entry was withdrawn");
        case excuse: return t("The judge was excused");
        case put_back: return t("The judge was put back");
        case make_void: return t("Made void");
    }
    return {};
}

phrase move_words(workflow::certificate_action action) {
    using enum workflow::certificate_action;
    switch (action) {
        case supersede: return t("Superseded");
        case revoke: return t("Revoked");
    }
    return {};
}

phrase certificate_words(workflow::certificate_state state) {
    using enum workflow::certificate_state;
    switch (state) {
        case issued: return t("Issued");
        case superseded: return t("Superseded");
        case revoked: return t("Revoked");
    }
    return {};
}

phrase role_words(workflow::role role) {
    using enum workflow::role;
    switch (role) {
        case nobody: return t("The public");
        case applicant: return t("Applicant");
        case judge: return t("Judge");
        case chair: return t("Chair");
        case secretariat: return t("Secretariat");
        case clock: return t("The clock");
    }
    return {};
}

}  // namespace

phrase words_for(workflow::audit_action action) {
    using enum workflow::audit_action;
    switch (action) {
        // an edition, its rules and its office
        case edition_planned: return t("Edition planned");
        case edition_imported: return t("Edition imported");
        case edition_changed: return t("Names or calendar changed");
        case said_ready: return t("Said to be ready: the clock may open the call");
        case said_not_ready: return t("Said not to be ready yet");
        case put_on_front_page: return t("Put on the home page");
        case rules_written: return t("Version of the rules written");
        case questions_changed: return t("Questions changed, and the cities concerned told");
        case categories_set: return t("Categories set");
        case tiers_set: return t("Prize tiers set");
        case tier_added: return t("Prize tier added");
        case tier_widened: return t("Prizes added to a tier");
        case amendment_proposed: return t("More prizes proposed");
        case amendment_confirmed: return t("More prizes confirmed");
        case amendment_rejected: return t("More prizes rejected");
        case grave_act_asked: return t("A second person asked to confirm");
        case grave_act_confirmed: return t("Confirmed by a second person");
        case grave_act_taken_back: return t("Request to a second person taken back");
        case decision_recorded: return t("Decision recorded");
        case extension_granted: return t("Extension granted");
        case person_invited: return t("Person invited");
        case secretariat_added: return t("Person invited to the secretariat");
        case member_confirmed: return t("Member of the secretariat confirmed");
        case member_end_asked: return t("End of a membership asked for");
        case member_kept: return t("Membership kept");
        case member_ended: return t("Membership ended");
        case deadline_reminded: return t("Cities reminded of the deadline");
        case judging_reminded: return t("Judges reminded");
        case letter_sent_again: return t("Letter sent again");
        case letter_settled: return t("Failed letter put aside");
        // cities and entries
        case city_proposed: return t("City proposed");
        case city_approved: return t("City approved");
        case city_joined: return t("Applicant joined the city");
        case applicant_asked: return t("Applicant asked to join");
        case applicant_confirmed: return t("Applicant confirmed");
        case applicant_declined: return t("Applicant declined");
        case applicant_added: return t("Applicant added by the secretariat");
        case applicant_ended: return t("Applicant’s right ended");
        case city_corrected: return t("City corrected");
        case cities_merged: return t("Cities merged");
        case entry_started: return t("Entry begun");
        case answer_saved: return t("Answer saved");
        case file_attached: return t("File attached");
        case file_stored: return t("File stored");
        case file_removed: return t("File removed");
        case late_entry_refused: return t("Late entry refused");
        case checklist_saved: return t("Checklist saved");
        case flag_set: return t("Flag set");
        case flag_lifted: return t("Flag lifted");
        case category_moved: return t("Moved to another category");
        case deliberation_note_written: return t("Note of the panel written");
        // judges
        case judge_invited: return t("Judge invited");
        case judge_changed: return t("Judge’s data changed");
        case judge_address_corrected: return t("Address of a judge corrected");
        case identity_verified: return t("Identity verified");
        case identity_doubted: return t("Identity no longer verified");
        case judge_left: return t("Judge left the panel");
        case terms_accepted: return t("Terms accepted");
        case conflicts_declared: return t("Conflicts declared");
        case conflicts_worked_out: return t("Conflicts worked out again");
        case relation_recorded: return t("Relation recorded");
        case relation_removed: return t("Relation removed");
        case challenge_recorded: return t("Challenge recorded");
        case challenge_upheld: return t("Challenge upheld");
        case challenge_dismissed: return t("Challenge dismissed");
        case round_added: return t("Round added");
        case round_entries_set: return t("Entries of the round set");
        case assignment_made: return t("Assignment made");
        case pairs_assigned: return t("Judges assigned");
        case pair_removed: return t("Assignment removed");
        case scores_saved: return t("Scores saved");
        case inputs_sealed: return t("Inputs of the tally sealed");
        // the result
        case tally_run_made: return t("Tally made");
        case tally_refused: return t("Tally could not be made");
        case slate_built: return t("Slate built");
        case slate_approved: return t("Slate approved");
        case slate_withdrawn: return t("Slate withdrawn");
        case certificates_issued: return t("Certificates issued");
        case certificate_issued: return t("Certificate issued");
        case recipients_frozen: return t("Recipients of the result frozen");
        case appeal_lodged: return t("Appeal lodged");
        case appeal_settled: return t("Appeal settled");
        // a person's account
        case registered: return t("Account made");
        case registered_again: return t("Registered with a known address");
        case address_confirmed: return t("Address confirmed");
        case address_change_asked: return t("Change of address asked");
        case address_changed: return t("Address changed");
        case name_changed: return t("Name changed");
        case account_closed: return t("Account closed");
        case invitation_accepted: return t("Invitation accepted");
        case invitation_declined: return t("Invitation declined");
        case secretariat_founded: return t("Secretariat founded");
        case signed_in: return t("Signed in");
        case sign_in_failed: return t("Signing in failed");
        case signed_out: return t("Signed out");
        case other_sessions_ended: return t("Other sessions ended");
        case password_failed: return t("Wrong password given");
        case password_changed: return t("Password changed");
        case password_reset_asked: return t("New password asked");
        case password_reset: return t("New password set");
        case second_factor_set: return t("One-time codes set up");
        case second_factor_given: return t("One-time code given");
        case second_factor_failed: return t("Wrong one-time code given");
        case recovery_codes_made: return t("Recovery codes made");
        case recovery_code_used: return t("Recovery code used");
        case factor_reset_asked: return t("New one-time codes asked for a person");
        case factor_reset_approved: return t("New one-time codes approved");
        case factor_reset_declined: return t("New one-time codes declined");
        case factor_reset_begun: return t("New one-time codes set up");
    }
    return {};
}

phrase words_for(workflow::audit_subject subject) {
    using enum workflow::audit_subject;
    switch (subject) {
        case edition: return t("Edition");
        case rule_set: return t("Rules");
        case tier: return t("Prize tier");
        case amendment: return t("Proposal of more prizes");
        case grave_act: return t("Act of two people");
        case city: return t("City");
        case entry: return t("Entry");
        case attachment: return t("Attachment");
        case extension: return t("Extension");
        case person: return t("Person");
        case factor_reset: return t("Lost one-time codes");
        case judge: return t("Judge");
        case relation: return t("Relation");
        case conflict: return t("Conflict");
        case round: return t("Round");
        case scorecard: return t("Scorecard");
        case decision: return t("Decision");
        case tally_run: return t("Tally");
        case slate: return t("Slate");
        case letter: return t("Letter");
        case appeal: return t("Appeal");
        case certificate: return t("Certificate");
    }
    return {};
}

phrase words_for_act(std::string_view subject, std::string_view action) {
    if (const auto act = workflow::find_named<workflow::audit_action>(action)) return words_for(*act);
    const auto moved = workflow::find_named<workflow::machine>(subject);
    if (!moved) return plain_words(action);
    switch (*moved) {
        case workflow::machine::edition:
            return words_for_stored<workflow::edition_action>(action, move_words);
        case workflow::machine::entry: return words_for_stored<workflow::entry_action>(action, move_words);
        case workflow::machine::scorecard:
            return words_for_stored<workflow::scorecard_action>(action, move_words);
        case workflow::machine::certificate:
            return words_for_stored<workflow::certificate_action>(action, move_words);
    }
    return {};
}

phrase words_for_subject(std::string_view subject) {
    return words_for_stored<workflow::audit_subject>(subject, words_for);
}

phrase words_for_state(std::string_view subject, std::string_view state) {
    const auto moved = workflow::find_named<workflow::machine>(subject);
    if (!moved) return plain_words(state);
    switch (*moved) {
        case workflow::machine::edition: return words_for_stored<workflow::edition_state>(state, words_for);
        case workflow::machine::entry: return words_for_stored<workflow::entry_state>(state, words_for);
        case workflow::machine::scorecard:
            return words_for_stored<workflow::scorecard_state>(state, words_for);
        case workflow::machine::certificate:
            return words_for_stored<workflow::certificate_state>(state, certificate_words);
    }
    return {};
}

phrase words_for_role(std::string_view role) {
    return words_for_stored<workflow::role>(role, role_words);
}

}  // namespace features
