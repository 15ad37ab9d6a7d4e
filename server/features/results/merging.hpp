#pragma once
// A category with too few entries is merged into another by decision.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_merging, merge_categories;

}  // namespace features
