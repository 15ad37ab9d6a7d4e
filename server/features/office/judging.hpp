#pragma once
// Assignment and progress (no score, J5), and the decision on a shortlist.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_judging, make_assignment, show_shortlist, decide_shortlist;

}  // namespace features
