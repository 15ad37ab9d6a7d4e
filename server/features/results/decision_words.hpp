#pragma once
// What was decided, in words: the lines that a decision of each kind adds to its minutes. A kind without its
// lines does not compile.

#include "server/features/results/page.hpp"

namespace features {

// In the order in which they are read; none for a decision that its reason tells whole.
std::vector<pages::summary_row> words_for_body(const store::decision_body&, const workflow::edition&,
                                               const entry_names&);

}  // namespace features
