#include "judging/rehearsed_prizes.hpp"

#include <algorithm>

#include "judging/quick_values.hpp"

namespace judging {

namespace {

using places = std::vector<std::size_t>;

struct final_group {
    places entries;
    bool shares = false;
};

std::size_t place_of(entry_id entry) {
    return static_cast<std::size_t>(workflow::value(entry) - 1);
}
entry_id entry_at(std::size_t place) {
    return entry_id{static_cast<std::int64_t>(place) + 1};
}

bool holds(const places& list, std::size_t one) {
    return std::ranges::find(list, one) != list.end();
}

// How far an entry is among those whom so many slots go to. A shared prize takes one slot.
double part_within(const std::vector<final_group>& order, int slots, std::size_t entry,
                   bool shared_counts_in_part) {
    double left = slots;
    for (const auto& group : order) {
        if (left <= 0) return 0;
        const auto size = static_cast<double>(group.entries.size());
        if (holds(group.entries, entry)) {
            if (group.shares) return shared_counts_in_part ? 1 / size : 1;
            return std::min(1.0, left / size);
        }
        left -= group.shares ? 1 : size;
    }
    return 0;
}

// How probable it is that exactly these get the prizes, if every way to break the last tie is as likely.
double chance_of_exactly(const std::vector<final_group>& order, const places& wanted) {
    auto left = wanted.size();
    for (const auto& group : order) {
        if (left == 0) break;
        const auto right = static_cast<std::size_t>(
            std::ranges::count_if(group.entries, [&](auto each) { return holds(wanted, each); }));
        if (right != std::min(left, group.entries.size())) return 0;
        if (group.entries.size() <= left) {
            left -= group.entries.size();
            continue;
        }
        double ways = 1;
        for (std::size_t at = 0; at < left; ++at)
            ways *= static_cast<double>(group.entries.size() - at) / static_cast<double>(at + 1);
        return 1 / ways;
    }
    return left == 0 ? 1 : 0;
}

places truly_best_of(const rehearsed_edition& made, std::span<const std::size_t> category, int count) {
    places sorted(category.begin(), category.end());
    std::ranges::sort(sorted, std::greater<>(), [&](auto each) { return std::pair(made.truth[each], each); });
    sorted.resize(std::min(sorted.size(), static_cast<std::size_t>(count)));
    return sorted;
}

std::vector<line_outcome> look_at_lines(const prize_lines& lines, const std::vector<places>& order,
                                        bool& any_tied) {
    std::vector<line_outcome> outcomes(lines.places.size());
    for (std::size_t at = 0; at < outcomes.size(); ++at) {
        int before = 0;
        for (const auto& group : order) {
            const int after = before + static_cast<int>(group.size());
            if (before < lines.places[at] && lines.places[at] <= after)
                outcomes[at].place_shared = group.size() > 1;
            if (before < lines.places[at] && lines.places[at] < after)
                outcomes[at].ending = tie_ending::people, any_tied = true;
            before = after;
        }
    }
    return outcomes;
}

tie_ending ending_of(const tie_resolution& resolution) {
    for (const auto& group : resolution.groups)
        if (!group.is_settled) return tie_ending::people;
    auto last = tie_ending::people;
    for (const auto& report : resolution.rungs) {
        if (report.outcome == rung_outcome::shared) last = tie_ending::shared;
        if (report.outcome != rung_outcome::separated && report.outcome != rung_outcome::narrowed) continue;
        last = report.step.rung == workflow::tie_rung::key_criterion ? tie_ending::key_criterion
                                                                     : tie_ending::head_to_head;
    }
    return last;
}

bool is_open(const slot& one) {
    return one.state == slot_state::tied || one.state == slot_state::blocked;
}

// A line without a tie of its own was settled by the tie at a line above it, or is blocked by that.
void name_endings(std::vector<line_outcome>& outcomes, const prize_lines& lines, const slate& proposal) {
    auto above = tie_ending::people;
    for (std::size_t at = 0; at < outcomes.size(); ++at) {
        const auto tier = lines.tiers[at].id;
        for (const auto& tie : proposal.ties)
            if (tie.tier == tier) above = ending_of(tie.resolution);
        const bool open = std::ranges::any_of(
            proposal.slots, [&](const auto& one) { return one.tier == tier && is_open(one); });
        if (outcomes[at].ending) outcomes[at].ending = open ? tie_ending::people : above;
    }
}

}  // namespace

prize_lines lines_of(std::vector<workflow::tier> tiers) {
    std::ranges::stable_sort(tiers, {}, &workflow::tier::order);
    prize_lines lines{std::move(tiers), {}};
    int sum = 0;
    for (const auto& tier : lines.tiers) lines.places.push_back(sum += tier.per_category);
    return lines;
}

std::size_t truly_best(const rehearsed_edition& made, std::span<const std::size_t> category) {
    return truly_best_of(made, category, 1).front();
}

slate prize_judge::ask_ladder(const rehearsed_edition& made, const std::vector<places>& order,
                              const std::vector<card>& cards, const std::vector<int>& scores) const {
    slate_input input;
    input.tiers = lines_.tiers;
    input.ties.ladder = rules_.rules.tie_ladder;
    input.ties.criteria = rules_.rules.rubric.criteria;
    input.ties.chair = judge_id{1};
    auto& ranking = input.rankings.emplace_back();
    ranking.category = made.entries[order.front().front()].category;
    std::vector<entry_id> tied;
    int rank = 1;
    for (const auto& group : order) {
        auto& here = ranking.places.emplace_back();
        here.rank = rank;
        for (const auto each : group) here.entries.push_back(entry_at(each));
        if (group.size() > 1) tied.insert(tied.end(), here.entries.begin(), here.entries.end());
        rank += static_cast<int>(group.size());
        if (rank > lines_.places.back()) break;  // nobody below gets anything
    }
    input.ties.sheets = sheets_of(made, cards, scores, rules_.rules.rubric.criteria, tied);
    const auto judges = static_cast<std::size_t>(rules_.judges);
    for (const auto entry : tied)
        for (std::size_t judge = 0; judge < judges; ++judge) {
            const auto pair = place_of(entry) * judges + judge;
            if (made.recuses[pair] || (rules_.rules.conflicts.same_country_bars && made.same_country[pair]))
                input.ties.barred.push_back({judge_id{static_cast<std::int64_t>(judge) + 1}, entry});
        }
    return propose_slate(input);
}

award prize_judge::award(const rehearsed_edition& made, std::span<const std::size_t> category,
                         std::span<const double> values, const std::vector<card>& cards,
                         const std::vector<int>& scores) const {
    const auto order = quick_order(category, values);
    judging::award given;
    bool any_tied = false;
    given.at_line = look_at_lines(lines_, order, any_tied);
    std::vector<final_group> groups;
    if (any_tied) {
        const auto proposal = ask_ladder(made, order, cards, scores);
        name_endings(given.at_line, lines_, proposal);
        for (const auto& group : proposal.orders.front().groups) {
            auto& one = groups.emplace_back(final_group{{}, group.shares});
            for (const auto entry : group.entries) one.entries.push_back(place_of(entry));
        }
        given.people_decide_the_first = std::ranges::any_of(proposal.slots, [&](const auto& one) {
            return one.tier == lines_.tiers.front().id && is_open(one);
        });
    } else {
        for (const auto& group : order) groups.push_back({group, false});
    }
    const auto wanted = truly_best_of(made, category, lines_.places.back());
    given.best_wins = part_within(groups, lines_.places.front(), wanted.front(), true);
    given.best_gets_a_prize = part_within(groups, lines_.places.back(), wanted.front(), false);
    given.all_right = chance_of_exactly(groups, wanted);
    int left = lines_.places.front();
    for (std::size_t at = 0; at < groups.size() && left > 0; ++at) {
        given.first.insert(given.first.end(), groups[at].entries.begin(), groups[at].entries.end());
        left -= groups[at].shares ? 1 : static_cast<int>(groups[at].entries.size());
    }
    std::ranges::sort(given.first);
    return given;
}

}  // namespace judging
