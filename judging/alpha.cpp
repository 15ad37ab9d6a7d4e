#include <algorithm>
#include <array>
#include <random>

#include "judging/reliability.hpp"

namespace judging {

namespace {

enum class measurement { nominal, ordinal, interval };
using of_each_measurement = std::array<std::optional<double>, 3>;

std::size_t at(measurement level) {
    return static_cast<std::size_t>(level);
}

// The sum of squared differences over all ordered pairs of m numbers with these sums: 2 (m S2 - S^2).
double over_pairs(double m, double sum, double squares) {
    return 2 * (m * squares - sum * sum);
}

// The entries with two values or more. Values are their places among the distinct ones, unit after unit and
// ordered within; what a unit adds to the observed difference is known beforehand, but for ordinal data,
// where it depends on how often each value was given.
struct pairable_units {
    std::vector<double> distinct;  // the middle of the scale at zero
    std::vector<std::size_t> starts{0};
    std::vector<std::uint32_t> values;
    std::vector<double> nominal, interval, sums, squares;  // of each unit

    explicit pairable_units(const ratings& all) {
        for (std::size_t entry = 0; entry < all.entries.size(); ++entry)
            if (all.of(entry).size() > 1)
                for (const auto& cell : all.of(entry)) distinct.push_back(cell.units);
        std::ranges::sort(distinct);
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        for (std::size_t entry = 0; entry < all.entries.size(); ++entry)
            if (all.of(entry).size() > 1) add(all.of(entry));
        // Sums of squares lose least around the middle.
        const double middle = distinct.empty() ? 0 : (distinct.front() + distinct.back()) / 2;
        for (auto& one : distinct) one -= middle;
        for (std::size_t unit = 0; unit < size(); ++unit) weigh(unit);
    }

    std::size_t size() const { return starts.size() - 1; }
    std::span<const std::uint32_t> of(std::size_t unit) const {
        return {values.data() + starts[unit], starts[unit + 1] - starts[unit]};
    }

private:
    void add(std::span<const rating> cells) {
        for (const auto& cell : cells)
            values.push_back(static_cast<std::uint32_t>(std::ranges::lower_bound(distinct, cell.units) -
                                                        distinct.begin()));
        std::sort(values.begin() + static_cast<std::ptrdiff_t>(starts.back()), values.end());
        starts.push_back(values.size());
    }

    void weigh(std::size_t unit) {
        const auto own = of(unit);
        const double m = static_cast<double>(own.size());
        double same = 0, sum = 0, square = 0;
        for (std::size_t from = 0; from < own.size();) {
            auto to = from;
            while (to < own.size() && own[to] == own[from]) ++to;
            same += static_cast<double>((to - from) * (to - from));
            from = to;
        }
        for (const auto value : own) sum += distinct[value], square += distinct[value] * distinct[value];
        nominal.push_back((m * m - same) / (m - 1));
        interval.push_back(own.front() == own.back() ? 0 : over_pairs(m, sum, square) / (m - 1));
        sums.push_back(sum);
        squares.push_back(square);
    }
};

// Alpha by each measurement, every unit taken so often as its weight says. For ordinal data Krippendorff's
// difference, the number of values between two, is that of mean ranks.
class alpha_of_units {
public:
    explicit alpha_of_units(const pairable_units& all) : all_(all), ranks_(all.distinct.size()) {}

    of_each_measurement of(const std::vector<std::uint32_t>& weights) {
        counts_.assign(all_.distinct.size(), 0);
        double n = 0, sum = 0, squares = 0, nominal = 0, interval = 0;
        for (std::size_t unit = 0; unit < weights.size(); ++unit) {
            if (weights[unit] == 0) continue;
            const double weight = weights[unit];
            for (const auto value : all_.of(unit)) counts_[value] += weight;
            n += weight * static_cast<double>(all_.of(unit).size());
            sum += weight * all_.sums[unit];
            squares += weight * all_.squares[unit];
            nominal += weight * all_.nominal[unit];
            interval += weight * all_.interval[unit];
        }
        double same = 0;
        int kinds = 0;
        for (const double count : counts_) same += count * count, kinds += count > 0;
        if (kinds < 2) return {};
        of_each_measurement found;
        found[at(measurement::nominal)] = 1 - (n - 1) * nominal / (n * n - same);
        found[at(measurement::interval)] = 1 - (n - 1) * interval / over_pairs(n, sum, squares);
        found[at(measurement::ordinal)] = ordinal(weights, n);
        return found;
    }

private:
    double ordinal(const std::vector<std::uint32_t>& weights, double n) {
        double before = 0, squares = 0, observed = 0;
        for (std::size_t value = 0; value < ranks_.size(); ++value) {
            ranks_[value] = before + counts_[value] / 2 - n / 2;  // mean ranks, their mean at zero
            before += counts_[value];
            squares += counts_[value] * ranks_[value] * ranks_[value];
        }
        for (std::size_t unit = 0; unit < weights.size(); ++unit) {
            const auto own = all_.of(unit);
            if (weights[unit] == 0 || own.front() == own.back()) continue;
            double sum = 0, square = 0;
            for (const auto value : own) sum += ranks_[value], square += ranks_[value] * ranks_[value];
            const double m = static_cast<double>(own.size());
            observed += weights[unit] * over_pairs(m, sum, square) / (m - 1);
        }
        return 1 - (n - 1) * observed / over_pairs(n, 0, squares);
    }

    const pairable_units& all_;
    std::vector<double> counts_, ranks_;
};

alphas no_alphas(not_to_be_had why) {
    return {no_estimate(why), no_estimate(why), no_estimate(why)};
}

estimate with_interval(std::optional<double> number, std::vector<double> drawn, double confidence) {
    if (drawn.empty()) return {number, {}, {}, not_to_be_had::interval_not_defined};
    std::ranges::sort(drawn);
    const auto cut = static_cast<std::size_t>((1 - confidence) / 2 * static_cast<double>(drawn.size()));
    return {number, drawn[cut], drawn[drawn.size() - 1 - cut], {}};
}

}  // namespace

alphas find_alphas(const ratings& all, const interval_rules& rules) {
    if (all.cells.empty()) return no_alphas(not_to_be_had::no_counted_sheet);
    const pairable_units pairable(all);
    if (pairable.size() == 0)
        return no_alphas(all.judges.size() < 2 ? not_to_be_had::one_judge_only
                                               : not_to_be_had::no_common_judge);
    alpha_of_units alpha(pairable);
    std::vector<std::uint32_t> weights(pairable.size(), 1);
    const auto numbers = alpha.of(weights);
    if (!numbers[0]) return no_alphas(not_to_be_had::same_score_for_everything);
    std::array<std::vector<double>, 3> drawn;
    std::mt19937_64 dice(rules.seed);
    for (int draw = 0; draw < rules.draws && pairable.size() > 1; ++draw) {
        std::ranges::fill(weights, 0);
        for (std::size_t unit = 0; unit < weights.size(); ++unit) ++weights[dice() % weights.size()];
        const auto found = alpha.of(weights);
        for (std::size_t level = 0; level < drawn.size(); ++level)
            if (found[level]) drawn[level].push_back(*found[level]);
    }
    const auto of = [&](measurement level) {
        return with_interval(numbers[at(level)], std::move(drawn[at(level)]), rules.confidence);
    };
    return {of(measurement::nominal), of(measurement::ordinal), of(measurement::interval)};
}

}  // namespace judging
