#pragma once
// A city's appeal against the result of an entry: on procedure or fact, in the window after the announcement.
// When it may be lodged is workflow/appeal.hpp's; who settles it is in results_appeals.cpp.

#include "server/features/city/entry.hpp"

namespace features {

feature ask_to_appeal, lodge_appeal;

// What became of the appeals about this entry, for its timeline; and the way to lodge one, while there is
// one.
void add_appeals(store::database&, const my_entry&, pages::entry_view&);

}  // namespace features
