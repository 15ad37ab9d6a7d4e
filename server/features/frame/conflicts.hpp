#pragma once
// J1 for features: conflicts worked out again after a change of a judge's, an entry's or a rule's data, in
// the same transaction, and the secretariat told when a judge is taken off an entry. The finding itself is
// acts/conflicts.hpp.

#include "server/features/frame/visit.hpp"

namespace features {

// Of the visit's edition, whatever the role; gives the transaction its role back.
void work_out_conflicts(visit&, store::database&);

}  // namespace features
