#pragma once
// What stands to be ratified: the prizes proposed from the newest tally run, the ladder and the decisions
// that were recorded, and everything that is still open. Only loads and asks judging/; changes nothing.

#include "judging/slate.hpp"
#include "server/store/editions.hpp"
#include "server/store/tally.hpp"
#include "workflow/guards.hpp"

namespace acts {

struct proposal {
    workflow::edition edition;
    store::kept_rules rules;
    store::kept_tally run;
    bool inputs_changed = false;  // scorecards are other than the run's: make a new run first
    judging::slate_input asked;
    judging::slate slate;
    std::vector<judging::slate_problem> problems;
};

// Nothing while there is no tally run.
std::optional<proposal> propose(store::database&, workflow::edition_id);
// The same for an older run, with today's decisions: what a new run changed.
judging::slate propose_from(const proposal&, const judging::tally_result&);

// "Services, Best": the words that the secretariat knows a slot by.
std::string name_of_slot(const workflow::edition&, workflow::category_id, workflow::tier_id, int number = 1);

// The facts of `ratify` that only the slate knows: slots, ties, balance. The people are counted by the
// caller.
void add_slate_facts(const proposal&, workflow::edition_facts&);

}  // namespace acts
