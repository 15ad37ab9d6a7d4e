#pragma once
// E10: with the announcement, and from the sealed inputs that the result rests on, what the rule set
// discloses of the scores becomes readable. Part of acts/announcement.

#include "server/acts/editions.hpp"
#include "server/store/slates.hpp"

namespace acts {

// Nothing where the rules disclose nothing. Throws std::runtime_error when a kept tally does not follow from
// its inputs.
void disclose_scores(const acting&, workflow::edition_id, const store::slate_line& announced);

}  // namespace acts
