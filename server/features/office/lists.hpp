#pragma once
// Setting up an edition's categories and prize tiers.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_categories, save_categories, show_tiers, save_tiers;

}  // namespace features
