#pragma once
// The second factor of one's own account: one-time codes and recovery codes.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_second_factor, set_second_factor, make_recovery_codes;

}  // namespace features
