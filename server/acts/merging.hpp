#pragma once
// A category with too few entries merged into another one by decision, after judging and
// before anybody approves the slate: its entries move with their scores, a new tally run is made, and it has
// no prizes any more.

#include "server/acts/tally.hpp"

namespace acts {

// One transaction of the caller, who holds lock_edition(). Refuses `slate_approved`, and what run_tally()
// refuses.
tl::expected<workflow::decision_id, workflow::refusal> merge_category(store::database&, const store::author&,
                                                                      workflow::category_id from,
                                                                      workflow::category_id into,
                                                                      const store::minutes&,
                                                                      workflow::tally_run_id relied_on);

}  // namespace acts
