#include "server/pages/office/views.hpp"

namespace pages {

void give_jumps(office_view& view) {
    constexpr std::size_t few = 4;
    int number = 0;
    view.jumps.clear();
    for (auto& block : view.blocks) {
        if (block.heading.empty()) continue;
        block.anchor = "part-" + std::to_string(++number);
        view.jumps.push_back({block.heading, "#" + block.anchor});
    }
    view.has_jumps = view.jumps.size() > few;
}

}  // namespace pages
