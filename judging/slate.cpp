#include "judging/slate.hpp"

#include <algorithm>

#include "judging/sharing.hpp"

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
    for (auto& group : order) {
        std::erase_if(group.entries, [&](entry_id each) {
            const auto* gone = find_withdrawn(input, each);
            return gone && gone->then == reopened_slot::next_of_the_order;
        });
        group.is_settled = true;  // whether those who are left tie at a line is seen anew
    }
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

bool is_the_same_tie(std::vector<entry_id> one, std::vector<entry_id> other) {
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
}

bool holds_place_of(const category_ranking& ranking, entry_id entry) {
    return std::ranges::any_of(ranking.places, [&](const auto& place) {
        return std::ranges::find(place.entries, entry) != place.entries.end();
    });
}

bool has_any_of(const slot& here, std::span<const entry_id> wanted) {
    return std::ranges::find_first_of(here.entries, wanted) != here.entries.end();
}

// What the ladder said where a shared prize took some of a tie, at the first prize that any of them gets.
void add_asked(std::vector<tie_at_line>& ties, const std::vector<asked_for_sharing>& asked,
               const std::vector<slot>& slots) {
    for (const auto& one : asked) {
        const auto at =
            std::ranges::find_if(slots, [&](const auto& here) { return has_any_of(here, one.entries); });
        if (at != slots.end()) ties.push_back({at->category, at->tier, one.entries, one.resolution});
    }
}

std::vector<tied_group>::iterator find_waiting(tie_resolution& resolution) {
    return std::ranges::find(resolution.groups, false, &tied_group::is_settled);
}

// After a withdrawal fewer entries may wait for the ladder, or none: what it was last asked of more of them
// is no longer asked.
void keep_what_was_settled(std::vector<tie_at_line>& ties) {
    for (auto& tie : ties) {
        const auto waiting = find_waiting(tie.resolution);
        if (waiting == tie.resolution.groups.end()) continue;
        waiting->is_settled = true;
        tie.resolution.rungs.pop_back();
    }
    std::erase_if(ties, [](const auto& tie) { return tie.resolution.groups.size() < 2; });
}

// The ties of the final walk beside those of the order that was approved: each once.
void add_final_ties(std::vector<tie_at_line>& ties, std::vector<tie_at_line> of_final) {
    std::vector<tie_at_line> approved;
    for (auto& tie : ties) {
        const auto waiting = find_waiting(tie.resolution);
        const auto again = std::ranges::find_if(of_final, [&](const auto& one) {
            return waiting != tie.resolution.groups.end() && is_the_same_tie(one.entries, waiting->entries);
        });
        std::vector<tie_at_line> one{std::move(tie)};
        if (again == of_final.end())
            keep_what_was_settled(one);
        else
            of_final.erase(again);
        std::ranges::move(one, std::back_inserter(approved));
    }
    ties = std::move(approved);
    std::ranges::move(of_final, std::back_inserter(ties));
}

class category_proposal {
public:
    category_proposal(const slate_input& input, const category_ranking& ranking,
                      const std::vector<workflow::tier>& tiers)
        : category_(ranking.category) {
        auto shared = share_places(order_of(ranking), category_, input);
        category_walk approved(input, category_, std::move(shared.groups));
        approved.walk(tiers);
        order_ = approved.order();
        ties_ = std::move(approved.ties);
        add_asked(ties_, shared.asked, approved.slots);
        unfit_ = std::move(shared.unfit);
        slots_ = std::move(approved.slots);
        // Who withdraws leaves the approved order, which is not worked out again.
        auto rest = without_those_who_make_room(order_, input);
        if (rest != order_) {
            category_walk final_walk(input, category_, std::move(rest));
            final_walk.walk(tiers);
            slots_ = std::move(final_walk.slots);
            add_final_ties(ties_, std::move(final_walk.ties));
        }
        vacate(slots_, input);
    }

    void add_to(slate& proposal) && {
        proposal.orders.push_back({category_, std::move(order_)});
        std::ranges::move(slots_, std::back_inserter(proposal.slots));
        std::ranges::move(ties_, std::back_inserter(proposal.ties));
        std::ranges::move(unfit_, std::back_inserter(proposal.unfit));
    }

private:
    category_id category_;
    std::vector<tied_group> order_;
    std::vector<slot> slots_;
    std::vector<tie_at_line> ties_;
    std::vector<shared_prize> unfit_;
};

}  // namespace

slate propose_slate(const slate_input& input) {
    const auto tiers = from_the_highest(input.tiers);
    slate proposal;
    for (const auto& ranking : input.rankings) category_proposal(input, ranking, tiers).add_to(proposal);
    std::ranges::stable_sort(proposal.slots, {}, [&](const slot& each) {
        return std::ranges::find(tiers, each.tier, &workflow::tier::id) - tiers.begin();
    });
    return proposal;
}

std::optional<sharing_obstacle> find_obstacle(const slate_input& input, const shared_prize& wanted) {
    const auto is_there = [&](entry_id entry) {
        return !find_withdrawn(input, entry) && std::ranges::any_of(input.rankings, [&](const auto& ranking) {
            return ranking.category == wanted.category && holds_place_of(ranking, entry);
        });
    };
    if (wanted.entries.size() < 2 || !std::ranges::all_of(wanted.entries, is_there))
        return sharing_obstacle::not_there;
    auto asked = input;
    asked.shared.push_back(wanted);
    const auto proposal = propose_slate(asked);
    if (std::ranges::find(proposal.unfit, wanted) != proposal.unfit.end())
        return sharing_obstacle::another_between;
    const bool may_get_one = std::ranges::any_of(proposal.slots, [&](const auto& here) {
        return here.category == wanted.category &&
               (here.state == slot_state::blocked || has_any_of(here, wanted.entries));
    });
    return may_get_one ? std::nullopt : std::optional(sharing_obstacle::no_prize);
}

}  // namespace judging
