#pragma once
// Screening one entry: the checklist and the moves that the secretariat makes.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_office_entry, save_checklist, move_office_entry;

}  // namespace features
