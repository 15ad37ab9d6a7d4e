#include "judging/sharing.hpp"

#include <algorithm>

namespace judging {

namespace {

using positions = std::vector<std::size_t>;

bool is_among(std::span<const entry_id> all, entry_id wanted) {
    return std::ranges::find(all, wanted) != all.end();
}

std::ptrdiff_t count_among(std::span<const entry_id> all, std::span<const entry_id> wanted) {
    return std::ranges::count_if(all, [&](entry_id each) { return is_among(wanted, each); });
}

// The groups of the order that hold any of these.
positions positions_of(const std::vector<tied_group>& order, std::span<const entry_id> wanted) {
    positions found;
    for (std::size_t at = 0; at < order.size(); ++at)
        if (count_among(order[at].entries, wanted) > 0) found.push_back(at);
    return found;
}

// What the ladder makes of tied entries when each of them is asked about, not only those at a prize line.
void refine(const std::vector<entry_id>& tied, const tie_facts& facts, std::vector<tied_group>& into) {
    const auto resolution = tied.size() < 2 ? tie_resolution{} : resolve_tie(tied, 1, facts);
    if (resolution.groups.size() < 2) return into.push_back({tied, false, true});
    for (const auto& group : resolution.groups)
        if (group.shares || !group.is_settled)
            into.push_back({group.entries, false, true});
        else
            refine(group.entries, facts, into);
}

// How many of a refined tie stand before the first who shares; with nobody there, up to the last who does.
int line_in(const std::vector<tied_group>& refined, std::span<const entry_id> sharing) {
    const auto at = positions_of(refined, sharing);
    const auto end = at.front() > 0 ? at.front() : at.back() + 1;
    std::size_t before = 0;
    for (std::size_t each = 0; each < end; ++each) before += refined[each].entries.size();
    return static_cast<int>(before);
}

// A decision takes some of a tie only as the ladder allows it: asks it, and puts its answer in the tie's
// place.
void refine_ties(order_with_sharing& made, const shared_prize& sharing, const tie_facts& facts) {
    std::vector<tied_group> order;
    for (auto& group : made.groups) {
        const auto taken = count_among(group.entries, sharing.entries);
        if (taken == 0 || group.shares || taken == std::ssize(group.entries)) {
            order.push_back(std::move(group));
            continue;
        }
        std::vector<tied_group> refined;
        refine(group.entries, facts, refined);
        const int line = line_in(refined, sharing.entries);
        if (line < std::ssize(group.entries) && refined.size() > 1)
            made.asked.push_back({group.entries, resolve_tie(group.entries, line, facts)});
        std::ranges::move(refined, std::back_inserter(order));
    }
    made.groups = std::move(order);
}

bool has_withdrawn(const slate_input& input, entry_id entry) {
    return std::ranges::find(input.withdrawn, entry, &withdrawn_entry::entry) != input.withdrawn.end();
}

// All of them are there, and nobody who is still there came behind the first of them and before the last.
bool fits(const std::vector<tied_group>& order, const shared_prize& sharing, const slate_input& input) {
    const auto at = positions_of(order, sharing.entries);
    std::ptrdiff_t found = 0;
    for (const auto& group : order) found += count_among(group.entries, sharing.entries);
    if (sharing.entries.size() < 2 || found != std::ssize(sharing.entries)) return false;
    for (auto between = at.front() + 1; between < at.back(); ++between) {
        const auto& group = order[between];
        if (group.shares && count_among(group.entries, sharing.entries) > 0) continue;  // all of them join
        for (const auto each : group.entries)
            if (!is_among(sharing.entries, each) && !has_withdrawn(input, each)) return false;
    }
    return true;
}

void put_together(std::vector<tied_group>& order, const shared_prize& sharing) {
    const auto at = positions_of(order, sharing.entries);
    tied_group together{{}, true, true};
    for (const auto position : at) {
        auto& group = order[position];
        // A third one joins those who share already.
        const bool all = group.shares;
        for (const auto each : group.entries)
            if (all || is_among(sharing.entries, each)) together.entries.push_back(each);
        std::erase_if(group.entries, [&](entry_id each) { return is_among(together.entries, each); });
    }
    std::ranges::sort(together.entries);
    // Who is left of the first group beat those who come up to it from further down.
    const bool come_up_behind = at.size() > 1 && !order[at.front()].entries.empty();
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(at.front() + (come_up_behind ? 1 : 0)),
                 std::move(together));
    std::erase_if(order, [](const auto& group) { return group.entries.empty(); });
}

}  // namespace

order_with_sharing share_places(std::vector<tied_group> order, category_id category,
                                const slate_input& input) {
    order_with_sharing made{std::move(order), {}, {}};
    for (const auto& sharing : input.shared) {
        if (sharing.category != category) continue;
        auto refined = made;
        refine_ties(refined, sharing, input.ties);
        if (fits(refined.groups, sharing, input)) {
            put_together(refined.groups, sharing);
            made = std::move(refined);
        } else {
            made.unfit.push_back(sharing);
        }
    }
    return made;
}

}  // namespace judging
