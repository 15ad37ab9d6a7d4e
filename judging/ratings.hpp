#pragma once
// The values of the counted sheets as one table, entries × judges, in whole units: what all figures beside
// the tally read. Made once from exact values; a pair without a counted sheet is not in it. Knows no method.

#include <cstdint>
#include <span>

#include "judging/calibration.hpp"

namespace judging {

// Judge and entry by their places in the table's lists. `units` is a whole number, so sums of it are exact
// and equal values stay equal.
struct rating {
    std::uint32_t judge = 0;
    double units = 0;
};

// `entries` and `judges` are ordered by number. `starts` has one more place than `entries`: the cells of
// entry e are those from starts[e] to starts[e + 1], ordered by judge. A value is units / units_per_point.
struct ratings {
    std::vector<entry_id> entries;
    std::vector<judge_id> judges;
    std::vector<std::size_t> starts;
    std::vector<rating> cells;
    double units_per_point = 1;

    std::span<const rating> of(std::size_t entry) const {
        return {cells.data() + starts[entry], starts[entry + 1] - starts[entry]};
    }
};

// All entries given, also those without a value; the judges of the values and those of `others`. The unit is
// the least common denominator of the values; where that is over 2^32, values are rounded to 2^-32 of a
// point.
ratings tabulate(std::span<const judged_entry> entries, std::span<const exact_value> values,
                 std::span<const exact_value> others = {});

// The entries that every judge of the table scored, and all the judges: what analysis of variance and ranks
// need. Empty, with all judges, if there are none.
ratings complete_part(const ratings&);

// The entries of one category, with the judges who scored any of them.
ratings part_of_category(const ratings&, std::span<const judged_entry>, category_id);

}  // namespace judging
