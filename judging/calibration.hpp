#pragma once
// J8: the severity of judges, corrected for jointly: value = entry + severity, fitted by least squares over
// all sheets, solved in fractions. Called by the tally for the method `adjusted`; it refuses by name where
// the sheets cannot support it.

#include "judging/tally.hpp"

namespace judging {

// One judge's value for one entry, exactly.
struct exact_value {
    judge_id judge{};
    entry_id entry{};
    fraction points;
    friend bool operator==(const exact_value&, const exact_value&) = default;
};
BOOST_DESCRIBE_STRUCT(exact_value, (), (judge, entry, points))

struct calibration {
    std::vector<severity> severities;  // they sum to zero
    std::map<entry_id, fraction> adjusted;
    friend bool operator==(const calibration&, const calibration&) = default;
};
BOOST_DESCRIBE_STRUCT(calibration, (), (severities, adjusted))

// The fit, or which judges have too few entries, or the first judge of each group that stands apart. At most
// one value for each judge and entry.
tl::expected<calibration, std::vector<tally_problem>> calibrate(std::span<const exact_value>,
                                                                int minimum_entries_per_judge);

}  // namespace judging
