#pragma once
// Invitations to the panel and to the secretariat, and the link with which an empty service gets its first
// member.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_invitation, answer_invitation, show_first_secretariat, found_secretariat;

}  // namespace features
