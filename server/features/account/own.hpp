#pragma once
// The own account: name, password, sessions.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_account, keep_session, show_name, change_name, change_password, end_other_sessions;

}  // namespace features
