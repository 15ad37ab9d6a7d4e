#include "judging/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "judging/additive.hpp"
#include "judging/drawn_panels.hpp"
#include "judging/methods.hpp"

namespace judging {

namespace {

constexpr double no_value_at_all = std::numeric_limits<double>::quiet_NaN();

struct weighted {
    double units, weight;
};

double weighted_mean(std::span<const weighted> cells) {
    double sum = 0, weight = 0;
    for (const auto& one : cells) sum += one.weight * one.units, weight += one.weight;
    return weight == 0 ? no_value_at_all : sum / weight;
}

double weight_of(std::span<const weighted> cells) {
    double weight = 0;
    for (const auto& one : cells) weight += one.weight;
    return weight;
}

// Both for cells in the order of their units.
double weighted_trimmed_mean(std::span<const weighted> cells, double trim) {
    const double all = weight_of(cells);
    if (all <= 2 * trim) return no_value_at_all;
    double sum = 0, before = 0;
    for (const auto& one : cells) {
        const double from = std::max(before, trim), to = std::min(before + one.weight, all - trim);
        if (to > from) sum += one.units * (to - from);
        before += one.weight;
    }
    return sum / (all - 2 * trim);
}

double weighted_median(std::span<const weighted> cells) {
    const double all = weight_of(cells);
    if (all == 0) return no_value_at_all;
    const double lower = std::floor((all - 1) / 2), upper = std::floor(all / 2);
    double before = 0, sum = 0;
    for (const auto& one : cells) {
        if (lower >= before && lower < before + one.weight) sum += one.units;
        if (upper >= before && upper < before + one.weight) sum += one.units;
        before += one.weight;
    }
    return sum / 2;
}

// The method's value of each entry for one panel, in the table's units. Sums of whole units are exact, and
// the same quotient is the same double, so equal values stay equal; what is no such quotient (severities
// taken off, deltas added) is rounded to a millionth of a unit, or to as much as doubles can tell.
class valuation {
public:
    valuation(const tally_rules& rules, const ratings& table, std::span<const delta> deltas)
        : rules_(rules), table_(table), added_(table.entries.size(), 0) {
        for (const auto& change : deltas) {
            const auto found = std::ranges::lower_bound(table.entries, change.entry);
            if (found != table.entries.end() && *found == change.entry)
                added_[static_cast<std::size_t>(found - table.entries.begin())] +=
                    change.hundredths * table.units_per_point / 100;
        }
        if (rules.method == workflow::tally_method::adjusted) model_.emplace(table);
        using enum workflow::tally_method;
        is_plain_mean_ = (rules.method == mean || rules.method == borda) && deltas.empty();
        by_value_ = table.cells;
        double largest = 0;
        for (const auto& cell : table.cells) largest = std::max(largest, std::abs(cell.units));
        finest_ = std::max(1e-6, std::ldexp(largest, -40));
        for (std::size_t entry = 0; entry < table.entries.size(); ++entry)
            std::sort(by_value_.begin() + static_cast<std::ptrdiff_t>(table.starts[entry]),
                      by_value_.begin() + static_cast<std::ptrdiff_t>(table.starts[entry + 1]),
                      [](const auto& one, const auto& other) { return one.units < other.units; });
    }

    // Judges' severities on this panel; nothing if it has no answer. Zero for the other methods.
    std::optional<std::vector<double>> severities(const drawn_panel& sitting) const {
        if (!model_) return std::vector<double>(table_.judges.size(), 0);
        return model_->fit(sitting.weights);
    }

    double value_of(std::size_t entry, const drawn_panel& sitting, const std::vector<double>& severity) {
        if (is_plain_mean_) return mean_of(entry, sitting);
        cells_.clear();
        for (auto at = table_.starts[entry]; at < table_.starts[entry + 1]; ++at) {
            const auto& cell = by_value_[at];
            if (sitting.weights[cell.judge] > 0)
                cells_.push_back({cell.units - severity[cell.judge], sitting.weights[cell.judge]});
        }
        return std::nearbyint((by_method() + added_[entry]) / finest_) * finest_;
    }

private:
    // What most panels are asked for: without a copy of the cells.
    double mean_of(std::size_t entry, const drawn_panel& sitting) const {
        double sum = 0, weight = 0;
        for (const auto& cell : table_.of(entry)) {
            sum += sitting.weights[cell.judge] * cell.units;
            weight += sitting.weights[cell.judge];
        }
        return weight == 0 ? no_value_at_all : sum / weight;
    }

