#include "judging/home_bias.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "judging/additive.hpp"
#include "judging/disjoint_sets.hpp"

namespace judging {

namespace {

// The judges who hang together by common entries, one list of ones and zeros for each such group. Between
// groups severity cannot be told from entries, and need not be: who is at home is compared within them.
std::vector<std::vector<double>> list_groups(const ratings& table) {
    disjoint_sets linked(table.judges.size());
    std::vector<bool> scored(table.judges.size(), false);
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry)
        for (const auto& cell : table.of(entry)) {
            linked.join(cell.judge, table.of(entry).front().judge);
            scored[cell.judge] = true;
        }
    std::map<std::size_t, std::vector<double>> groups;
    for (std::size_t judge = 0; judge < table.judges.size(); ++judge)
        if (scored[judge])
            groups.try_emplace(linked.set_of(judge), table.judges.size(), 0.0).first->second[judge] = 1;
    std::vector<std::vector<double>> list;
    for (auto& [set, judges] : groups) list.push_back(std::move(judges));
    return list;
}

// A table without what entry and judge explain.
std::vector<double> residuals_of(const ratings& table, const std::vector<std::vector<double>>& groups) {
    const additive_model model(table);
    std::vector<double> severity(table.judges.size(), 0);
    for (const auto& judges : groups) {
        const auto fitted = model.fit(judges).value();
        for (std::size_t judge = 0; judge < judges.size(); ++judge)
            if (judges[judge] > 0) severity[judge] = fitted[judge];
    }
    std::vector<double> left;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        double mean = 0;
        for (const auto& cell : table.of(entry))
            mean += (cell.units - severity[cell.judge]) / static_cast<double>(table.of(entry).size());
        for (const auto& cell : table.of(entry)) left.push_back(cell.units - severity[cell.judge] - mean);
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

// `explained`: how many numbers entries and judges take.
estimate find_difference(const ratings& table, const std::vector<double>& values,
                         const std::vector<double>& home, double explained, double confidence) {
    double both = 0, alone = 0;
    for (std::size_t at = 0; at < values.size(); ++at)
        both += values[at] * home[at], alone += home[at] * home[at];
    if (alone < 1e-9) return no_estimate(not_to_be_had::countries_not_separable);
    const double slope = both / alone, number = slope / table.units_per_point;
    double squares = 0;
    for (std::size_t at = 0; at < values.size(); ++at) squares += std::pow(values[at] - slope * home[at], 2);
    const double freedom = static_cast<double>(values.size()) - explained - 1;
    if (freedom < 1) return {number, {}, {}, not_to_be_had::interval_not_defined};
    const double half = boost::math::quantile(boost::math::students_t(freedom), 1 - (1 - confidence) / 2) *
                        std::sqrt(squares / freedom / alone) / table.units_per_point;
    return {number, number - half, number + half, {}};
}

// Entries and judges, less one in each group, where only their differences say something.
double count_explained(const ratings& table, const std::vector<std::vector<double>>& groups) {
    double explained = -static_cast<double>(groups.size());
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) explained += !table.of(entry).empty();
    for (const auto& judges : groups)
        for (const double one : judges) explained += one;
    return explained;
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
    const auto groups = list_groups(table);
    const auto values = residuals_of(table, groups);
    report.difference = find_difference(table, values, residuals_of(home, groups),
                                        count_explained(table, groups), confidence);
    report.judges = list_judges_at_home(home, values);
    return report;
}

}  // namespace judging
