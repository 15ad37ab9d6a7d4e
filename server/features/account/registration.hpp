#pragma once
// Opening an account: opening the link by mail changes nothing, since mail scanners open links too.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_register, register_person, show_confirm_address, confirm_address;

}  // namespace features
