#pragma once
// Corrections after the announcement, each by a decision with a cause (P4).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_corrections, ask_correction, make_correction;

}  // namespace features
