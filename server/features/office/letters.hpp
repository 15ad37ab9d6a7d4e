#pragma once
// The outbox as the secretariat sees it, and reminders.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_letters, send_again_letter, settle_letter, send_reminders;

}  // namespace features
