#pragma once
// What is decided beside the rule: flags, another category, personal extensions (E4).

#include "server/features/frame/visit.hpp"

namespace features {

feature flag_entry, move_to_category, show_extensions, grant_extension;

}  // namespace features
