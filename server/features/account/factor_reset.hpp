#pragma once
// The link that two members of the secretariat agreed to, for somebody who lost the second factor: a password
// first, then a new factor. The asking is in office/factor_resets.hpp.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_factor_reset, begin_factor_reset;

}  // namespace features
