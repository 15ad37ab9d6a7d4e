#pragma once
// E10: what a city reads of its own scores after the announcement, on the entry's page and as a file.

#include "server/features/city/entry.hpp"

namespace features {

// Nothing before the announcement, or where the rules disclose nothing.
void add_scores(store::database&, const my_entry&, pages::entry_view&);

feature export_own_scores;

}  // namespace features
