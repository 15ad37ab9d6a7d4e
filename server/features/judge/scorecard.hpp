#pragma once
// One judge's scorecard: the entry read beside it, each change saved (J4), confirmed as the server holds it,
// submitted, reopened, stepped off, and after the close amended with reasons when a decision reopened it
// (J5).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_scorecard, save_scorecard;

}  // namespace features
