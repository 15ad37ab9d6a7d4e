#pragma once
// The decision on which entries go on to a further round, made beside the ranking of the round before, and
// the shortlists that hold, for reading afterwards.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_shortlist, decide_shortlist;

}  // namespace features
