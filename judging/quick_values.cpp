#include "judging/quick_values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "judging/additive.hpp"

namespace judging {

namespace {

using doubles = std::vector<double>;
constexpr double none = std::numeric_limits<double>::quiet_NaN();

double quotient(std::span<const double> units) {
    if (units.empty()) return none;
    return std::accumulate(units.begin(), units.end(), 0.0) / static_cast<double>(units.size());
}

double trimmed(doubles& units, int trim) {
    if (std::ssize(units) <= 2L * trim) return none;
    std::ranges::sort(units);
    const auto dropped = static_cast<std::size_t>(trim);
    return quotient(std::span(units).subspan(dropped, units.size() - 2 * dropped));
}

double middle(doubles& units) {
    if (units.empty()) return none;
    std::ranges::sort(units);
    const auto half = units.size() / 2;
    return units.size() % 2 == 1 ? units[half] : (units[half - 1] + units[half]) / 2;
}

doubles by_sheets(const quick_rules& rules, const ratings& table) {
    doubles values, own;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        own.clear();
        for (const auto& cell : table.of(entry)) own.push_back(cell.units);
        values.push_back(rules.method == workflow::tally_method::trimmed_mean ? trimmed(own, rules.trim)
                         : rules.method == workflow::tally_method::median     ? middle(own)
                                                                              : quotient(own));
    }
    return values;
}

// methods.cpp tells what this is the mean of.
doubles by_shares(const ratings& table, std::span<const std::vector<std::size_t>> categories) {
    doubles sums(table.entries.size(), 0), counts(table.entries.size(), 0);
    std::vector<std::vector<std::pair<double, std::size_t>>> lists(table.judges.size());
    for (const auto& category : categories) {
        for (auto& list : lists) list.clear();
        for (const auto entry : category)
            for (const auto& cell : table.of(entry)) lists[cell.judge].emplace_back(cell.units, entry);
        for (auto& list : lists) {
            if (list.size() < 2) continue;
            std::ranges::sort(list);
            for (std::size_t from = 0, to = 0; from < list.size(); from = to) {
                while (to < list.size() && list[to].first == list[from].first) ++to;
                const auto halves = static_cast<double>(from + to - 1);
                for (auto at = from; at < to; ++at) {
                    sums[list[at].second] += halves / (2.0 * static_cast<double>(list.size() - 1));
                    counts[list[at].second] += 1;
                }
            }
        }
    }
    for (std::size_t entry = 0; entry < sums.size(); ++entry)
        sums[entry] = counts[entry] == 0 ? none : std::nearbyint(sums[entry] / counts[entry] * 1e10);
    return sums;
}

std::optional<doubles> by_least_squares(const quick_rules& rules, const ratings& table) {
    std::vector<int> entries_of(table.judges.size(), 0);
    doubles sitting(table.judges.size(), 0), values, own;
    for (const auto& cell : table.cells) sitting[cell.judge] = 1, ++entries_of[cell.judge];
    for (const auto count : entries_of)
        if (count > 0 && count < rules.minimum_entries_per_judge) return std::nullopt;
    const auto severities = additive_model(table).fit(sitting);
    if (!severities) return std::nullopt;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        own.clear();
        for (const auto& cell : table.of(entry)) own.push_back(cell.units - (*severities)[cell.judge]);
        values.push_back(std::nearbyint(quotient(own) * 1e6) / 1e6);
    }
    return values;
}

}  // namespace

std::optional<std::vector<double>> quick_values(const quick_rules& rules, const ratings& table,
                                                std::span<const std::vector<std::size_t>> categories) {
    using enum workflow::tally_method;
    if (rules.method == adjusted) return by_least_squares(rules, table);
    if (rules.method == borda) return by_shares(table, categories);
    return by_sheets(rules, table);
}

std::vector<std::vector<std::size_t>> quick_order(std::span<const std::size_t> entries,
                                                  std::span<const double> values) {
    std::vector<std::size_t> sorted;
    for (const auto entry : entries)
        if (!std::isnan(values[entry])) sorted.push_back(entry);
    std::ranges::sort(sorted, [&](auto one, auto other) {
        return values[one] != values[other] ? values[one] > values[other] : one < other;
    });
    std::vector<std::vector<std::size_t>> groups;
    for (const auto entry : sorted) {
        if (groups.empty() || values[groups.back().front()] != values[entry]) groups.emplace_back();
        groups.back().push_back(entry);
    }
    return groups;
}

}  // namespace judging
