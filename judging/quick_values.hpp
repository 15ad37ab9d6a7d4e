#pragma once
// The methods of a tally in doubles, for a rehearsal that asks for tens of thousands of them. Equal values
// stay equal: units are whole, so that sums are exact and quotients of equal fractions round to the same
// double; `borda` and `adjusted` are rounded to far less than two different values can be apart. No edition
// is ever ranked by it.

#include "judging/ratings.hpp"
#include "workflow/rules.hpp"

namespace judging {

struct quick_rules {
    workflow::tally_method method = workflow::tally_method::mean;
    int trim = 1;
    int minimum_entries_per_judge = 2;
};

// For each entry of the table a value, or NaN where the method has none. `categories`: the entries of each.
// Nothing when `adjusted` refuses.
std::optional<std::vector<double>> quick_values(const quick_rules&, const ratings&,
                                                std::span<const std::vector<std::size_t>> categories);

// Entries of one category from the highest value down, equal values together; those without one are left out.
std::vector<std::vector<std::size_t>> quick_order(std::span<const std::size_t> entries,
                                                  std::span<const double> values);

}  // namespace judging
