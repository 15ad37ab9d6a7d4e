#include "judging/calibration.hpp"

#include <algorithm>
#include <set>

namespace judging {

namespace {

using by_judge = std::map<judge_id, std::map<entry_id, fraction>>;
using by_entry = std::map<entry_id, std::map<judge_id, fraction>>;

// The first judge of each set of judges that common entries link.
std::vector<judge_id> first_of_each_group(const by_judge& judges, const by_entry& entries) {
    std::set<judge_id> reached;
    std::vector<judge_id> firsts;
    for (const auto& [start, own] : judges) {
        if (!reached.insert(start).second) continue;
        firsts.push_back(start);
        std::vector<judge_id> waiting{start};
        while (!waiting.empty()) {
            const auto judge = waiting.back();
            waiting.pop_back();
            for (const auto& [entry, points] : judges.at(judge))
                for (const auto& [other, value] : entries.at(entry))
                    if (reached.insert(other).second) waiting.push_back(other);
        }
    }
    return firsts;
}

fraction sum_of(const auto& points_by_id) {
    fraction sum = 0;
    for (const auto& [id, points] : points_by_id) sum += points;
    return sum;
}

using integer_rows = std::vector<std::vector<integer>>;

// Each equation multiplied by what makes it whole.
integer_rows in_integers(const std::vector<std::vector<fraction>>& rows) {
    namespace mp = boost::multiprecision;
    integer_rows whole;
    for (const auto& row : rows) {
        integer common = 1;
        for (const auto& cell : row) common = mp::lcm(common, integer(mp::denominator(cell)));
        auto& own = whole.emplace_back();
        for (const auto& cell : row)
            own.push_back(integer(mp::numerator(cell) * (common / mp::denominator(cell))));
    }
    return whole;
}

// The augmented matrix of a regular system, without fractions on the way: each division is exact (Bareiss
// 1968, "Sylvester's identity and multistep integer-preserving Gaussian elimination", Mathematics of
// Computation 22). Seventy judges in fractions took a hundred times as long.
std::vector<fraction> solve(const std::vector<std::vector<fraction>>& equations) {
    auto rows = in_integers(equations);
    const auto n = rows.size();
    integer before = 1;
    for (std::size_t column = 0; column < n; ++column) {
        auto pivot = column;
        while (rows[pivot][column] == 0) ++pivot;
        std::swap(rows[pivot], rows[column]);
        for (auto row = column + 1; row < n; ++row) {
            for (auto at = column + 1; at <= n; ++at)
                rows[row][at] =
                    (rows[row][at] * rows[column][column] - rows[row][column] * rows[column][at]) / before;
            rows[row][column] = 0;
        }
        before = rows[column][column];
    }
    // By Cramer's rule each unknown times the determinant is a whole number.
    const integer determinant = before;
    std::vector<integer> times_determinant(n);
    for (auto row = n; row-- > 0;) {
        integer sum = rows[row][n] * determinant;
        for (auto at = row + 1; at < n; ++at) sum -= rows[row][at] * times_determinant[at];
        times_determinant[row] = sum / rows[row][row];
    }
    std::vector<fraction> solution;
    for (const auto& one : times_determinant) solution.emplace_back(one, determinant);
    return solution;
}

// The normal equations after the entries are eliminated: for judge j, over the entries e that j scored,
//   n_j s_j - sum_e (sum_k s_k) / n_e = sum_e (y_je - mean_e),  k running over the judges of e;
// the last of them follows from the others and gives way to: all severities sum to zero.
std::vector<std::vector<fraction>> reduced_equations(const by_judge& judges, const by_entry& entries) {
    std::map<judge_id, std::size_t> column;
    for (const auto& [judge, own] : judges) column.emplace(judge, column.size());
    const auto n = column.size();
    std::vector<std::vector<fraction>> rows(n, std::vector<fraction>(n + 1, fraction(0)));
    for (const auto& [entry, given] : entries) {
        const fraction share(1, static_cast<int>(given.size()));
        const fraction mean = sum_of(given) * share;
        for (const auto& [judge, points] : given) {
            auto& row = rows[column[judge]];
            row[column[judge]] += 1;
            row[n] += points - mean;
            for (const auto& [other, value] : given) row[column[other]] -= share;
        }
    }
    rows.back().assign(n + 1, fraction(1));
    rows.back()[n] = 0;
    return rows;
}

}  // namespace

tl::expected<calibration, std::vector<tally_problem>> calibrate(std::span<const exact_value> values,
                                                                int minimum_entries_per_judge) {
    by_judge judges;
    by_entry entries;
    for (const auto& one : values) {
        judges[one.judge][one.entry] = one.points;
        entries[one.entry][one.judge] = one.points;
    }
    std::vector<tally_problem> problems;
    for (const auto& [judge, own] : judges)
        if (std::ssize(own) < minimum_entries_per_judge)
            problems.push_back({tally_fault::judge_has_too_few_entries, judge, {}, {}});
    const auto groups = first_of_each_group(judges, entries);
    if (groups.size() > 1)
        for (const auto judge : groups)
            problems.push_back({tally_fault::judges_not_connected, judge, {}, {}});
    if (!problems.empty()) return tl::unexpected(std::move(problems));

    calibration fit;
    if (judges.empty()) return fit;
    const auto solution = solve(reduced_equations(judges, entries));
    std::map<judge_id, fraction> severity_of;
    for (const auto& [judge, own] : judges) severity_of.emplace(judge, solution[severity_of.size()]);
    for (const auto& [judge, points] : severity_of) fit.severities.push_back({judge, points});
    for (const auto& [entry, given] : entries) {
        fraction sum = 0;
        for (const auto& [judge, points] : given) sum += points - severity_of[judge];
        fit.adjusted[entry] = sum / static_cast<int>(given.size());
    }
    return fit;
}

}  // namespace judging
