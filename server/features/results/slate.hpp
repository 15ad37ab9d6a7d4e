#pragma once
// The slate: what the tally and the decisions propose.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_slate, build_slate;

}  // namespace features
