#pragma once
// The acts on scorecards while judging is open, and a judge's own after a decision reopened one: beginning,
// submitting, reopening, locking again, stepping off, taking a judge off. What is decided on a locked
// scorecard stands in tally. Each asks the table and makes the move with all that it names. One transaction
// of the caller, who holds share_edition().

#include "server/acts/moving.hpp"
#include "server/store/judging.hpp"
#include "server/store/rounds.hpp"
#include "server/store/scorecards.hpp"
#include "workflow/guards.hpp"

namespace acts {

// What the guards ask of a judge's own scorecard with this sheet; `reason_given` and `decision_recorded` stay
// unset.
workflow::scorecard_facts facts_of_sheet(store::database&, const workflow::actor&,
                                         const store::scorecard_row&, const workflow::rule_set&,
                                         const store::sheet&);

// assigned -> in_progress, at the first save.
card_moved begin_scorecard(const acting&, const store::scorecard_row&, const workflow::rule_set&,
                           const store::sheet&);
// in_progress -> submitted, or reopened -> locked: exactly this sheet is hashed and kept, then the state
// moves.
card_moved confirm_scorecard(const acting&, const store::scorecard_row&, const workflow::rule_set&,
                             const store::sheet&, workflow::scorecard_action);
// submitted -> in_progress.
card_moved reopen_own_scorecard(const acting&, const store::scorecard_row&, const workflow::rule_set&,
                                const store::sheet&);

// A judge steps off entries for a conflict: the unfinished and submitted scorecards on them are recused, then
// the entries are barred. Declarations were written before. Refuses when one of the scorecards cannot be
// recused.
workflow::verdict step_off(const acting&, workflow::judge_id, const std::vector<store::declaration>&);

// The secretariat takes a judge off one entry (recuse, excuse), with `now.reason`. Recused, the judge is
// barred from it as by a declaration (J12).
card_moved take_off(const acting&, workflow::scorecard_id, workflow::scorecard_action);
// J11: a judge who was recused or excused by mistake goes on, with the scores that there were and
// `now.reason`; what was declared or recorded against the pair is lifted. Refuses what still bars, and after
// the close.
card_moved put_back(const acting&, workflow::scorecard_id);

}  // namespace acts
