#pragma once
// Privacy, accessibility, and what robots may read.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_privacy, show_accessibility, answer_robots, answer_sitemap, answer_favicon;

}  // namespace features
