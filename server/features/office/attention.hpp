#pragma once
// What waits for the secretariat, as the overview's first block. Knows no move of the edition.

#include "server/features/office/page.hpp"
#include "server/store/move_facts.hpp"

namespace features {

// Without a link when nothing waits.
pages::office_block needs_a_look(store::database&, const workflow::edition&, const workflow::edition_facts&);

}  // namespace features
