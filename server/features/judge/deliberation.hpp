#pragma once
// The panel's deliberation (J5): after a round is closed each judge reads what the others gave, entry by
// entry, as far as no conflict bars, and what the panel says is kept. Names are shown only if the rule set
// says so.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_deliberation, show_deliberated_entry, write_note;

// The order of the entries that this judge may see, and how sure it is (J9). It is worked out from these
// entries alone, as if there were no others, so that no place, line or figure tells of one that a conflict
// bars (J2).

}  // namespace features