    double by_method() const {
        using enum workflow::tally_method;
        switch (rules_.method) {
            case trimmed_mean: return weighted_trimmed_mean(cells_, rules_.trim);
            case median: return weighted_median(cells_);
            default: return weighted_mean(cells_);
        }
    }

    const tally_rules& rules_;
    const ratings& table_;
    std::vector<double> added_;
    bool is_plain_mean_ = false;
    double finest_ = 1e-6;
    std::optional<additive_model> model_;
    std::vector<rating> by_value_;
    std::vector<weighted> cells_;
};

// In how many ways each entry of one category gets which best and which last place, and how far it is above
// lines.
class category_ranks {
public:
    category_ranks(std::size_t entries, const std::vector<int>& lines)
        : per_group_((entries + most_groups - 1) / most_groups),
          groups_((entries + per_group_ - 1) / per_group_),
          lines_(lines),
          best_(entries * groups_, 0),
          worst_(entries * groups_, 0),
          above_(entries * lines.size(), 0) {}

    // `order`: the entries with a value, the highest first.
    void add(const std::vector<std::pair<double, std::uint32_t>>& order, std::uint64_t ways) {
        for (std::size_t from = 0; from < order.size();) {
            auto to = from;
            while (to < order.size() && order[to].first == order[from].first) ++to;
            for (auto at = from; at < to; ++at) {
                best_[order[at].second * groups_ + from / per_group_] += static_cast<std::uint32_t>(ways);
                worst_[order[at].second * groups_ + (to - 1) / per_group_] +=
                    static_cast<std::uint32_t>(ways);
            }
            add_above_lines(order, from, to, static_cast<double>(ways));
            from = to;
        }
    }

    rank_interval interval_of(std::size_t entry, std::uint64_t all, double confidence) const {
        const auto best = std::span(best_).subspan(entry * groups_, groups_);
        const auto worst = std::span(worst_).subspan(entry * groups_, groups_);
        const auto seen = std::accumulate(best.begin(), best.end(), std::uint64_t{0});
        const double tail = (1 - confidence) / 2 * static_cast<double>(seen);
        rank_interval found;
        found.seen = static_cast<double>(seen) / static_cast<double>(all);
        found.best = static_cast<int>(group_reaching(best, tail) * per_group_ + 1);
        found.worst =
            static_cast<int>((group_reaching(worst, static_cast<double>(seen) - tail) + 1) * per_group_);
        found.worst = std::min(found.worst, static_cast<int>(best_.size() / groups_));
        return found;
    }

    double chance_of(std::size_t entry, std::size_t line, std::uint64_t all) const {
        return above_[entry * lines_.size() + line] / static_cast<double>(all);
    }

private:
    static constexpr std::size_t most_groups = 1024;

    void add_above_lines(const std::vector<std::pair<double, std::uint32_t>>& order, std::size_t from,
                         std::size_t to, double ways) {
        for (std::size_t line = 0; line < lines_.size(); ++line) {
            const double left = static_cast<double>(lines_[line]) - static_cast<double>(from);
            if (left <= 0) continue;
            const double part = std::min(1.0, left / static_cast<double>(to - from));
            for (auto at = from; at < to; ++at)
                above_[order[at].second * lines_.size() + line] += ways * part;
        }
    }

    // The first group up to which at least so many ways lie.
    static std::size_t group_reaching(std::span<const std::uint32_t> ways, double wanted) {
        std::uint64_t sum = 0;
        for (std::size_t group = 0; group < ways.size(); ++group) {
            sum += ways[group];
            if (sum > 0 && static_cast<double>(sum) >= wanted) return group;
        }
        return ways.size() - 1;
    }

