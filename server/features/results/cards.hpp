#pragma once
// The scorecards of a closed round, and the decisions on one of them: reopen, lock again, make void.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_cards, ask_card, decide_card;

}  // namespace features
