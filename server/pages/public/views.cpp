#include "server/pages/public/views.hpp"

#include <algorithm>

#include "server/pages/render.hpp"

namespace pages {

std::string medal_of(const catalogue& all, int place) {
    return all.asset("medal-" + std::to_string(std::clamp(place, 1, 4)) + ".svg");
}

}  // namespace pages
