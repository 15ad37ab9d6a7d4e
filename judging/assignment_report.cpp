#include <algorithm>

#include "judging/assignment_plan.hpp"
#include "judging/disjoint_sets.hpp"

namespace judging {

namespace {

// Place of a number in an ordered list, or the list's size.
template <class List, class Id, class Member>
std::size_t place_of(const List& list, Id id, Member member) {
    const auto found = std::ranges::lower_bound(list, id, {}, member);
    if (found == list.end() || (*found).*member != id) return list.size();
    return static_cast<std::size_t>(found - list.begin());
}

// Sets of entries and judges that pairs link; entries first, then judges.
class linked_sets {
public:
    explicit linked_sets(const assignment_plan& plan)
        : entries_(plan.entries.size()), sets_(entries_ + plan.judges.size()) {
        for (const auto& pair : plan.pairs) sets_.join(pair.entry, entries_ + pair.judge);
    }
    std::size_t of_entry(std::size_t entry) { return sets_.set_of(entry); }
    std::size_t of_judge(std::size_t judge) { return sets_.set_of(entries_ + judge); }

private:
    std::size_t entries_;
    disjoint_sets sets_;
};

std::optional<planned_pair> find_best_link(const assignment_plan& plan) {
    linked_sets sets(plan);
    std::optional<planned_pair> best;
    std::tuple<int, bool, int> least;
    for (std::size_t judge = 0; judge < plan.judges.size(); ++judge) {
        if (plan.judges[judge].is_alternate || plan.loads[judge] == 0 || !plan.has_room(judge)) continue;
        for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
            if (sets.of_entry(entry) == sets.of_judge(judge) || !plan.is_possible(entry, judge)) continue;
            const std::tuple price(plan.loads[judge], !plan.expert[entry][judge], plan.toss(entry, judge));
            if (best && least <= price) continue;
            best = planned_pair{entry, judge, pair_reason::link};
            least = price;
        }
    }
    return best;
}

absence why_absent(const assignment_plan& plan, std::size_t entry, std::size_t judge) {
    if (plan.barred[entry][judge]) return absence::barred;
    if (!plan.judges[judge].identity_verified) return absence::identity_not_verified;
    if (!plan.is_possible(entry, judge)) return absence::no_expertise;
    if (!plan.has_room(judge)) return absence::at_capacity;
    return plan.judges[judge].is_alternate ? absence::alternate_not_needed : absence::not_needed;
}

std::optional<assignment_gap> find_gap(const assignment_plan& plan, std::size_t entry) {
    assignment_gap gap;
    gap.entry = plan.entries[entry].entry;
    gap.has = plan.assigned_to(entry);
    gap.wanted = plan.wanted(entry);
    if (gap.has >= gap.wanted) return std::nullopt;
    gap.below_minimum = gap.has < plan.rules.minimum_per_entry;
    for (std::size_t judge = 0; judge < plan.judges.size(); ++judge)
        if (!plan.assigned[entry][judge])
            gap.others.push_back({plan.judges[judge].judge, why_absent(plan, entry, judge)});
    return gap;
}

std::vector<standing_pair> list_dropped(const assignment_plan& plan, const assignment_input& input) {
    std::vector<standing_pair> dropped;
    for (const auto& each : input.standing) {
        const auto entry = place_of(plan.entries, each.entry, &judged_entry::entry);
        const auto judge = place_of(plan.judges, each.judge, &available_judge::judge);
        if (entry == plan.entries.size() || judge == plan.judges.size() || !plan.assigned[entry][judge])
            dropped.push_back(each);
    }
    std::ranges::sort(dropped, {}, [](const auto& each) { return std::pair(each.entry, each.judge); });
    return dropped;
}

std::vector<std::vector<entry_id>> list_groups(const assignment_plan& plan) {
    linked_sets sets(plan);
    std::map<std::size_t, std::vector<entry_id>> by_set;
    for (std::size_t entry = 0; entry < plan.entries.size(); ++entry)
        by_set[sets.of_entry(entry)].push_back(plan.entries[entry].entry);
    std::vector<std::vector<entry_id>> groups;
    for (auto& [set, group] : by_set) groups.push_back(std::move(group));
    std::ranges::sort(groups);
    return groups;
}

}  // namespace

