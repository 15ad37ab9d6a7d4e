#pragma once
// Setting up the calendar and the edition's names.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_calendar, save_calendar;

}  // namespace features
