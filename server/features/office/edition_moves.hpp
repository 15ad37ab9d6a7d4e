#pragma once
// The page that asks before each of an edition's moves, and the moves. What cannot be taken back (T5) is
// asked for there and done by a second person on another page.

#include "server/features/frame/visit.hpp"
#include "server/store/editions.hpp"

namespace features {

feature ask_edition_move, move_edition;

// The moves that are made on these pages; the others stand on the pages of the result.
bool is_made_here(workflow::edition_action);
// What would be in the way of a move if it were made with a reason now; nothing when it can be made, or asked
// for.
std::optional<workflow::refusal> find_obstacle(store::database&, const workflow::edition&,
                                               workflow::edition_action, const workflow::actor&,
                                               workflow::edition_facts);

}  // namespace features
