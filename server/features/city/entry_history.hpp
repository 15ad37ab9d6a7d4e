#pragma once
// What a city wrote in a section before, also what was refused since somebody else had saved in between (E2).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_history;

}  // namespace features
