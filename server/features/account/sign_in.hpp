#pragma once
// Signing in and out. A session begins here and in invitation.hpp and factor_reset.hpp only, always with a
// password just given, and for judges and the secretariat it opens nothing before the second factor.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_sign_in, sign_in, show_code, give_code, sign_out;

}  // namespace features
