#pragma once
// Privacy, accessibility, and what robots may read.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_privacy, show_accessibility, answer_robots;

}  // namespace features
