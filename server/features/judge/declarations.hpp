#pragma once
// A judge declares for each entry, before it is shown, whether there is a conflict of interest (J1).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_declarations, declare_conflicts;

}  // namespace features
