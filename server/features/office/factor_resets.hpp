#pragma once
// Somebody lost the second factor: one member of the secretariat asks, another one settles it.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_factor_resets, ask_factor_reset, settle_factor_reset;

}  // namespace features
