#pragma once
// Tally runs, with their inputs and evidence.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_tally, make_tally_run, download_tally_inputs;

}  // namespace features
