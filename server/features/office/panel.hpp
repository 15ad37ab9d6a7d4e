#pragma once
// The panel and the team: inviting judges and members of the secretariat.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_panel, invite_member, show_new_judge, invite_judge;

}  // namespace features