    std::size_t per_group_, groups_;
    const std::vector<int>& lines_;
    std::vector<std::uint32_t> best_, worst_;
    std::vector<double> above_;
};

class resampler {
public:
    resampler(const tally_rules& rules, const ratings& table, std::span<const delta> deltas,
              const interval_rules& intervals)
        : table_(table), intervals_(intervals), valuation_(rules, table, deltas) {
        const auto judges = table.judges.size();
        result_.enumerated = can_be_enumerated(judges, table.entries.size());
        auto all = result_.enumerated ? enumerate_panels(judges) : draw_panels(judges, intervals);
        std::uint64_t refused = 0;
        for (auto& one : all) {
            auto fitted = valuation_.severities(one);
            (fitted ? ways_ : refused) += one.ways;
            if (!fitted) continue;
            severities_.push_back(std::move(*fitted));
            panels_.push_back(std::move(one));
        }
        result_.panels = static_cast<int>(panels_.size());
        result_.refused = static_cast<double>(refused) / static_cast<double>(refused + ways_);
    }

    bool has_answers() const { return result_.refused <= 1 - intervals_.confidence && !panels_.empty(); }

    void add(category_id category, const std::vector<std::size_t>& entries, const std::vector<int>& lines) {
        category_ranks ranks(entries.size(), lines);
        std::vector<std::pair<double, std::uint32_t>> order;
        for (std::size_t at = 0; at < panels_.size(); ++at) {
            order.clear();
            for (std::uint32_t place = 0; place < entries.size(); ++place) {
                const double value = valuation_.value_of(entries[place], panels_[at], severities_[at]);
                if (!std::isnan(value)) order.emplace_back(value, place);
            }
            std::ranges::sort(order, std::greater<>());
            ranks.add(order, panels_[at].ways);
        }
        resampled_category own{category, {}, {}};
        for (std::size_t place = 0; place < entries.size(); ++place) {
            auto interval = ranks.interval_of(place, ways_, intervals_.confidence);
            interval.entry = table_.entries[entries[place]];
            if (interval.seen > 0) own.intervals.push_back(interval);
        }
        for (std::size_t line = 0; line < lines.size(); ++line)
            for (std::size_t place = 0; place < entries.size(); ++place)
                if (const double chance = ranks.chance_of(place, line, ways_); chance > 0)
                    own.chances.push_back({table_.entries[entries[place]], lines[line], chance});
        result_.categories.push_back(std::move(own));
    }

    resampling result() { return std::move(result_); }

private:
    const ratings& table_;
    const interval_rules& intervals_;
    valuation valuation_;
    std::vector<drawn_panel> panels_;
    std::vector<std::vector<double>> severities_;
    std::uint64_t ways_ = 0;
    resampling result_;
};

resampling without_result(not_to_be_had why) {
    resampling none;
    none.because = why;
    return none;
}

}  // namespace

resampling resample_judges(const tally_input& input, std::span<const exact_value> values,
                           const places_above_lines& lines, const std::set<entry_id>& gone,
                           const interval_rules& intervals) {
    // A judge whose shares say nothing has a seat all the same.
    const auto table = input.rules.method == workflow::tally_method::borda
                           ? tabulate(input.entries, shares_placed_below(input.entries, values), values)
                           : tabulate(input.entries, values);
    if (table.cells.empty()) return without_result(not_to_be_had::no_counted_sheet);
    if (table.judges.size() < 2) return without_result(not_to_be_had::one_judge_only);
    resampler taken(input.rules, table, input.deltas, intervals);
    if (!taken.has_answers()) return without_result(not_to_be_had::resamples_not_connected);
    std::map<category_id, std::vector<std::size_t>> by_category;
    for (const auto& each : input.entries)
        if (!gone.contains(each.entry))
            by_category[each.category].push_back(static_cast<std::size_t>(
                std::ranges::lower_bound(table.entries, each.entry) - table.entries.begin()));
    for (auto& [category, own] : by_category) {
        std::ranges::sort(own);
        const auto found = lines.find(category);
        taken.add(category, own, found == lines.end() ? std::vector<int>() : found->second);
    }
    return taken.result();
}

}  // namespace judging
