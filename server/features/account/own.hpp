#pragma once
// The own account: name, time zone, password, sessions.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_account, keep_session, show_name, change_name, show_zone, change_zone, change_password,
    end_other_sessions;

}  // namespace features
