#pragma once
// One function for each consequence that a lifecycle's table names, in the order of the enumerators in
// workflow/states.hpp. Called by moving.cpp only, whose switches do not compile without one. Each works in
// the transaction of the move and in the role of who acts, and takes on the service's own role where rules
// bring something about; it answers with a refusal where the move cannot be made after all.

#include "server/acts/moving.hpp"

namespace acts {

// ---- an edition's, before its state changes
workflow::verdict publish_the_call(const acting&, edition_move&);
workflow::verdict publish_the_calendar(const acting&, edition_move&);
workflow::verdict tell_applicants(const acting&, edition_move&);
// Drafts lapse, but those of cities whose extension still holds.
workflow::verdict lapse_the_drafts(const acting&, edition_move&);
// The rules are frozen; their hash goes into the log.
workflow::verdict publish_the_rule_set(const acting&, edition_move&);
// Pairs that are missing are assigned, and the round is opened. Refuses `too_few_judges`.
workflow::verdict open_the_scorecards(const acting&, edition_move&);
workflow::verdict tell_the_judges(const acting&, edition_move&);
// Submitted scorecards are locked, and the round is closed: from there on its scores may be read.
workflow::verdict lock_the_scorecards(const acting&, edition_move&);
workflow::verdict seal_the_inputs(const acting&, edition_move&);
// A method that refuses the inputs (J8) does not refuse the move: the log says so, and the secretariat is
// told.
workflow::verdict run_the_tally(const acting&, edition_move&);
workflow::verdict award_the_slate(const acting&, edition_move&);
// The slate is fixed, with the list of those who will get its letters.
workflow::verdict seal_the_result(const acting&, edition_move&);
workflow::verdict reconsider_the_slate(const acting&, edition_move&);
workflow::verdict publish_the_result(const acting&, edition_move&);
workflow::verdict send_the_results(const acting&, edition_move&);
workflow::verdict issue_the_certificates(const acting&, edition_move&);
workflow::verdict send_the_cancellation(const acting&, edition_move&);

// ---- an entry's, after its state changed, but for the version
workflow::verdict keep_the_version(const acting&, entry_move&);
workflow::verdict send_the_receipt(const acting&, entry_move&);
workflow::verdict ask_the_city(const acting&, entry_move&);
workflow::verdict send_the_finding(const acting&, entry_move&);
workflow::verdict confirm_the_withdrawal(const acting&, entry_move&);
workflow::verdict tell_the_secretariat(const acting&, entry_move&);
// The entry's scorecards in rounds that are not closed end; locked ones stay as they are.
workflow::verdict release_the_scorecards(const acting&, entry_move&);
workflow::verdict free_the_slot(const acting&, entry_move&);
workflow::verdict revoke_the_certificate(const acting&, entry_move&);
workflow::verdict issue_the_certificate(const acting&, entry_move&);
workflow::verdict publish_the_correction(const acting&, entry_move&);

// ---- of the scorecards that one act moved, after they moved
using moved_scorecards = std::vector<const scorecard_move*>;
workflow::verdict run_the_tally(const acting&, const moved_scorecards&);
// Entries that fell below the minimum of judges while a round is open get whom the assignment finds.
workflow::verdict find_an_alternate(const acting&, const moved_scorecards&);
workflow::verdict tell_the_judge(const acting&, const moved_scorecards&);
workflow::verdict tell_the_secretariat(const acting&, const moved_scorecards&);

// ---- a certificate's, before its state changes
// The new one first, then the old one out of force: at no instant does a holder have none.
workflow::verdict replace_the_certificate(const acting&, certificate_move&);

}  // namespace acts
