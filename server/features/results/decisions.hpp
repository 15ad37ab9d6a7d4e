#pragma once
// The minutes: the list of decisions, and recording one.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_decisions, add_decision;

}  // namespace features
