#pragma once
// What was decided, in words: the lines that a decision of each kind adds to its minutes. A kind without its
// lines does not compile.

#include "server/features/results/page.hpp"

namespace features {

// In the order in which they are read; none for a decision that its reason tells whole.
std::vector<pages::summary_row> words_for_body(const store::decision_body&, const workflow::edition&,
                                               const entry_names&);

// The same in one line, for lists: "Prize: Best in Services; Tier: …". Empty where there are none.
std::string facts_in_one_line(const visit&, const std::vector<pages::summary_row>&);

}  // namespace features
