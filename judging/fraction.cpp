#include "judging/fraction.hpp"

#include <algorithm>

namespace judging {

namespace mp = boost::multiprecision;

std::string show(const fraction& exact, int decimals) {
    const integer scale = mp::pow(integer(10), static_cast<unsigned>(std::max(decimals, 0)));
    const integer bottom = mp::denominator(exact);
    const integer top = mp::abs(mp::numerator(exact)) * scale;
    const integer rounded = (2 * top + bottom) / (2 * bottom);
    std::string digits = rounded.str();
    if (decimals > 0) {
        const auto places = static_cast<std::size_t>(decimals);
        if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
        digits.insert(digits.size() - places, ".");
    }
    if (exact < 0 && rounded != 0) digits.insert(0, "-");
    return digits;
}

std::string write_exactly(const fraction& exact) {
    const integer bottom = mp::denominator(exact);
    const std::string top = mp::numerator(exact).str();
    return bottom == 1 ? top : top + "/" + bottom.str();
}

double approximately(const fraction& exact) {
    return exact.convert_to<double>();
}

}  // namespace judging
