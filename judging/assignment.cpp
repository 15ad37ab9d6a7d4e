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

// Entries send as many units as they lack judges; a unit goes through a judge, or past all as a gap. Where
// the worst-off entry comes first, judges who do not know an entry's category are reached through a node of
// their own: its arcs count how many of them the entry gets.
class network {
public:
    explicit network(const assignment_plan& plan) : plan_(plan), prices_(plan) {
        for (std::size_t entry = 0; entry < plan.entries.size(); ++entry) {
            add_pairs_of(entry);
            add_gaps_of(entry);
            if (counts_strangers()) add_strangers_of(entry);
        }
        for (std::size_t judge = 0; judge < plan.judges.size(); ++judge) add_loads_of(judge);
    }

    std::vector<planned_pair> solve() {
        std::ranges::stable_sort(arcs_, {}, &arc::from);
        kept_.assign(arcs_.size(), false);
        flow_.assign(arcs_.size(), 0);
        if (!counts_strangers()) {
            optimise([](const arc& each) { return each.duty + each.rest; });
            return pairs_with_flow();
        }
        // One aim after the other, each among the flows that are best by those before it.
        optimise([](const arc& each) { return each.duty; });
        for (int count = most_strangers_; count > 0; count -= counts_at_once)
            optimise([&](const arc& each) { return price_of_strangers(each.strangers, count); });
        optimise([](const arc& each) { return each.rest; });
        return pairs_with_flow();
    }

private:
    // `duty`: covering, alternates, change. `rest`: loads, expertise, the toss. `strangers`: the entry's
    // so-manieth judge who does not know its category.
    struct arc {
        int from, to;
        cost duty, rest;
        int strangers = 0;
    };

    // Three counts go into one flow, each worth more than all entries' next: more would leave the range of
    // exact prices.
    static constexpr int counts_at_once = 3;
    cost price_of_strangers(int count, int most) const {
        if (count > most || count <= most - counts_at_once) return 0;
        cost price = 1;
        for (int below = most - counts_at_once + 1; below < count; ++below)
            price *= std::ssize(plan_.entries) + 1;
        return price;
    }

    bool counts_strangers() const {
        return plan_.rules.objective == assignment_objective::worst_off_first &&
               plan_.rules.expertise == expertise_rule::preferred;
    }
    int entry_node(std::size_t entry) const { return static_cast<int>(entry); }
    int judge_node(std::size_t judge) const { return static_cast<int>(plan_.entries.size() + judge); }
    int sink() const { return static_cast<int>(plan_.entries.size() + plan_.judges.size()); }
    int nodes() const { return counts_strangers() ? stranger_node(plan_.entries.size()) : sink() + 1; }
    int stranger_node(std::size_t entry) const { return sink() + 1 + static_cast<int>(entry); }
    int lacking(std::size_t entry) const {
        return std::max(0, plan_.wanted(entry) - plan_.assigned_to(entry));
    }

    void add_pairs_of(std::size_t entry) {
        for (std::size_t judge = 0; judge < plan_.judges.size(); ++judge) {
            if (!plan_.is_possible(entry, judge) || plan_.assigned[entry][judge]) continue;
            const bool is_stranger = !plan_.expert[entry][judge];
            arc one{entry_node(entry), judge_node(judge), 0, plan_.toss(entry, judge)};
            if (is_stranger && counts_strangers()) one.from = stranger_node(entry);
            if (is_stranger && plan_.rules.expertise == expertise_rule::preferred)
                one.rest += prices_.expertise;
            if (!plan_.stood[entry][judge]) one.duty += prices_.change;
            if (plan_.judges[judge].is_alternate) one.duty += prices_.alternate;
            arcs_.push_back(one);
        }
    }

    // Each further gap of one entry costs more than the one before, so that gaps are spread.
    void add_gaps_of(std::size_t entry) {
        const int wanted = plan_.wanted(entry);
        const int above_minimum = wanted - std::min(wanted, plan_.rules.minimum_per_entry);
        for (int gap = 1; gap <= lacking(entry); ++gap) {
            const cost price =
                gap <= above_minimum ? gap * prices_.missing : (gap - above_minimum) * prices_.below_minimum;
            arcs_.push_back({entry_node(entry), sink(), price, 0});
        }
    }

