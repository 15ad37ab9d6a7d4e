#pragma once
// A regular system of linear equations in whole numbers, solved exactly. For calibration.cpp, which asks for
// it once for the tally and once for each judge left out. It knows no judges.

#include <vector>

#include "judging/fraction.hpp"

namespace judging {

// Row by row; the last column is the right-hand side.
using integer_rows = std::vector<std::vector<integer>>;

// Unknown x is numerators[x] / denominator, the denominator above zero; not in lowest terms.
struct common_fractions {
    std::vector<integer> numerators;
    integer denominator = 1;
};

// The one solution. Whatever way it was found, it is put into every equation before it is returned. Throws
// std::invalid_argument where there is not exactly one.
common_fractions solve_exactly(const integer_rows&);

}  // namespace judging
