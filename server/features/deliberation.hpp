#pragma once
// The panel's deliberation (J5): after a round is closed each judge reads what the others gave, entry by entry, as far
// as no conflict bars, and what the panel says is kept. Names are shown only if the rule set says so. No ranking here.

#include "server/features/visit.hpp"

namespace features {

feature show_deliberation, show_deliberated_entry, write_note;

}  // namespace features
