#pragma once
// P2: prizes that are shared by decision. Puts the entries of each onto one place of their category's order,
// and says which of the decisions the order does not allow. Called by slate.cpp alone; gives no prize itself.

#include "judging/slate.hpp"

namespace judging {

// Tied entries that the ladder was asked about because a shared prize took some of them: its answer put
// entries before or behind those who share.
struct asked_for_sharing {
    std::vector<entry_id> entries;
    tie_resolution resolution;
};

struct order_with_sharing {
    std::vector<tied_group> groups;
    std::vector<asked_for_sharing> asked;
    std::vector<shared_prize> unfit;
};

// The order of one category with what was decided to be shared in it, the oldest decision first. Nobody
// leaves the order, and nobody comes before an entry that beat them, by scores or by the ladder.
order_with_sharing share_places(std::vector<tied_group> order, category_id, const slate_input&);

}  // namespace judging
