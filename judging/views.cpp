#include "judging/views.hpp"

#include <algorithm>
#include <set>

#include "judging/methods.hpp"

namespace judging {

namespace {

// The ranking of these values, with the panel's deltas; nothing if the method refuses.
std::optional<std::vector<category_ranking>> rank_by(const tally_rules& rules, const tally_input& input,
                                                     std::span<const exact_value> values) {
    auto by_method = evaluate(rules, input.entries, values);
    if (!by_method) return std::nullopt;
    return rank_values(input, *by_method);
}

view view_of(view_name name, const tally_rules& rules, const tally_input& input,
             std::span<const exact_value> values) {
    if (auto rankings = rank_by(rules, input, values))
        return {std::move(name), std::move(*rankings), std::nullopt};
    return {std::move(name), {}, not_to_be_had::tally_refused};
}

void add_methods(std::vector<view>& views, const tally_input& input, std::span<const exact_value> values) {
    using enum workflow::tally_method;
    for (const auto method : {mean, median, borda, adjusted}) {
        if (method == input.rules.method) continue;
        auto rules = input.rules;
        rules.method = method;
        views.push_back(view_of({view_kind::another_method, method, {}, {}}, rules, input, values));
    }
}

void add_without_judges(std::vector<view>& views, const tally_input& input,
                        std::span<const exact_value> values) {
    std::set<judge_id> judges;
    for (const auto& one : values) judges.insert(one.judge);
    for (const auto judge : judges) {
        view_name name{view_kind::without_judge, input.rules.method, judge, {}};
        if (judges.size() == 1) {
            views.push_back({std::move(name), {}, not_to_be_had::one_judge_only});
            continue;
        }
        std::vector<exact_value> rest;
        for (const auto& one : values)
            if (one.judge != judge) rest.push_back(one);
        views.push_back(view_of(std::move(name), input.rules, input, rest));
    }
}

void add_without_criteria(std::vector<view>& views, const tally_input& input) {
    for (const auto& criterion : input.rules.criteria) {
        view_name name{view_kind::without_criterion, input.rules.method, {}, criterion.key};
        auto rules = input.rules;
        std::erase_if(rules.criteria, [&](const auto& each) { return each.key == criterion.key; });
        if (rules.criteria.empty())
            views.push_back({std::move(name), {}, not_to_be_had::one_criterion_only});
        else
            views.push_back(view_of(std::move(name), rules, input, counted_values(rules, input.sheets)));
    }
}

}  // namespace

std::vector<view> list_views(const tally_input& input, std::span<const exact_value> values) {
    std::vector<view> views;
    add_methods(views, input, values);
    add_without_judges(views, input, values);
    add_without_criteria(views, input);
    return views;
}

std::set<entry_id> list_gone(std::span<const withdrawn_entry> withdrawn) {
    std::set<entry_id> gone;
    for (const auto& each : withdrawn)
        if (each.then == reopened_slot::next_of_the_order) gone.insert(each.entry);
    return gone;
}

std::vector<proposed_tier> list_proposed_tiers(const slate& proposal,
                                               std::span<const withdrawn_entry> withdrawn) {
    std::vector<proposed_tier> tiers;
    std::map<category_id, int> taken;
    std::map<category_id, std::vector<entry_id>> vacated;
    for (const auto& order : proposal.orders)
        for (const auto& group : order.groups)
            for (const auto& each : withdrawn)
                if (each.then == reopened_slot::vacant && std::ranges::count(group.entries, each.entry))
                    vacated[order.category].push_back(each.entry);
    for (const auto& here : proposal.slots) {
        if (here.state == slot_state::withheld || here.state == slot_state::no_entry) continue;
        auto found = std::ranges::find_if(
            tiers, [&](const auto& one) { return one.category == here.category && one.tier == here.tier; });
        if (found == tiers.end())
            found = tiers.insert(found, {here.category, here.tier, taken[here.category], 0, false, {}});
        const bool is_open = here.state == slot_state::tied || here.state == slot_state::blocked;
        found->is_open = found->is_open || is_open;
        for (const auto entry : here.entries)
            if (!std::ranges::count(found->entries, entry)) found->entries.push_back(entry);
        if (here.state == slot_state::vacant && !vacated[here.category].empty()) {
            found->entries.push_back(vacated[here.category].front());
            vacated[here.category].erase(vacated[here.category].begin());
        }
        const int places = is_open || here.entries.empty() ? 1 : static_cast<int>(here.entries.size());
        found->places += places;
        taken[here.category] += places;
    }
    return tiers;
}

namespace {

// The places of a view's order without those who left it: groups of equal entries, best first.
std::vector<std::vector<entry_id>> order_without(const category_ranking& ranking,
                                                 const std::set<entry_id>& gone) {
    std::vector<std::vector<entry_id>> order;
    for (const auto& place : ranking.places) {
        std::vector<entry_id> group;
        for (const auto entry : place.entries)
            if (!gone.contains(entry)) group.push_back(entry);
        if (!group.empty()) order.push_back(std::move(group));
    }
    return order;
}

tier_by_view judge_tier(const proposed_tier& tier, const view& by,
                        const std::vector<std::vector<entry_id>>& order) {
    tier_by_view found{by.name, true, {}};
    const int first = tier.before, last = tier.before + tier.places;
    std::size_t proposed_seen = 0;
    int from = 0;
    for (const auto& group : order) {
        const int to = from + static_cast<int>(group.size());
        const int inside = std::max(0, std::min(to, last) - std::max(from, first));
        const auto proposed = std::ranges::count_if(
            group, [&](entry_id entry) { return std::ranges::count(tier.entries, entry) > 0; });
        if (inside > 0) found.claimants.insert(found.claimants.end(), group.begin(), group.end());
        found.agrees = found.agrees && proposed == inside;
        proposed_seen += static_cast<std::size_t>(proposed);
        from = to;
    }
    found.agrees = found.agrees && proposed_seen == tier.entries.size();
    std::ranges::sort(found.claimants);
    return found;
}

bool are_the_same(std::vector<entry_id> one, std::vector<entry_id> other) {
    std::ranges::sort(one);
    std::ranges::sort(other);
    return one == other;
}

std::vector<chance_above_line> list_co_leaders(const proposed_tier& tier, const resampling& resampled,
                                               double confidence) {
    std::vector<chance_above_line> leaders;
    const double tail = (1 - confidence) / 2;
    for (const auto& category : resampled.categories)
        if (category.category == tier.category)
            for (const auto& one : category.chances)
                if (one.places == tier.before + tier.places && one.chance > tail && one.chance < 1 - tail)
                    leaders.push_back(one);
    std::ranges::stable_sort(leaders, std::greater<>(), &chance_above_line::chance);
    return leaders;
}

void add_doubt(std::vector<doubt>& doubts, doubt one) {
    if (!std::ranges::count(doubts, one)) doubts.push_back(one);
}

// The one entry of its category, if nobody else is or was in it.
bool has_no_rival(const proposed_tier& tier, std::span<const view> views) {
    for (const auto& by : views)
        for (const auto& ranking : by.categories) {
            if (ranking.category != tier.category) continue;
            std::size_t count = ranking.unranked.size();
            for (const auto& place : ranking.places) count += place.entries.size();
            return count == 1;
        }
    return false;
}

// The prize that is next above in the category, of those that are given.
const tier_finding* find_above(const std::vector<tier_finding>& findings, const tier_finding& one) {
    const tier_finding* above = nullptr;
    for (const auto& each : findings) {
        if (&each == &one) break;
        if (each.proposed.category == one.proposed.category) above = &each;
    }
    return above;
}

doubt doubt_of(view_kind kind) {
    return kind == view_kind::another_method ? doubt::another_method_disagrees : doubt::one_judge_decides;
}

}  // namespace

std::vector<tier_finding> examine_tiers(std::span<const proposed_tier> tiers, std::span<const view> views,
                                        const resampling& resampled, const std::set<entry_id>& gone,
                                        double confidence) {
    std::vector<tier_finding> findings;
    for (const auto& tier : tiers) findings.push_back({tier, false, {}, {}, {}});
    for (auto& finding : findings)
        if (finding.proposed.is_open) add_doubt(finding.doubts, doubt::open);
    for (const auto& by : views) {
        if (by.because) continue;
        for (const auto& ranking : by.categories) {
            const auto order = order_without(ranking, gone);
            for (auto& finding : findings) {
                // Below an open tie nothing is proposed that a view could be compared with.
                if (finding.proposed.category != ranking.category || finding.proposed.entries.empty() ||
                    has_no_rival(finding.proposed, views))
                    continue;
                auto found = judge_tier(finding.proposed, by, order);
                if (finding.proposed.is_open)
                    found.agrees = are_the_same(found.claimants, finding.proposed.entries);
                if (found.agrees) continue;
                if (!finding.proposed.is_open && by.name.kind != view_kind::without_criterion)
                    add_doubt(finding.doubts, doubt_of(by.name.kind));
                finding.views.push_back(std::move(found));
            }
        }
    }
    for (auto& finding : findings) {
        finding.co_leaders = list_co_leaders(finding.proposed, resampled, confidence);
        if (has_no_rival(finding.proposed, views)) continue;
        if (resampled.because)
            add_doubt(finding.doubts, doubt::not_examined);
        else if (!finding.co_leaders.empty())
            add_doubt(finding.doubts, doubt::not_told_apart);
    }
    for (auto& finding : findings)
        if (const auto* above = find_above(findings, finding); above && !above->co_leaders.empty())
            finding.doubts.push_back(doubt::line_above);
    for (auto& finding : findings) finding.is_clear = finding.doubts.empty();
    return findings;
}

}  // namespace judging
