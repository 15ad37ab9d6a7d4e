#include "judging/methods.hpp"

#include <algorithm>

namespace judging {

namespace {

using point_list = std::vector<fraction>;

fraction mean_of(std::span<const fraction> values) {
    fraction sum = 0;
    for (const auto& one : values) sum += one;
    return sum / static_cast<int>(values.size());
}

std::optional<fraction> trimmed_mean_of(point_list values, int trim) {
    if (std::ssize(values) <= 2L * trim) return std::nullopt;
    std::ranges::sort(values);
    return mean_of(std::span(values).subspan(trim, values.size() - 2 * static_cast<std::size_t>(trim)));
}

fraction median_of(point_list values) {
    std::ranges::sort(values);
    const auto half = values.size() / 2;
    if (values.size() % 2 == 1) return values[half];
    return (values[half - 1] + values[half]) / 2;
}

std::map<entry_id, point_list> points_by_entry(std::span<const exact_value> values) {
    std::map<entry_id, point_list> lists;
    for (const auto& one : values) lists[one.entry].push_back(one.points);
    return lists;
}

std::optional<fraction> value_by(workflow::tally_method method, int trim, point_list values) {
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

std::vector<exact_value> shares_placed_below(std::span<const judged_entry> entries,
                                             std::span<const exact_value> values) {
    std::map<entry_id, category_id> category_of;
    for (const auto& each : entries) category_of[each.entry] = each.category;
    std::map<std::pair<judge_id, category_id>, std::vector<const exact_value*>> lists;
    for (const auto& one : values) lists[{one.judge, category_of.at(one.entry)}].push_back(&one);
    std::vector<exact_value> shares;
    for (auto& [key, list] : lists) {
        if (list.size() < 2) continue;
        std::ranges::sort(list, {}, [](const auto* one) -> const fraction& { return one->points; });
        for (std::size_t from = 0; from < list.size();) {
            auto to = from;
            while (to < list.size() && list[to]->points == list[from]->points) ++to;
            const auto halves = 2 * from + (to - from - 1);
            for (; from < to; ++from)
                shares.push_back(
                    {list[from]->judge, list[from]->entry, fraction(halves, 2 * (list.size() - 1))});
        }
    }
    std::ranges::sort(shares, {}, [](const auto& one) { return std::pair(one.entry, one.judge); });
    return shares;
}

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
        const auto sources = rules.method == workflow::tally_method::borda
                                 ? points_by_entry(shares_placed_below(entries, values))
                                 : lists;
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
