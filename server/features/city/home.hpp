#pragma once
// The first page of somebody who enters for a city: every entry in every edition, by when, and what to do
// next.

#include "server/features/frame/visit.hpp"
#include "server/pages/city/views.hpp"
#include "server/store/entries.hpp"

namespace features {

// One card for each entry, with the most urgent thing to do.
std::vector<pages::entry_card> cards_of(const std::vector<store::my_entry_row>&, workflow::instant now);

feature show_my_home;

}  // namespace features
