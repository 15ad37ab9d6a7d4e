#pragma once
// The panel's order: what the tally says of the entries that this judge may see, as if there were no others
// (J2).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_deliberated_order;

}  // namespace features
