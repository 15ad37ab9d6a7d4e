#pragma once
// What the guards of workflow/guards.hpp ask, looked up in the transaction of the move: one function for each
// machine. Each sets what the database knows in the role that asks, and leaves unset what only the act knows:
// a reason, a decision, what is missing in a form or a sheet, the slate. A guard that meets an unset fact
// refuses.

#include "server/store/editions.hpp"
#include "workflow/guards.hpp"

namespace store {

// `now` is the database's clock at this instant: take share_edition() or lock_edition() first. Slots, ties,
// balance, approvals and the extension's instants are left to the act.
workflow::edition_facts load_edition_facts(database&, const workflow::edition&, const kept_rules&);

// `who` decides is_own: a confirmed applicant of the entry's city. The checklist is loaded for the
// secretariat only. Left to the act: reason_given, decision_recorded, missing_fields.
workflow::entry_facts load_entry_facts(database&, const workflow::edition&, const workflow::actor& who,
                                       workflow::entry_id);
// For entries that a move of the edition carries along (award, reconsider, lapse), in the order of the ids,
// without checklists: the edition is in `state` then.
std::vector<workflow::entry_facts> load_entry_facts(database&, const workflow::edition&,
                                                    workflow::edition_state state, const workflow::actor& who,
                                                    const std::vector<workflow::entry_id>&);

// `who` decides is_own: the scorecard's judge. Left to the act: reason_given, decision_recorded, and what is
// missing or off the scale on the sheet.
workflow::scorecard_facts load_scorecard_facts(database&, const workflow::actor& who, workflow::scorecard_id);
// The same of many, in the order of the ids.
std::vector<workflow::scorecard_facts> load_scorecard_facts(database&, const workflow::actor& who,
                                                            const std::vector<workflow::scorecard_id>&);

// Left to the act: reason_given, replacement_ready.
workflow::certificate_facts load_certificate_facts(database&, workflow::certificate_id);

}  // namespace store
