#pragma once
// Closing the own account: what goes and what stays, and what has to end before.

#include "server/features/frame/visit.hpp"

namespace features {

feature ask_to_close_account, close_account;

}  // namespace features
