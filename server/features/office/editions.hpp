#pragma once
// The editions that a person of the secretariat works for; founding one by form or from a file.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_offices, show_new_edition, add_new_edition, import_edition;

}  // namespace features
