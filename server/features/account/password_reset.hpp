#pragma once
// A forgotten password: opening the link by mail changes nothing, since mail scanners open links too. Answers
// alike whether the address is known or not.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_forgot_password, forgot_password, show_reset_password, reset_password;

}  // namespace features
