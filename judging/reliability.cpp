#include "judging/reliability.hpp"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <cmath>
#include <numeric>

namespace judging {

namespace {

estimate without_interval(double number) {
    if (!std::isfinite(number)) return no_estimate(not_to_be_had::divides_by_zero);
    return {number, {}, {}, not_to_be_had::interval_not_defined};
}

// Why a complete table of these says nothing; nothing if it can.
std::optional<not_to_be_had> find_obstacle(const ratings& all, const ratings& complete) {
    if (all.cells.empty()) return not_to_be_had::no_counted_sheet;
    if (all.judges.size() < 2) return not_to_be_had::one_judge_only;
    if (all.entries.size() < 2) return not_to_be_had::one_entry_only;
    if (complete.entries.size() < 2) return not_to_be_had::too_few_entries_with_all_judges;
    const double first = complete.cells.front().units;
    if (std::ranges::all_of(complete.cells, [&](const auto& cell) { return cell.units == first; }))
        return not_to_be_had::same_score_for_everything;
    return std::nullopt;
}

double square(double number) {
    return number * number;
}

// The analysis of variance of a complete table: mean squares between entries, between judges, within entries,
// and the residual. From sums of whole units, so that what is equal is equal and leaves no square.
struct mean_squares {
    double n, k, between, judges, within, residual;

