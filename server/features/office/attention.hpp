#pragma once
// What waits for the secretariat, as the overview's first block: also the move that the clock should have
// made and why it did not. Knows no other move of the edition.

#include "server/features/office/page.hpp"
#include "server/store/due_moves.hpp"
#include "server/store/move_facts.hpp"

namespace features {

// Nothing when nothing waits. `due` is what was due before the facts were gathered, so that the clock's guard
// is asked about no earlier instant.
std::optional<pages::office_block> needs_a_look(store::database&, const workflow::edition&,
                                                const workflow::edition_facts&,
                                                const std::vector<store::due_move>& due);

}  // namespace features
