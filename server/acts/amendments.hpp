#pragma once
// The rules amended after scoring (J10, P1): prize slots added below the others, by two different members of
// the secretariat. One transaction of the caller; refusals leave everything as it was.

#include "server/store/amendments.hpp"
#include "server/store/editions.hpp"

namespace acts {

// Keeps the proposal. Refuses `slate_approved` when somebody has approved the slate, `rules_frozen` when it
// is no addition below the others, `proposal_waits` when one waits already.
tl::expected<std::int64_t, workflow::refusal> propose_amendment(store::database&, const store::author&,
                                                                const store::amendment_wanted&,
                                                                const store::minutes& minutes);

// By another person than the proposer (`needs_two_people`) who was a member then (`joined_later`): the
// decision with the minutes of the proposal, the tier or its prizes, and the version of the rules that holds
// them, frozen. Refuses `stale_version` when it was settled before, and what propose_amendment() refuses.
tl::expected<workflow::decision_id, workflow::refusal> confirm_amendment(store::database&,
                                                                         const store::author&,
                                                                         std::int64_t amendment);

// By anybody of the secretariat, also by the proposer. Refuses `stale_version`.
workflow::verdict reject_amendment(store::database&, const store::author&, std::int64_t amendment);

}  // namespace acts
