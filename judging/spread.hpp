#pragma once
// J9, the plain part: what each judge is like beside the others. Figures beside the tally, never instead of
// it. Called by evidence.cpp.

#include <boost/describe.hpp>

#include "judging/calibration.hpp"
#include "judging/figure.hpp"

namespace judging {

// A judge over all entries. `severity`: by how much this judge's values lie above (+) or below (-) the mean
// of the other judges on the same entries. `agreement`: Pearson's correlation with those means; it divides by
// the spread, so a judge who gives everything the same value has none.
struct judge_spread {
    judge_id judge{};
    int entries = 0;
    figure mean;
    figure deviation;
    figure severity;
    figure agreement;
    friend bool operator==(const judge_spread&, const judge_spread&) = default;
};
BOOST_DESCRIBE_STRUCT(judge_spread, (), (judge, entries, mean, deviation, severity, agreement))

// Every judge with a sheet, by the values of those that count.
std::vector<judge_spread> list_judge_spreads(std::span<const sheet>, std::span<const exact_value>);

}  // namespace judging
