#include "judging/slate.hpp"

#include <algorithm>

namespace judging {

namespace {

std::vector<workflow::tier> from_the_highest(std::vector<workflow::tier> tiers) {
    std::ranges::stable_sort(tiers, {}, &workflow::tier::order);
    return tiers;
}

// Walks down one category's order and fills its slots; refines the order where a prize line cuts a tie.
class category_walk {
public:
    category_walk(const slate_input& input, category_id category, std::vector<tied_group> order)
        : input_(input), category_(category), order_(std::move(order)) {}

    void walk(const std::vector<workflow::tier>& tiers) {
        for (const auto& tier : tiers)
            for (int number = 1; number <= tier.per_category; ++number) fill(tier, number);
    }

    std::vector<slot> slots;
    std::vector<tie_at_line> ties;
    const std::vector<tied_group>& order() const { return order_; }

private:
    const withheld_slot* find_withheld(tier_id tier, int number) const {
        const auto found = std::ranges::find_if(input_.withheld, [&](const auto& each) {
            return each.category == category_ && each.tier == tier && each.number == number;
        });
        return found == input_.withheld.end() ? nullptr : &*found;
    }

    // How many prizes of this tier are still to be given, this slot included.
    int prizes_left(const workflow::tier& tier, int number) const {
        int left = 0;
        for (int each = number; each <= tier.per_category; ++each)
            left += find_withheld(tier.id, each) == nullptr;
        return left;
    }

    void fill(const workflow::tier& tier, int number) {
        slot here{category_, tier.id, number, slot_state::filled, {}, {}};
        if (const auto* withheld = find_withheld(tier.id, number)) {
            here.state = slot_state::withheld;
            here.reason = withheld->reason;
        } else if (is_blocked_) {
            here.state = slot_state::blocked;
        } else if (next_ == order_.size()) {
            here.state = slot_state::no_entry;
        } else {
            settle(tier, prizes_left(tier, number));
            take(here);
        }
        slots.push_back(std::move(here));
    }

    // If a line of this tier cuts the group that is next, the ladder decides which of it are above the line.
    void settle(const workflow::tier& tier, int prizes) {
        const auto group = order_[next_];
        if (taken_of_group_ > 0 || group.shares || std::ssize(group.entries) <= prizes) return;
        auto resolution = resolve_tie(group.entries, prizes, input_.ties);
        const auto at = order_.begin() + static_cast<std::ptrdiff_t>(next_);
        order_.insert(order_.erase(at), resolution.groups.begin(), resolution.groups.end());
        ties.push_back({category_, tier.id, group.entries, std::move(resolution)});
    }

    void take(slot& here) {
        auto& group = order_[next_];
        if (!group.is_settled) {
            here.state = slot_state::tied;
            here.entries = group.entries;
            is_blocked_ = true;
        } else if (group.shares) {
            here.state = group.entries.size() > 1 ? slot_state::shared : slot_state::filled;
            here.entries = group.entries;
            ++next_;
        } else {
            // All of them get a prize of this tier, so that it does not matter whose slot has which number.
            here.entries = {group.entries[taken_of_group_]};
            if (++taken_of_group_ == group.entries.size()) ++next_, taken_of_group_ = 0;
        }
    }

    const slate_input& input_;
    category_id category_;
    std::vector<tied_group> order_;
    std::size_t next_ = 0;
    std::size_t taken_of_group_ = 0;
    bool is_blocked_ = false;
};

const withdrawn_entry* find_withdrawn(const slate_input& input, entry_id entry) {
    const auto found = std::ranges::find(input.withdrawn, entry, &withdrawn_entry::entry);
    return found == input.withdrawn.end() ? nullptr : &*found;
}

std::vector<tied_group> without_those_who_make_room(std::vector<tied_group> order, const slate_input& input) {
    for (auto& group : order)
        std::erase_if(group.entries, [&](entry_id each) {
            const auto* gone = find_withdrawn(input, each);
            return gone && gone->then == reopened_slot::next_of_the_order;
        });
    std::erase_if(order, [](const auto& group) { return group.entries.empty(); });
    return order;
}

void vacate(std::vector<slot>& slots, const slate_input& input) {
    for (auto& here : slots) {
        if (here.state != slot_state::filled && here.state != slot_state::shared) continue;
        std::string reason;
        std::erase_if(here.entries, [&](entry_id each) {
            const auto* gone = find_withdrawn(input, each);
            if (gone) reason = gone->reason;
            return gone != nullptr;
        });
        if (here.entries.empty())
            here.state = slot_state::vacant, here.reason = reason;
        else if (here.entries.size() == 1)
            here.state = slot_state::filled;
    }
}

std::vector<tied_group> order_of(const category_ranking& ranking) {
    std::vector<tied_group> order;
    for (const auto& place : ranking.places) {
        order.push_back({place.entries, false, true});
        std::ranges::sort(order.back().entries);
    }
    return order;
}

bool holds(std::span<const entry_id> entries, entry_id wanted) {
    return std::ranges::find(entries, wanted) != entries.end();
}

// The groups of the order that hold any of these, as positions.
std::vector<std::size_t> positions_of(const std::vector<tied_group>& order,
                                      std::span<const entry_id> entries) {
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < order.size(); ++at)
        if (std::ranges::any_of(order[at].entries, [&](entry_id each) { return holds(entries, each); }))
            found.push_back(at);
    return found;
}

// Puts each shared prize's entries onto one place; nobody else leaves the order.
std::vector<tied_group> with_shared_places(std::vector<tied_group> order, category_id category,
                                           const slate_input& input) {
    for (const auto& sharing : input.shared) {
        const auto at = positions_of(order, sharing.entries);
        if (sharing.category != category || at.empty()) continue;
        tied_group together{{}, true, true};
        for (const auto position : at) {
            auto& group = order[position];
            // A third one joins those who share already.
            const bool all = group.shares;
            for (const auto each : group.entries)
                if (all || holds(sharing.entries, each)) together.entries.push_back(each);
            std::erase_if(group.entries, [&](entry_id each) { return holds(together.entries, each); });
        }
        std::ranges::sort(together.entries);
        // Who is left of the first group beat those who come up to it from further down.
        const bool come_up_behind = at.size() > 1 && !order[at.front()].entries.empty();
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(at.front() + (come_up_behind ? 1 : 0)),
                     std::move(together));
        std::erase_if(order, [](const auto& group) { return group.entries.empty(); });
    }
    return order;
}

}  // namespace

