#pragma once
// J1: conflicts of interest are worked out again on every change of a judge's or an entry's data. Every
// writer of such data calls this in the same transaction, whatever its role; what the rules do not know is
// declared or challenged.

#include "server/acts/moving.hpp"
#include "server/store/conflicts.hpp"

namespace acts {

struct conflicts_found {
    int appeared = 0;
    int vanished = 0;
    int recused = 0;  // scorecards that a conflict now bars, taken off their judge
    int voided = 0;   // locked ones, which no longer count
};

// Compares what the rules find now with what is kept, keeps the difference, and takes scorecards that are
// barred now off their judges, with all that follows a recusal. Works as the service itself (the role of the
// clock) and gives the transaction its role back.
conflicts_found recompute_conflicts(const acting&);

// The same in every edition that this person judges: after a change of what the person belongs to.
void recompute_conflicts_of(const acting&, workflow::person_id);

}  // namespace acts
