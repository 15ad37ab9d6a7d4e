#pragma once
// J5: what judges changed on scorecards that a decision reopened, with their reasons. Read by the tally's
// page.

#include "server/store/database.hpp"

namespace store {

struct delta_line {
    workflow::scorecard_id scorecard_id;
    workflow::entry_id entry_id;
    std::string judge, criterion;
    std::optional<int> from_value;
    int to_value;
    std::string reason;
    workflow::instant changed_at;
};
BOOST_DESCRIBE_STRUCT(delta_line, (),
                      (scorecard_id, entry_id, judge, criterion, from_value, to_value, reason, changed_at))
// The newest first.
std::vector<delta_line> list_deltas(database&, workflow::edition_id);

}  // namespace store
