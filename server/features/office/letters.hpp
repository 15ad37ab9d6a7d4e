#pragma once
// The outbox as the secretariat sees it, reminders, and the log.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_letters, send_again_letter, send_reminders, show_log;

}  // namespace features
