#pragma once
// Two people ratify the slate, one may withdraw it with a reason, one announces.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_ratification, approve_slate, ask_slate_withdrawal, withdraw_slate, show_announcement,
    announce_result;

}  // namespace features
