#pragma once
// The part of the tally's page that shows both runs when a judge dropped out: the one that counts, and what
// the other rule would have made of the same scores. Called by the page of the tally; decides nothing.

#include "server/features/results/page.hpp"

namespace features {

// Nothing when no judge left the round with scorecards unfinished.
std::optional<pages::office_block> find_block_of_drop_out(store::database&, const acts::proposal&,
                                                          const entry_names&);

}  // namespace features
