#include "judging/methods.hpp"

#include <algorithm>

namespace judging {

namespace {

using points = std::vector<fraction>;

fraction mean_of(std::span<const fraction> values) {
    fraction sum = 0;
    for (const auto& one : values) sum += one;
    return sum / static_cast<int>(values.size());
}

std::optional<fraction> trimmed_mean_of(points values, int trim) {
    if (std::ssize(values) <= 2L * trim) return std::nullopt;
    std::ranges::sort(values);
    return mean_of(std::span(values).subspan(trim, values.size() - 2 * static_cast<std::size_t>(trim)));
}

fraction median_of(points values) {
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    if (values.size() % 2 == 1) return values[half];
    return (values[half - 1] + values[half]) / 2;
}

// For each judge and category: of the other entries that the judge scored there, the share that the judge
// placed below this one, equals counting half. So 0 is last, 1 is first, and a judge with one entry says
// nothing. Entries that a judge could not score take nothing from the rest.
std::map<entry_id, points> shares_placed_below(std::span<const judged_entry> entries,
                                               std::span<const exact_value> values) {
    std::map<entry_id, category_id> category_of;
    for (const auto& each : entries) category_of[each.entry] = each.category;
    std::map<std::pair<judge_id, category_id>, std::vector<const exact_value*>> lists;
    for (const auto& one : values) lists[{one.judge, category_of.at(one.entry)}].push_back(&one);
    std::map<entry_id, points> shares;
    for (const auto& [key, list] : lists) {
        if (list.size() < 2) continue;
        for (const auto* one : list) {
            int halves = -1;  // the entry beside itself
            for (const auto* other : list)
                halves += other->points < one->points ? 2 : other->points == one->points ? 1 : 0;
            shares[one->entry].emplace_back(halves, 2 * (static_cast<int>(list.size()) - 1));
        }
    }
    return shares;
}

std::map<entry_id, points> points_by_entry(std::span<const exact_value> values) {
    std::map<entry_id, points> lists;
    for (const auto& one : values) lists[one.entry].push_back(one.points);
    return lists;
}

std::optional<fraction> value_by(workflow::tally_method method, int trim, points values) {
    using enum workflow::tally_method;
    switch (method) {
        case trimmed_mean: return trimmed_mean_of(std::move(values), trim);
        case median: return median_of(std::move(values));
        default: return mean_of(values);
    }
}

no_value why_none(workflow::tally_method method) {
    return method == workflow::tally_method::borda ? no_value::no_judge_compared_it
                                                   : no_value::too_few_sheets_to_trim;
}

}  // namespace

tl::expected<method_values, std::vector<tally_problem>> evaluate(const tally_rules& rules,
                                                                 std::span<const judged_entry> entries,
                                                                 std::span<const exact_value> values) {
    method_values result;
    const auto lists = points_by_entry(values);
    if (rules.method == workflow::tally_method::adjusted) {
        auto fit = calibrate(values, rules.minimum_entries_per_judge);
        if (!fit) return tl::unexpected(std::move(fit.error()));
        result.values = std::move(fit->adjusted);
        result.severities = std::move(fit->severities);
    } else {
        const auto& sources =
            rules.method == workflow::tally_method::borda ? shares_placed_below(entries, values) : lists;
        for (const auto& [entry, own] : sources)
            if (auto value = value_by(rules.method, rules.trim, own))
                result.values[entry] = std::move(*value);
    }
    for (const auto& each : entries)
        if (!result.values.contains(each.entry))
            result.missing[each.entry] =
                lists.contains(each.entry) ? why_none(rules.method) : no_value::no_counted_sheet;
    return result;
}

}  // namespace judging
