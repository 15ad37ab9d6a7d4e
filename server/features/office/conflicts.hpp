#pragma once
// Conflicts of interest as the secretariat sees them: found, declared, challenged; settling a challenge.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_conflicts, challenge_judge, settle_challenge;

}  // namespace features
