#pragma once
// The methods of a tally, one pure function each behind evaluate(): values of sheets in, one value for each
// entry out. Called by tally.cpp only; it knows neither ranks nor recusals, which are left out before.

#include "judging/calibration.hpp"

namespace judging {

// Every entry has a value, or a reason why it has none.
struct method_values {
    std::map<entry_id, fraction> values;
    std::map<entry_id, no_value> missing;
    std::vector<severity> severities;
};

// The values of the sheets that count, ordered by entry and judge. Criteria whose weights sum to less than
// all count in proportion to each other.
std::vector<exact_value> counted_values(const tally_input&);
std::vector<exact_value> counted_values(const tally_rules&, std::span<const sheet>);

// The ranking of these values in each category, the panel's deltas added.
std::vector<category_ranking> rank_values(const tally_input&, const method_values&);

// What the method `borda` takes the mean of: for each judge and category, of the other entries that the judge
// scored there, the share that the judge placed below this one, equals counting half. So 0 is last, 1 is
// first. A judge with one entry in a category says nothing. Ordered by entry and judge.
std::vector<exact_value> shares_placed_below(std::span<const judged_entry>, std::span<const exact_value>);

// The rule set's method over all entries; only `adjusted` can refuse.
tl::expected<method_values, std::vector<tally_problem>> evaluate(const tally_rules&,
                                                                 std::span<const judged_entry>,
                                                                 std::span<const exact_value>);

}  // namespace judging
