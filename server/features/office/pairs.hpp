#pragma once
// The judges of one entry: adding one, taking one off.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_pairs, add_pair, step_off;

}  // namespace features
