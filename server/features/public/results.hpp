#pragma once
// The winners, past editions, a city's page.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_winners, show_newest_winners, list_past_editions, show_city;

}  // namespace features
