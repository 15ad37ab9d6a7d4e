#pragma once
// The pictures of one category's order: the places that each entry could take, and its value with what each
// judge gave. Part of evidence_shown.

#include "server/features/results/evidence_shown.hpp"

namespace features {

std::vector<pages::office_block> blocks_of_charts(const shown_evidence&, workflow::category_id);

}  // namespace features
