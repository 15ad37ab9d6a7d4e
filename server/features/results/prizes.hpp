#pragma once
// Withholding and sharing a prize (P2); a winner who withdraws before the announcement.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_withholding, withhold_prize, show_sharing, share_prize, show_winner_withdrawal, withdraw_winner;

}  // namespace features
