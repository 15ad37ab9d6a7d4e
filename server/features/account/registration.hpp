#pragma once
// Opening an account: the link by mail changes nothing when it is opened (trust.md 3.7).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_register, register_person, show_confirm_address, confirm_address;

}  // namespace features
