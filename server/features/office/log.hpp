#pragma once
// The audit log of an edition as the secretariat reads it, with filters. Nothing is changed here.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_log;

}  // namespace features
