#pragma once
// What an entry answers, for whoever screens it: as it was submitted, or while its city writes it by the form
// as it is; and what was asked before (E9). Knows no move and no checklist.

#include "server/features/office/page.hpp"
#include "server/store/screening.hpp"

namespace features {

std::vector<pages::office_block> answers_blocks(store::database&, const workflow::edition&,
                                                const store::screened_entry&);

}  // namespace features
