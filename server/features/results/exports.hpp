#pragma once
// The result and the stage list as CSV.

#include "server/features/frame/visit.hpp"

namespace features {

feature export_results, export_stage_list;

}  // namespace features
