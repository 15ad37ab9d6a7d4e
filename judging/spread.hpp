#pragma once
// J9, the plain part: what each entry and each judge looks like. Figures beside the tally, never instead of it. Called by evidence.cpp and by features for the result pages.

#include <boost/describe.hpp>

#include "judging/figure.hpp"
#include "judging/tally.hpp"

namespace judging {

// An entry's values from its counted sheets, judge by judge, and what they say together. `deviation` is the
// sample standard deviation (divided by n - 1).
struct judge_value {
    judge_id judge{};
    double points = 0;
    friend bool operator==(const judge_value&, const judge_value&) = default;
};
BOOST_DESCRIBE_STRUCT(judge_value, (), (judge, points))
struct entry_spread {
    entry_id entry{};
    std::vector<judge_value> values;
    figure mean;
    figure median;
    figure lowest;
    figure highest;
    figure deviation;
    friend bool operator==(const entry_spread&, const entry_spread&) = default;
};
BOOST_DESCRIBE_STRUCT(entry_spread, (), (entry, values, mean, median, lowest, highest, deviation))

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

std::vector<entry_spread> list_entry_spreads(const tally_input&);
std::vector<judge_spread> list_judge_spreads(const tally_input&);

}  // namespace judging
