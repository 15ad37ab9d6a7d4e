#pragma once
// The secretariat's overview of an edition, and the page that asks before each of the edition's moves.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_office, ask_edition_move, move_edition;

}  // namespace features
