#pragma once
// Made-up scores from which the exact tally proposes exactly the real winners, with two ties at prize lines:
// one that the ladder's first rung breaks, and one that a second ballot of the panel has to. Deterministic;
// knows only who may score what.

#include "server/commands/demo_entries.hpp"

namespace demonstration {

using scores = std::map<std::string, int>;  // by the criterion's key

// Of each entry (by its place in `entries`) and each judge (by the place in the file) who has no conflict
// with it.
std::vector<std::map<std::size_t, scores>> make_up_scores(const config::edition_file&,
                                                          const std::vector<made_up_entry>& entries);

}  // namespace demonstration