    void add_strangers_of(std::size_t entry) {
        int count = 0;
        for (std::size_t judge = 0; judge < plan_.judges.size(); ++judge)
            count += plan_.assigned[entry][judge] && !plan_.expert[entry][judge];
        for (int more = 0; more < lacking(entry); ++more) {
            arcs_.push_back({entry_node(entry), stranger_node(entry), 0, 0, ++count});
            most_strangers_ = std::max(most_strangers_, count);
        }
    }

    // The sum of squares of the loads, one unit at a time: least where the loads are even.
    void add_loads_of(std::size_t judge) {
        const auto& who = plan_.judges[judge];
        const int most = std::min<int>(who.capacity.value_or(static_cast<int>(plan_.entries.size())),
                                       static_cast<int>(plan_.entries.size()));
        for (int load = plan_.loads[judge]; load < most; ++load)
            arcs_.push_back({judge_node(judge), sink(), 0, (2 * load + 1) * prices_.load});
    }

    // The cheapest flow; arcs that no cheapest flow uses otherwise keep their flow from then on
    // (complementary slackness: Ahuja, Magnanti and Orlin 1993, "Network Flows", section 9.4), and leave the
    // network.
    template <class Price>
    void optimise(Price price_of) {
        using digraph = lemon::StaticDigraph;
        std::vector<std::pair<int, int>> ends;
        std::vector<std::size_t> free;
        std::vector<int> supplies(static_cast<std::size_t>(nodes()), 0);
        for (std::size_t entry = 0; entry < plan_.entries.size(); ++entry) {
            supplies[static_cast<std::size_t>(entry_node(entry))] = lacking(entry);
            supplies[static_cast<std::size_t>(sink())] -= lacking(entry);
        }
        for (std::size_t at = 0; at < arcs_.size(); ++at) {
            if (!kept_[at]) {
                ends.emplace_back(arcs_[at].from, arcs_[at].to);
                free.push_back(at);
            } else if (flow_[at] > 0) {
                --supplies[static_cast<std::size_t>(arcs_[at].from)];
                ++supplies[static_cast<std::size_t>(arcs_[at].to)];
            }
        }
        digraph graph;
        graph.build(nodes(), ends.begin(), ends.end());
        digraph::ArcMap<int> most(graph, 1);
        digraph::ArcMap<cost> price(graph);
        digraph::NodeMap<int> supply(graph);
        for (int node = 0; node < nodes(); ++node)
            supply[digraph::node(node)] = supplies[static_cast<std::size_t>(node)];
        for (std::size_t at = 0; at < free.size(); ++at)
            price[digraph::arc(static_cast<int>(at))] = price_of(arcs_[free[at]]);
        lemon::NetworkSimplex<digraph, int, cost> simplex(graph);
        simplex.upperMap(most).costMap(price).supplyMap(supply);
        if (simplex.run() != decltype(simplex)::OPTIMAL)
            throw std::logic_error("an assignment with gaps always exists");
        for (std::size_t at = 0; at < free.size(); ++at) {
            const auto here = digraph::arc(static_cast<int>(at));
            const auto& each = arcs_[free[at]];
            flow_[free[at]] = simplex.flow(here);
            kept_[free[at]] = price[here] + simplex.potential(digraph::node(each.from)) !=
                              simplex.potential(digraph::node(each.to));
        }
    }

    std::vector<planned_pair> pairs_with_flow() const {
        std::vector<planned_pair> pairs;
        for (std::size_t at = 0; at < arcs_.size(); ++at) {
            const auto& each = arcs_[at];
            if (flow_[at] == 0 || each.to < judge_node(0) || each.to >= sink()) continue;
            const int entry = each.from < sink() ? each.from : each.from - stranger_node(0);
            pairs.push_back({static_cast<std::size_t>(entry),
                             static_cast<std::size_t>(each.to) - plan_.entries.size(),
                             {}});
        }
        std::ranges::sort(pairs, {}, [](const auto& each) { return std::pair(each.entry, each.judge); });
        return pairs;
    }

    const assignment_plan& plan_;
    prices prices_;
    std::vector<arc> arcs_;
    int most_strangers_ = 0;
    std::vector<bool> kept_;  // arcs whose flow is settled
    std::vector<int> flow_;
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
