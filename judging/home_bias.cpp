#include "judging/home_bias.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "judging/additive.hpp"

namespace judging {

namespace {

// A table without what entry and judge explain; nothing where they cannot be told apart.
std::optional<std::vector<double>> residuals_of(const ratings& table) {
    const std::vector<double> once(table.judges.size(), 1);
    const auto severity = additive_model(table).fit(once);
    if (!severity) return std::nullopt;
    std::vector<double> left;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        double mean = 0;
        for (const auto& cell : table.of(entry))
            mean += (cell.units - (*severity)[cell.judge]) / static_cast<double>(table.of(entry).size());
        for (const auto& cell : table.of(entry)) left.push_back(cell.units - (*severity)[cell.judge] - mean);
    }
    return left;
}

// The same cells, one where judge and entry share a country, else zero.
ratings at_home(const ratings& table, const known_countries& countries) {
    ratings home = table;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        const auto country = countries.of_entry.find(table.entries[entry]);
        for (auto at = table.starts[entry]; at < table.starts[entry + 1]; ++at) {
            const auto judge = countries.of_judge.find(table.judges[table.cells[at].judge]);
            home.cells[at].units = country != countries.of_entry.end() && judge != countries.of_judge.end() &&
                                   country->second == judge->second;
        }
    }
    return home;
}

estimate find_difference(const ratings& table, const std::vector<double>& values,
                         const std::vector<double>& home, double confidence) {
    double both = 0, alone = 0;
    for (std::size_t at = 0; at < values.size(); ++at)
        both += values[at] * home[at], alone += home[at] * home[at];
    if (alone < 1e-9) return no_estimate(not_to_be_had::countries_not_separable);
    const double slope = both / alone, number = slope / table.units_per_point;
    double squares = 0, entries = 0;
    for (std::size_t at = 0; at < values.size(); ++at) squares += std::pow(values[at] - slope * home[at], 2);
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) entries += !table.of(entry).empty();
    const double freedom =
        static_cast<double>(values.size()) - entries - static_cast<double>(table.judges.size());
    if (freedom < 1) return {number, {}, {}, not_to_be_had::interval_not_defined};
    const double half = boost::math::quantile(boost::math::students_t(freedom), 1 - (1 - confidence) / 2) *
                        std::sqrt(squares / freedom / alone) / table.units_per_point;
    return {number, number - half, number + half, {}};
}

std::vector<judge_at_home> list_judges_at_home(const ratings& home, const std::vector<double>& values) {
    std::map<judge_id, judge_at_home> found;
    for (std::size_t at = 0; at < home.cells.size(); ++at) {
        if (home.cells[at].units == 0) continue;
        auto& one = found[home.judges[home.cells[at].judge]];
        one.judge = home.judges[home.cells[at].judge];
        one.entries += 1;
        one.above_expected += values[at] / home.units_per_point;
    }
    std::vector<judge_at_home> list;
    for (auto& [judge, one] : found) {
        one.above_expected /= one.entries;
        list.push_back(one);
    }
    return list;
}

}  // namespace

same_country_report report_same_country(const ratings& table, const known_countries& countries,
                                        double confidence) {
    same_country_report report;
    const auto without = [&](not_to_be_had why) {
        report.difference = no_estimate(why);
        return report;
    };
    if (table.cells.empty()) return without(not_to_be_had::no_counted_sheet);
    if (countries.of_judge.empty() || countries.of_entry.empty())
        return without(not_to_be_had::no_country_known);
    const auto home = at_home(table, countries);
    for (const auto& cell : home.cells) report.sheets_at_home += cell.units != 0;
    if (report.sheets_at_home == 0) return without(not_to_be_had::no_judge_from_an_entrys_country);
    const auto values = residuals_of(table), indicator = residuals_of(home);
    if (!values || !indicator) return without(not_to_be_had::countries_not_separable);
    report.difference = find_difference(table, *values, *indicator, confidence);
    report.judges = list_judges_at_home(home, *values);
    return report;
}

}  // namespace judging
