#pragma once
// Assignment and progress (no score, J5).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_judging, make_assignment;

}  // namespace features
