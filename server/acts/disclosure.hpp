#pragma once
// E10: with the announcement, and from the sealed inputs that the result rests on, what the rule set
// discloses of the scores becomes readable. Part of acts/announcement.

#include "server/acts/moving.hpp"

namespace acts {

// Nothing where the rules disclose nothing. `announced`: the tally run that the slate was made from. Throws
// std::runtime_error when a kept tally does not follow from its inputs.
void disclose_scores(const acting&, const edition_move&, workflow::tally_run_id announced);

}  // namespace acts
