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

namespace {

bool is_whole_number(std::string_view text) {
    const bool signs_itself = text.starts_with('-');
    if (signs_itself) text.remove_prefix(1);
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<fraction> read_exactly(std::string_view text) {
    const auto bar = text.find('/');
    const auto top = text.substr(0, bar);
    const auto bottom = bar == std::string_view::npos ? std::string_view("1") : text.substr(bar + 1);
    // A leading zero would make Boost read octal, and write_exactly() writes none.
    if (!is_whole_number(top) || !is_whole_number(bottom)) return std::nullopt;
    if (bottom.starts_with('0') || top.starts_with("0") != (top == "0") || top.starts_with("-0"))
        return std::nullopt;
    const fraction exact(integer{std::string(top)}, integer{std::string(bottom)});
    if (write_exactly(exact) != text) return std::nullopt;
    return exact;
}

double approximately(const fraction& exact) {
    return exact.convert_to<double>();
}

}  // namespace judging
