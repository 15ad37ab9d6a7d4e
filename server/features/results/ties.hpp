#pragma once
// One tie at a prize line, and the decision on it (J7).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_tie, decide_tie;

}  // namespace features
