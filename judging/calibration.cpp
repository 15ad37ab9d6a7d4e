#include "judging/calibration.hpp"

#include <algorithm>

#include "judging/disjoint_sets.hpp"
#include "judging/linear_system.hpp"

namespace judging {

namespace {

struct cell {
    std::size_t judge;
    integer units;
};
struct sheets_of_entry {
    entry_id entry{};
    std::vector<cell> cells;
    integer total = 0;
};

// The values in whole units, so many to a point; judges by their place.
struct whole_table {
    std::vector<judge_id> judges;
    std::vector<sheets_of_entry> entries;
    integer per_point = 1;

    explicit whole_table(std::span<const exact_value> values) {
        namespace mp = boost::multiprecision;
        for (const auto& one : values) {
            judges.push_back(one.judge);
            const integer own = mp::denominator(one.points);
            if (per_point % own != 0) per_point = mp::lcm(per_point, own);
        }
        std::ranges::sort(judges);
        judges.erase(std::unique(judges.begin(), judges.end()), judges.end());
        std::vector<const exact_value*> ordered;
        for (const auto& one : values) ordered.push_back(&one);
        std::ranges::stable_sort(ordered, {}, &exact_value::entry);
        for (const auto* one : ordered) {
            if (entries.empty() || entries.back().entry != one->entry) entries.push_back({one->entry, {}, 0});
            const auto judge = std::ranges::lower_bound(judges, one->judge) - judges.begin();
            const integer units =
                mp::numerator(one->points) * integer(per_point / mp::denominator(one->points));
            entries.back().cells.push_back({static_cast<std::size_t>(judge), units});
            entries.back().total += units;
        }
    }
};

std::vector<tally_problem> find_problems(const whole_table& table, int minimum_entries_per_judge) {
    std::vector<int> entries(table.judges.size(), 0);
    disjoint_sets linked(table.judges.size());
    for (const auto& each : table.entries)
        for (const auto& one : each.cells) {
            ++entries[one.judge];
            linked.join(one.judge, each.cells.front().judge);
        }
    std::vector<tally_problem> few, apart;
    std::vector<bool> is_named(table.judges.size(), false);
    for (std::size_t judge = 0; judge < table.judges.size(); ++judge) {
        if (entries[judge] < minimum_entries_per_judge)
            few.push_back({tally_fault::judge_has_too_few_entries, table.judges[judge], {}, {}});
        if (is_named[linked.set_of(judge)]) continue;
        is_named[linked.set_of(judge)] = true;
        apart.push_back({tally_fault::judges_not_connected, table.judges[judge], {}, {}});
    }
    if (apart.size() > 1) std::ranges::move(apart, std::back_inserter(few));
    return few;
}

// What the entries with one number of judges say together: how often two judges met, what was given in all to
// the entries of each judge.
struct entries_alike {
    std::vector<std::vector<int>> together;
    std::vector<integer> totals;
};

// The normal equations after the entries are eliminated: for judge j, over the entries e that j scored,
//   n_j s_j - sum_e (sum_k s_k) / n_e = sum_e (y_je - mean_e),  k running over the judges of e;
// the last of them follows from the others and gives way to: all severities sum to zero. Times the least
// common multiple of the n_e, in units.
integer_rows reduced_equations(const whole_table& table) {
    const auto n = table.judges.size();
    std::map<std::size_t, entries_alike> alike;
    integer_rows rows(n, std::vector<integer>(n + 1, 0));
    integer common = 1;
    for (const auto& each : table.entries) {
        auto& [together, totals] = alike[each.cells.size()];
        together.resize(n, std::vector<int>(n, 0));
        totals.resize(n, 0);
        for (const auto& one : each.cells) {
            rows[one.judge][one.judge] += 1;
            rows[one.judge][n] += one.units;
            totals[one.judge] += each.total;
            for (const auto& other : each.cells) ++together[one.judge][other.judge];
        }
    }
    for (const auto& [judges, own] : alike) common = boost::multiprecision::lcm(common, integer(judges));
    for (std::size_t judge = 0; judge < n; ++judge) {
        auto& row = rows[judge];
        row[judge] *= common;
        row[n] *= common;
        for (const auto& [judges, own] : alike) {
            const integer share = common / judges;
            row[n] -= share * own.totals[judge];
            for (std::size_t other = 0; other < n; ++other) row[other] -= share * own.together[judge][other];
        }
    }
    rows.back().assign(n + 1, integer(1));
    rows.back()[n] = 0;
    return rows;
}

}  // namespace

tl::expected<calibration, std::vector<tally_problem>> calibrate(std::span<const exact_value> values,
                                                                int minimum_entries_per_judge) {
    const whole_table table(values);
    if (auto problems = find_problems(table, minimum_entries_per_judge); !problems.empty())
        return tl::unexpected(std::move(problems));
    calibration fit;
    if (table.judges.empty()) return fit;
    const auto units = solve_exactly(reduced_equations(table));
    const integer bottom = units.denominator * table.per_point;
    for (std::size_t judge = 0; judge < table.judges.size(); ++judge)
        fit.severities.push_back({table.judges[judge], fraction(units.numerators[judge], bottom)});
    // One fraction for each entry: to bring one to lowest terms costs more than all the sums.
    for (const auto& each : table.entries) {
        integer top = each.total * units.denominator;
        for (const auto& one : each.cells) top -= units.numerators[one.judge];
        fit.adjusted[each.entry] = fraction(top, integer(bottom * each.cells.size()));
    }
    return fit;
}

}  // namespace judging
