#pragma once
// Signing in, registering, links by mail, the own account. Answers under the act sign_in, keep_account or
// secure_account; the slow routes check passwords.

#include "server/features/visit.hpp"

namespace features {

feature show_sign_in, sign_in, sign_out;

}  // namespace features
