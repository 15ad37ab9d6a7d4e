#pragma once
// The secretariat's overview of an edition.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_office;

}  // namespace features
