#include "judging/assignment.hpp"

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <algorithm>
#include <stdexcept>

#include "judging/assignment_plan.hpp"

namespace judging {

namespace {

using cost = std::int64_t;

// Prices such that a better place in the written order of aims is worth more than everything below it: a
// change of the flow is a cycle that passes each judge once at most, which bounds what it can cost below.
struct prices {
    cost expertise, load, change, missing, alternate, below_minimum;

    explicit prices(const assignment_plan& plan) {
        const cost judges = std::ssize(plan.judges), entries = std::ssize(plan.entries);
        const cost pairs = 2 * judges + 2;
        const cost alternates = std::ranges::count_if(plan.judges, &available_judge::is_alternate);
        expertise = pairs * 64;
        load = pairs * (expertise + 64) + 1;
        change = 2 * (2 * entries + 1) * load + pairs * (expertise + 64) + 1;
        missing = 2 * pairs * change + 1;
        alternate = 2 * (judges + 1) * missing + 1;
        below_minimum = (2 * alternates + 2) * alternate + 1;
        if (judges > 2000 || entries > 1000000 ||
            static_cast<double>(below_minimum) * (plan.rules.minimum_per_entry + 1) > 1e18)
            throw std::length_error("more judges and entries than an exact assignment can weigh");
    }
};

// Entries send as many units as they lack judges; a unit goes through a judge, or past all as a gap.
class network {
public:
    explicit network(const assignment_plan& plan) : plan_(plan), prices_(plan) {
        for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
            add_pairs_of(entry);
            add_gaps_of(entry);
        }
        for (std::size_t judge = 0; judge < plan.judges.size(); ++judge) add_loads_of(judge);
    }

    std::vector<planned_pair> solve() {
        lemon::StaticDigraph graph;
        std::ranges::stable_sort(arcs_, {}, &arc::from);
        std::vector<std::pair<int, int>> ends;
        for (const auto& each : arcs_) ends.emplace_back(each.from, each.to);
        graph.build(sink() + 1, ends.begin(), ends.end());
        lemon::StaticDigraph::ArcMap<int> room(graph, 1);
        lemon::StaticDigraph::ArcMap<cost> price(graph);
        lemon::StaticDigraph::NodeMap<int> supply(graph, 0);
        for (int at = 0; at < static_cast<int>(arcs_.size()); ++at)
            price[lemon::StaticDigraph::arc(at)] = arcs_[static_cast<std::size_t>(at)].price;
        int all = 0;
        for (std::size_t entry = 0; entry < plan_.entries.size(); ++entry) {
            supply[lemon::StaticDigraph::node(entry_node(entry))] = lacking(entry);
            all += lacking(entry);
        }
        supply[lemon::StaticDigraph::node(sink())] = -all;
        lemon::NetworkSimplex<lemon::StaticDigraph, int, cost> simplex(graph);
        simplex.upperMap(room).costMap(price).supplyMap(supply);
        if (simplex.run() != decltype(simplex)::OPTIMAL)
            throw std::logic_error("an assignment with gaps always exists");
        return pairs_with_flow(simplex);
    }

private:
    struct arc {
        int from, to;
        cost price;
    };

    int entry_node(std::size_t entry) const { return static_cast<int>(entry); }
    int judge_node(std::size_t judge) const { return static_cast<int>(plan_.entries.size() + judge); }
    int sink() const { return static_cast<int>(plan_.entries.size() + plan_.judges.size()); }
    int lacking(std::size_t entry) const {
        return std::max(0, plan_.wanted(entry) - plan_.assigned_to(entry));
    }

    void add_pairs_of(std::size_t entry) {
        for (std::size_t judge = 0; judge < plan_.judges.size(); ++judge) {
            if (!plan_.is_possible(entry, judge) || plan_.assigned[entry][judge]) continue;
            cost price = plan_.toss(entry, judge);
            if (plan_.rules.expertise == expertise_rule::preferred && !plan_.expert[entry][judge])
                price += prices_.expertise;
            if (!plan_.stood[entry][judge]) price += prices_.change;
            if (plan_.judges[judge].is_alternate) price += prices_.alternate;
            arcs_.push_back({entry_node(entry), judge_node(judge), price});
        }
    }

    // Each further gap of one entry costs more than the one before, so that gaps are spread.
    void add_gaps_of(std::size_t entry) {
        const int wanted = plan_.wanted(entry);
        const int above_minimum = wanted - std::min(wanted, plan_.rules.minimum_per_entry);
        for (int gap = 1; gap <= lacking(entry); ++gap) {
            const cost price = gap <= above_minimum ? gap * prices_.missing
                                                    : (gap - above_minimum) * prices_.below_minimum;
            arcs_.push_back({entry_node(entry), sink(), price});
        }
    }

    // The sum of squares of the loads, one unit at a time: least where the loads are even.
    void add_loads_of(std::size_t judge) {
        const auto& who = plan_.judges[judge];
        const int most = std::min<int>(who.capacity.value_or(static_cast<int>(plan_.entries.size())),
                                       static_cast<int>(plan_.entries.size()));
        for (int load = plan_.loads[judge]; load < most; ++load)
            arcs_.push_back({judge_node(judge), sink(), (2 * load + 1) * prices_.load});
    }

    std::vector<planned_pair> pairs_with_flow(const auto& simplex) const {
        std::vector<planned_pair> pairs;
        for (std::size_t at = 0; at < arcs_.size(); ++at) {
            const auto& each = arcs_[at];
            const auto here = lemon::StaticDigraph::arc(static_cast<int>(at));
            if (each.to == sink() || simplex.flow(here) == 0) continue;
            pairs.push_back({static_cast<std::size_t>(each.from),
                             static_cast<std::size_t>(each.to) - plan_.entries.size(), {}});
        }
        return pairs;
    }

    const assignment_plan& plan_;
    prices prices_;
    std::vector<arc> arcs_;
};

pair_reason reason_for(const assignment_plan& plan, const planned_pair& pair) {
    if (plan.stood[pair.entry][pair.judge]) return pair_reason::kept;
    if (plan.judges[pair.judge].is_alternate) return pair_reason::alternate;
    if (!plan.rules.judges_per_entry) return pair_reason::every_judge;
    if (plan.rules.expertise != expertise_rule::ignored && plan.expert[pair.entry][pair.judge])
        return pair_reason::expertise;
    return pair_reason::balance;
}

}  // namespace

assignment assign(const assignment_input& input) {
    assignment_plan plan(input);
    for (const auto& pair : network(plan).solve()) plan.add(pair.entry, pair.judge, reason_for(plan, pair));
    link_groups(plan);
    return report(plan, input);
}

bool covers_every_entry(const assignment& made) {
    return std::ranges::none_of(made.gaps, &assignment_gap::below_minimum);
}

bool is_connected(const assignment& made) {
    return made.groups.size() <= 1;
}

}  // namespace judging