assignment_plan::assignment_plan(const assignment_input& input)
    : rules(input.rules), entries(input.entries), judges(input.judges) {
    std::ranges::sort(entries, {}, &judged_entry::entry);
    std::ranges::sort(judges, {}, &available_judge::judge);
    const std::vector<std::vector<bool>> none(entries.size(), std::vector<bool>(judges.size(), false));
    barred = expert = stood = assigned = none;
    loads.assign(judges.size(), 0);
    for (std::size_t entry = 0; entry < entries.size(); ++entry)
        for (std::size_t judge = 0; judge < judges.size(); ++judge)
            expert[entry][judge] = std::ranges::find(judges[judge].expertise, entries[entry].category) !=
                                   judges[judge].expertise.end();
    const auto find = [&](judge_id judge, entry_id entry) {
        return std::pair(place_of(entries, entry, &judged_entry::entry),
                         place_of(judges, judge, &available_judge::judge));
    };
    for (const auto& each : input.barred)
        if (const auto [entry, judge] = find(each.judge, each.entry);
            entry < entries.size() && judge < judges.size())
            barred[entry][judge] = true;
    for (const auto& each : input.standing) {
        const auto [entry, judge] = find(each.judge, each.entry);
        if (entry == entries.size() || judge == judges.size() || barred[entry][judge]) continue;
        if (!each.started)
            stood[entry][judge] = true;
        else if (!assigned[entry][judge])
            add(entry, judge, pair_reason::started);
    }
}

bool assignment_plan::is_possible(std::size_t entry, std::size_t judge) const {
    return !barred[entry][judge] && judges[judge].identity_verified &&
           (rules.expertise != expertise_rule::required || expert[entry][judge]);
}

bool assignment_plan::has_room(std::size_t judge) const {
    return !judges[judge].capacity || loads[judge] < *judges[judge].capacity;
}

int assignment_plan::wanted(std::size_t entry) const {
    if (rules.judges_per_entry) return std::max(*rules.judges_per_entry, rules.minimum_per_entry);
    int members = 0;
    for (std::size_t judge = 0; judge < judges.size(); ++judge)
        members += assigned[entry][judge] || (!judges[judge].is_alternate && is_possible(entry, judge));
    return std::max(members, rules.minimum_per_entry);
}

int assignment_plan::assigned_to(std::size_t entry) const {
    return static_cast<int>(std::ranges::count(assigned[entry], true));
}

void assignment_plan::add(std::size_t entry, std::size_t judge, pair_reason reason) {
    assigned[entry][judge] = true;
    ++loads[judge];
    pairs.push_back({entry, judge, reason});
}

int assignment_plan::toss(std::size_t entry, std::size_t judge) const {
    // splitmix64's finaliser: a fixed, published mixing of bits, the same on every machine.
    const auto mixed = [](std::uint64_t x) {
        x += 0x9e3779b97f4a7c15;
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
        x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
        return x ^ (x >> 31);
    };
    const auto of_entry = static_cast<std::uint64_t>(workflow::value(entries[entry].entry));
    const auto of_judge = static_cast<std::uint64_t>(workflow::value(judges[judge].judge));
    return static_cast<int>(mixed(mixed(mixed(rules.seed) ^ of_entry) ^ of_judge) % 64);
}

void link_groups(assignment_plan& plan) {
    while (const auto link = find_best_link(plan)) plan.add(link->entry, link->judge, link->reason);
}

assignment report(const assignment_plan& plan, const assignment_input& input) {
    assignment made;
    for (const auto& pair : plan.pairs)
        made.pairs.push_back({plan.entries[pair.entry].entry, plan.judges[pair.judge].judge, pair.reason});
    std::ranges::sort(made.pairs);
    for (std::size_t entry = 0; entry < plan.entries.size(); ++entry)
        if (auto gap = find_gap(plan, entry)) made.gaps.push_back(std::move(*gap));
    for (std::size_t judge = 0; judge < plan.judges.size(); ++judge)
        made.loads.push_back({plan.judges[judge].judge, plan.loads[judge]});
    made.dropped = list_dropped(plan, input);
    made.groups = list_groups(plan);
    return made;
}

}  // namespace judging
