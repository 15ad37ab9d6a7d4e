#pragma once
// Signing in, registering, links by mail, the own account. Answers under the act sign_in, keep_account or
// secure_account; the slow routes check passwords. A session begins in sign_in, accept_invitation,
// found_secretariat and begin_factor_reset only, always with a password just given, and for judges and the
// secretariat it opens nothing before the second factor.

#include "server/features/visit.hpp"

namespace features {

// account_sign_in.cpp
feature show_sign_in, sign_in, show_code, give_code, sign_out;

// account_register.cpp: by mailed links whose GET changes nothing (trust.md 3.7)
feature show_register, register_person, show_confirm_address, confirm_address;

// account_reset.cpp
feature show_forgot_password, forgot_password, show_reset_password, reset_password;

// account_invitation.cpp
feature show_invitation, accept_invitation, show_first_secretariat, found_secretariat;

// account_own.cpp
feature show_account, show_name, change_name, change_password, end_other_sessions;

// account_address.cpp
feature show_address, ask_for_address, show_new_address, take_new_address;

// account_factor.cpp
feature show_second_factor, set_second_factor, make_recovery_codes;

// account_factor_reset.cpp: the link that two members of the secretariat agreed to
feature show_factor_reset, begin_factor_reset;

}  // namespace features
