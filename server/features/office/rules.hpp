#pragma once
// Setting up the other rules.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_rules, save_rules;

}  // namespace features