bool may_share(const approved_order& order, std::span<const entry_id> entries) {
    const auto at = positions_of(order.groups, entries);
    std::size_t found = 0;
    for (const auto& group : order.groups)
        for (const auto each : group.entries) found += holds(entries, each);
    if (entries.size() < 2 || found != entries.size()) return false;
    for (std::size_t between = at.front() + 1; between < at.back(); ++between)
        for (const auto each : order.groups[between].entries)
            if (!holds(entries, each)) return false;
    return true;
}

slate propose_slate(const slate_input& input) {
    const auto tiers = from_the_highest(input.tiers);
    slate proposal;
    for (const auto& ranking : input.rankings) {
        category_walk approved(input, ranking.category,
                               with_shared_places(order_of(ranking), ranking.category, input));
        approved.walk(tiers);
        proposal.orders.push_back({ranking.category, approved.order()});
        std::ranges::move(approved.ties, std::back_inserter(proposal.ties));
        // Who withdraws leaves the approved order, which is not worked out again.
        category_walk final_walk(input, ranking.category,
                                 without_those_who_make_room(proposal.orders.back().groups, input));
        final_walk.walk(tiers);
        for (auto& tie : final_walk.ties)
            if (std::ranges::find(proposal.ties, tie) == proposal.ties.end())
                proposal.ties.push_back(std::move(tie));
        vacate(final_walk.slots, input);
        std::ranges::move(final_walk.slots, std::back_inserter(proposal.slots));
    }
    std::ranges::stable_sort(proposal.slots, {}, [&](const slot& each) {
        return std::ranges::find(tiers, each.tier, &workflow::tier::id) - tiers.begin();
    });
    return proposal;
}

namespace {

void check_slot(const slot& here, std::vector<slate_problem>& problems) {
    const auto add = [&](slate_fault fault) {
        problems.push_back({fault, here.category, here.tier, {}, true});
    };
    switch (here.state) {
        case slot_state::filled:
        case slot_state::shared:
            if (here.entries.empty()) add(slate_fault::slot_without_entry);
            break;
        case slot_state::withheld:
        case slot_state::vacant:
            if (here.reason.empty()) add(slate_fault::slot_without_reason);
            break;
        case slot_state::no_entry: add(slate_fault::slot_without_entry); break;
        case slot_state::tied:
        case slot_state::blocked: add(slate_fault::tie_unresolved); break;
    }
}

bool has_winners(const slot& here) {
    return here.state == slot_state::filled || here.state == slot_state::shared;
}

}  // namespace

std::vector<slate_problem> check_slate(const slate& proposal, const tally_result& result,
                                       const std::map<entry_id, int>& ever_assigned) {
    std::vector<slate_problem> problems;
    std::map<entry_id, int> prizes;
    for (const auto& here : proposal.slots) {
        check_slot(here, problems);
        if (!has_winners(here)) continue;
        for (const auto entry : here.entries) {
            const auto line = std::ranges::find(result.entries, entry, &entry_tally::entry);
            if (line == result.entries.end() || !line->rank || line->category != here.category)
                problems.push_back({slate_fault::entry_not_ranked, here.category, here.tier, entry, true});
            if (++prizes[entry] == 2)
                problems.push_back({slate_fault::entry_twice, here.category, here.tier, entry, true});
        }
    }
    for (const auto entry : list_out_of_balance(result, ever_assigned))
        problems.push_back({slate_fault::out_of_balance, {}, {}, entry, true});
    for (const auto& ranking : result.categories) {
        std::size_t ranked = 0;
        for (const auto& each : ranking.places) ranked += each.entries.size();
        if (ranked < 3) problems.push_back({slate_fault::few_entries, ranking.category, {}, {}, false});
    }
    std::ranges::sort(problems);
    return problems;
}

std::vector<slot_change> compare_slates(const slate& before, const slate& after) {
    using key = std::tuple<category_id, tier_id, int>;
    std::map<key, slot_change> changes;
    for (const auto& here : before.slots) changes[{here.category, here.tier, here.number}].before = here;
    for (const auto& here : after.slots) changes[{here.category, here.tier, here.number}].after = here;
    std::vector<slot_change> list;
    for (auto& [where, change] : changes) {
        if (change.before == change.after) continue;
        std::tie(change.category, change.tier, change.number) = where;
        list.push_back(std::move(change));
    }
    return list;
}

}  // namespace judging
