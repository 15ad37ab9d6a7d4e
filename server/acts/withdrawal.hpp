#pragma once
// What follows when an entry leaves the edition while the panel has it: nothing is left to score on it, and
// its judges are told. Called by everyone who withdraws an entry, in the transaction of the move.

#include "server/store/moves.hpp"

namespace acts {

// When the move says so (consequence::release_scorecards): ends the entry's scorecards in rounds that are not
// closed and writes to their judges, who learn that there is one less and not which. Works as the service
// itself (the role of the clock) and gives the transaction its role back. Returns how many it ended; locked
// ones stay as they are.
int release_scorecards(store::database&, workflow::edition_id, workflow::entry_id,
                       const workflow::entry_decision&, const std::string& service_address);

}  // namespace acts
