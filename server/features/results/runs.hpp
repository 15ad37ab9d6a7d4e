#pragma once
// Below the tally: what its runs were made from and what each changed. Called by results_tally.cpp; knows no
// ranking.

#include "server/features/results/page.hpp"
#include "server/store/tally.hpp"

namespace features {

// The newest tally beside the one before it, with a warning where a prize would go elsewhere.
pages::office_block block_of_changes(const store::kept_tally& before, const acts::proposal&,
                                     const entry_names&);
// Every run with the hash of its inputs, the newest first.
pages::office_block block_of_runs(const workflow::edition&, const std::vector<store::tally_run_line>&);
// The scores that were changed in deliberation.
pages::office_block block_of_deltas(store::database&, const workflow::edition&, const entry_names&);

}  // namespace features