    explicit mean_squares(const ratings& table)
        : n(static_cast<double>(table.entries.size())), k(static_cast<double>(table.judges.size())) {
        std::vector<double> of_judge(table.judges.size(), 0), of_entry(table.entries.size(), 0);
        double all = 0;
        for (std::size_t entry = 0; entry < table.entries.size(); ++entry)
            for (const auto& cell : table.of(entry)) {
                of_entry[entry] += cell.units;
                of_judge[cell.judge] += cell.units;
                all += cell.units;
            }
        double of_entries = 0, of_judges = 0, rest = 0;
        for (const double one : of_entry) of_entries += square((n * one - all) / (n * k)) * k;
        for (const double one : of_judge) of_judges += square((k * one - all) / (n * k)) * n;
        for (std::size_t entry = 0; entry < table.entries.size(); ++entry)
            for (const auto& cell : table.of(entry))
                rest += square((n * k * cell.units - n * of_entry[entry] - k * of_judge[cell.judge] + all) /
                               (n * k));
        // Beyond 2^53 sums are no longer exact: what rounding leaves then is nothing either.
        const double nothing = 1e-18 * (of_entries + of_judges + rest);
        for (auto* one : {&of_entries, &of_judges, &rest})
            if (*one < nothing) *one = 0;
        between = of_entries / (n - 1);
        judges = of_judges / (k - 1);
        residual = rest / ((n - 1) * (k - 1));
        within = (of_judges + rest) / (n * (k - 1));
    }
};

// Where it is beyond all numbers it is infinite, and the interval is then not defined.
double f_quantile(double probability, double numerator, double denominator) {
    namespace policies = boost::math::policies;
    using quiet = policies::policy<policies::overflow_error<policies::ignore_error>,
                                   policies::evaluation_error<policies::ignore_error>>;
    return boost::math::quantile(boost::math::fisher_f_distribution<double, quiet>(numerator, denominator),
                                 probability);
}

estimate with_interval(double number, double low, double high) {
    if (!std::isfinite(number) || !std::isfinite(low) || !std::isfinite(high))
        return without_interval(number);
    return {number, low, high, {}};
}

// Shrout and Fleiss (1979), p. 424: the ratio's interval, for the one-way and the fixed model alike.
struct ratio_interval {
    double low, high;
    ratio_interval(double ratio, double numerator, double denominator, double confidence) {
        const double at = 1 - (1 - confidence) / 2;
        low = ratio / f_quantile(at, numerator, denominator);
        high = ratio * f_quantile(at, denominator, numerator);
    }
};

estimate single(double ratio, double k, const ratio_interval& f) {
    return with_interval((ratio - 1) / (ratio + k - 1), (f.low - 1) / (f.low + k - 1),
                         (f.high - 1) / (f.high + k - 1));
}
estimate average(double ratio, const ratio_interval& f) {
    return with_interval(1 - 1 / ratio, 1 - 1 / f.low, 1 - 1 / f.high);
}

// Spearman and Brown (1910): a panel of k from one judge.
double of_panel(double one, double k) {
    return k * one / (1 + (k - 1) * one);
}

// Shrout and Fleiss (1979), p. 424, their case 2.
estimate single_of_sample(const mean_squares& m, double confidence) {
    const double rho =
        (m.between - m.residual) / (m.between + (m.k - 1) * m.residual + m.k * (m.judges - m.residual) / m.n);
    if (m.residual == 0) return without_interval(rho);
    const double f = m.judges / m.residual, n = m.n, k = m.k;
    const double rest = n * (1 + (k - 1) * rho) - k * rho;
    const double v = (k - 1) * (n - 1) * std::pow(k * rho * f + rest, 2) /
                     ((n - 1) * k * k * rho * rho * f * f + rest * rest);
    if (!(v > 0) || !std::isfinite(v)) return without_interval(rho);
    const double at = 1 - (1 - confidence) / 2;
    const double upper = f_quantile(at, n - 1, v), lower = f_quantile(at, v, n - 1);
    const double common = k * m.judges + (k * n - k - n) * m.residual;
    return with_interval(rho, n * (m.between - upper * m.residual) / (upper * common + n * m.between),
                         n * (lower * m.between - m.residual) / (common + n * lower * m.between));
}

estimate average_of_sample(const mean_squares& m, const estimate& one) {
    const double number = (m.between - m.residual) / (m.between + (m.judges - m.residual) / m.n);
    if (!one.low || 1 + (m.k - 1) * *one.low <= 0) return without_interval(number);
    return with_interval(number, of_panel(*one.low, m.k), of_panel(*one.high, m.k));
}

}  // namespace

intraclass_correlations correlate_within(const ratings& all, const interval_rules& rules) {
    const auto table = complete_part(all);
    intraclass_correlations found;
    found.entries_compared = static_cast<int>(table.entries.size());
    found.judges = static_cast<int>(table.judges.size());
    if (const auto why = find_obstacle(all, table)) {
        found.icc_1_1 = found.icc_2_1 = found.icc_3_1 = found.icc_1_k = found.icc_2_k = found.icc_3_k =
            no_estimate(*why);
        return found;
    }
    const mean_squares m(table);
    if (m.between == 0) {
        // Nothing that a correlation between entries could be about.
        found.icc_1_1 = found.icc_2_1 = found.icc_3_1 = found.icc_1_k = found.icc_2_k = found.icc_3_k =
            no_estimate(not_to_be_had::entries_with_equal_means);
        return found;
    }
    if (m.within == 0) {
        found.icc_1_1 = found.icc_1_k = without_interval(1);
    } else {
        const double ratio = m.between / m.within;
        const ratio_interval f(ratio, m.n - 1, m.n * (m.k - 1), rules.confidence);
        found.icc_1_1 = single(ratio, m.k, f);
        found.icc_1_k = average(ratio, f);
    }
    if (m.residual == 0) {
        found.icc_3_1 = found.icc_3_k = without_interval(1);
    } else {
        const double ratio = m.between / m.residual;
        const ratio_interval f(ratio, m.n - 1, (m.n - 1) * (m.k - 1), rules.confidence);
        found.icc_3_1 = single(ratio, m.k, f);
        found.icc_3_k = average(ratio, f);
    }
    found.icc_2_1 = single_of_sample(m, rules.confidence);
    found.icc_2_k = average_of_sample(m, found.icc_2_1);
    return found;
}

namespace {

// The mean ranks of one judge over the entries of a complete table, the lowest value first, and the judge's
// sum of t^3 - t.
double add_mean_ranks(std::vector<std::pair<double, std::size_t>> values, std::vector<double>& sums) {
    std::ranges::sort(values);
    double ties = 0;
    for (std::size_t from = 0; from < values.size();) {
        auto to = from;
        while (to < values.size() && values[to].first == values[from].first) ++to;
        const double rank = static_cast<double>(from + to + 1) / 2, t = static_cast<double>(to - from);
        ties += t * t * t - t;
        for (; from < to; ++from) sums[values[from].second] += rank;
    }
    return ties;
}

}  // namespace

figure find_concordance(const ratings& all) {
    const auto table = complete_part(all);
    if (const auto why = find_obstacle(all, table)) return {std::nullopt, why};
    std::vector<std::vector<std::pair<double, std::size_t>>> by_judge(table.judges.size());
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry)
        for (const auto& cell : table.of(entry)) by_judge[cell.judge].emplace_back(cell.units, entry);
    std::vector<double> sums(table.entries.size(), 0);
    double ties = 0;
    for (auto& values : by_judge) ties += add_mean_ranks(std::move(values), sums);
    const double n = static_cast<double>(table.entries.size()), k = static_cast<double>(table.judges.size());
    double squares = 0;
    for (const double sum : sums) squares += sum * sum;
    const double most = k * k * n * (n * n - 1) - k * ties;
    if (most <= 0) return {std::nullopt, not_to_be_had::same_score_for_everything};
    return {(12 * squares - 3 * k * k * n * (n + 1) * (n + 1)) / most, std::nullopt};
}

reliability measure_reliability(const ratings& all, const interval_rules& rules) {
    return {static_cast<int>(all.entries.size()), static_cast<int>(all.judges.size()),
            correlate_within(all, rules), find_alphas(all, rules), find_concordance(all)};
}

}  // namespace judging
