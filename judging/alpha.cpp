#include <algorithm>
#include <cmath>
#include <random>

#include "judging/reliability.hpp"

namespace judging {

namespace {

// The entries with two values or more; each value by its place among the distinct ones, in order.
struct pairable_units {
    std::vector<double> distinct;
    std::vector<std::vector<std::uint32_t>> units;

    explicit pairable_units(const ratings& all) {
        for (std::size_t entry = 0; entry < all.entries.size(); ++entry)
            if (all.of(entry).size() > 1)
                for (const auto& cell : all.of(entry)) distinct.push_back(cell.units);
        std::ranges::sort(distinct);
        distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
        for (std::size_t entry = 0; entry < all.entries.size(); ++entry) {
            if (all.of(entry).size() < 2) continue;
            auto& unit = units.emplace_back();
            for (const auto& cell : all.of(entry))
                unit.push_back(static_cast<std::uint32_t>(
                    std::ranges::lower_bound(distinct, cell.units) - distinct.begin()));
            std::ranges::sort(unit);
        }
    }
};

// The sum of squared differences over all ordered pairs of m numbers with these sums: 2 (m S2 - S^2).
double over_pairs(double m, double sum, double squares) { return 2 * (m * squares - sum * sum); }

// Alpha of some units, each taken as often as it is named. Squared differences are worked out from sums, in one
// pass; for ordinal data Krippendorff's difference, the number of values between two, is that of mean ranks.
class alpha_of_units {
public:
    alpha_of_units(const pairable_units& all, measurement level) : all_(all), level_(level) {}

    std::optional<double> of(const std::vector<std::size_t>& chosen) {
        count(chosen);
        place();
        double observed = 0;
        for (const auto at : chosen) {
            const auto& unit = all_.units[at];
            observed += difference_within(unit) / static_cast<double>(unit.size() - 1);
        }
        const double expected = difference_overall() / (values_ - 1);
        if (!(expected > 0)) return std::nullopt;
        return 1 - observed / expected;
    }

private:
    void count(const std::vector<std::size_t>& chosen) {
        counts_.assign(all_.distinct.size(), 0);
        values_ = 0;
        for (const auto at : chosen) {
            for (const auto value : all_.units[at]) counts_[value] += 1;
            values_ += static_cast<double>(all_.units[at].size());
        }
    }

    // Where each distinct value stands on the line on which differences are squared, its middle at zero.
    void place() {
        at_.resize(all_.distinct.size());
        double before = 0, sum = 0;
        for (std::size_t value = 0; value < at_.size(); ++value) {
            at_[value] = level_ == measurement::ordinal ? before + counts_[value] / 2 : all_.distinct[value];
            before += counts_[value];
            sum += counts_[value] * at_[value];
        }
        for (auto& where : at_) where -= sum / values_;
    }

    double difference_within(const std::vector<std::uint32_t>& unit) const {
        const double m = static_cast<double>(unit.size());
        if (level_ == measurement::nominal) {
            double same = 0;
            for (std::size_t from = 0; from < unit.size();) {
                auto to = from;
                while (to < unit.size() && unit[to] == unit[from]) ++to;
                same += static_cast<double>((to - from) * (to - from));
                from = to;
            }
            return m * m - same;
        }
        double sum = 0, squares = 0;
        for (const auto value : unit) sum += at_[value], squares += at_[value] * at_[value];
        return unit.front() == unit.back() ? 0 : over_pairs(m, sum, squares);
    }

    double difference_overall() const {
        double sum = 0, squares = 0, same = 0;
        int kinds = 0;
        for (std::size_t value = 0; value < at_.size(); ++value) {
            kinds += counts_[value] > 0;
            same += counts_[value] * counts_[value];
            sum += counts_[value] * at_[value];
            squares += counts_[value] * at_[value] * at_[value];
        }
        if (kinds < 2) return 0;
        return level_ == measurement::nominal ? values_ * values_ - same : over_pairs(values_, sum, squares);
    }

    const pairable_units& all_;
    measurement level_;
    std::vector<double> counts_, at_;
    double values_ = 0;
};

}  // namespace

estimate find_alpha(const ratings& all, measurement level, const interval_rules& rules) {
    if (all.cells.empty()) return no_estimate(not_to_be_had::no_counted_sheet);
    const pairable_units pairable(all);
    if (pairable.units.empty())
        return no_estimate(all.judges.size() < 2 ? not_to_be_had::one_judge_only : not_to_be_had::no_common_judge);
    alpha_of_units alpha(pairable, level);
    std::vector<std::size_t> chosen(pairable.units.size());
    for (std::size_t at = 0; at < chosen.size(); ++at) chosen[at] = at;
    const auto number = alpha.of(chosen);
    if (!number) return no_estimate(not_to_be_had::same_score_for_everything);
    if (chosen.size() == 1) return {number, {}, {}, not_to_be_had::one_entry_only};
    std::mt19937_64 dice(rules.seed);
    std::vector<double> drawn;
    for (int draw = 0; draw < rules.draws; ++draw) {
        for (auto& at : chosen) at = dice() % chosen.size();
        if (const auto one = alpha.of(chosen)) drawn.push_back(*one);
    }
    if (drawn.empty()) return {number, {}, {}, not_to_be_had::interval_not_defined};
    std::ranges::sort(drawn);
    const auto cut = static_cast<std::size_t>((1 - rules.confidence) / 2 * static_cast<double>(drawn.size()));
    return {number, drawn[cut], drawn[drawn.size() - 1 - cut], {}};
}

}  // namespace judging
