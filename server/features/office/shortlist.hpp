#pragma once
// The decision on which entries go on to a further round. Shows no score: the tally has its own pages.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_shortlist, decide_shortlist;

}  // namespace features
