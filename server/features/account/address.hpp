#pragma once
// A new address for the own account: asked for with the password, taken by a link that the new address
// receives.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_address, ask_for_address, show_new_address, take_new_address;

}  // namespace features
