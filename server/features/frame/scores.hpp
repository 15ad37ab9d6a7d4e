#pragma once
// Scores as pages and files show them, to the city and to everybody alike.

#include "judging/fraction.hpp"
#include "workflow/rules.hpp"

#include <optional>

namespace features {

// With two decimals, or a dash where there is none.
std::string shown_value(const std::optional<judging::fraction>&);
std::string shown_rank(std::optional<int>);  // likewise
// "7, 8, 8"
std::string listed_scores(const std::vector<int>&);
// The criterion of kept scores; throws std::logic_error for a key that the rubric has not.
const workflow::criterion& criterion_of(const workflow::rubric&, const std::string& key);

}  // namespace features
