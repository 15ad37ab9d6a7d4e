#pragma once
// Setting up the rubric.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_rubric, save_rubric;

}  // namespace features
