#pragma once
// The words of the demonstration's made-up projects: for each category a list of projects in a sentence or
// two. No city ever entered any of them.

#include <span>
#include <string_view>

namespace demonstration {

// `thing` follows "We built", `people` are who had the trouble, `trouble` follows "they".
struct made_up_project {
    std::string_view title;
    std::string_view thing;
    std::string_view people;
    std::string_view trouble;
};

// Fourteen for each of the five categories; empty for a category that is not known.
std::span<const made_up_project> projects_of(std::string_view category);

}  // namespace demonstration
