#pragma once
// A decision about the prizes taken back before the result is ratified (P2): what it was, and the minutes.

#include "server/features/frame/visit.hpp"

namespace features {

feature ask_taking_back, take_decision_back;

}  // namespace features
