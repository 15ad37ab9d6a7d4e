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

// Gauss-Jordan on an augmented matrix that is known to be regular.
std::vector<fraction> solve(std::vector<std::vector<fraction>> rows) {
    const auto n = rows.size();
    for (std::size_t column = 0; column < n; ++column) {
        auto pivot = column;
        while (rows[pivot][column] == 0) ++pivot;
        std::swap(rows[pivot], rows[column]);
        const fraction head = rows[column][column];
        for (auto& cell : rows[column]) cell /= head;
        for (std::size_t row = 0; row < n; ++row) {
            const fraction factor = rows[row][column];
            if (row == column || factor == 0) continue;
            for (auto at = column; at <= n; ++at) rows[row][at] -= factor * rows[column][at];
        }
    }
    std::vector<fraction> solution;
    for (const auto& row : rows) solution.push_back(row[n]);
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
