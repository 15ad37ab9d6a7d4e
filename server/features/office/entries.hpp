#pragma once
// The secretariat's list of entries with its filters, on the page and as CSV.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_entries, export_entries;

}  // namespace features
