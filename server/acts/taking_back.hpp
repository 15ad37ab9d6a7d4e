#pragma once
// P2: what was decided about the prizes (a sharing, a withholding, a word on a tie, a shortlist, what becomes
// of a prize whose winner withdrew) is taken back by a decision of its own, while the result is deliberated.
// The slate is then as if it had never been made. One transaction of the caller.

#include "server/acts/own_role.hpp"
#include "server/store/decisions.hpp"
#include "server/store/rounds.hpp"

#include <set>

namespace acts {

// The decisions that a later one has taken back.
std::set<workflow::decision_id> list_taken_back(const std::vector<store::decision_line>&);

// Those of the edition that can be taken back now, the newest first. A shortlist only until its round is
// opened.
std::vector<store::decision_line> list_open_to_taking_back(store::database&, workflow::edition_id);

// With its minutes. A shortlist taken back leaves its round with the entries of the one before, or with none.
// Refuses `stale_version` when it cannot be taken back, or was.
tl::expected<workflow::decision_id, workflow::refusal> take_back(store::database&, const store::author&,
                                                                 workflow::decision_id,
                                                                 const store::minutes&);

}  // namespace acts
