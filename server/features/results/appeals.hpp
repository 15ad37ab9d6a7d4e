#pragma once
// Appeals on procedure or fact, settled by somebody who did not judge.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_appeals, show_appeal, settle_appeal;

}  // namespace features
