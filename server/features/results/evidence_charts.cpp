#include "server/features/results/evidence_charts.hpp"

#include <algorithm>
#include <cmath>

#include "judging/methods.hpp"
#include "judging/rubric.hpp"
#include "server/features/results/page.hpp"

namespace features {

using pages::t;

namespace {

constexpr int shown_decimals = 2;

// The ends of the values that the method gives.
struct value_scale {
    judging::fraction low = 0, high = 100;

    explicit value_scale(const judging::tally_rules& rules) {
        if (rules.method == workflow::tally_method::borda) {
            high = 1;
        } else if (!rules.criteria.empty() && judging::share_one_scale(rules.criteria)) {
            low = rules.criteria.front().scale_min;
            high = rules.criteria.front().scale_max;
        }
    }
    int position(const judging::fraction& value) const {
        return static_cast<int>(
            std::clamp(judging::approximately((value - low) / (high - low)) * 1000, 0.0, 1000.0));
    }
};

struct placed_entry {
    const judging::place* place;
    workflow::entry_id entry;
    std::string name;
    std::string rank;  // "1", "2=" for a tie
    const judging::rank_interval* interval = nullptr;
    const judging::entry_tally* line = nullptr;
};

class category_drawing {
public:
    category_drawing(const shown_evidence& shown, workflow::category_id category)
        : shown_(shown), category_(category), scale_(shown.input.rules) {
        const auto ranking =
            std::ranges::find(shown.result.categories, category, &judging::category_ranking::category);
        if (ranking == shown.result.categories.end()) return;
        unranked_ = ranking->unranked;
        for (const auto& finding : shown.found.tiers)
            if (finding.proposed.category == category && !finding.proposed.is_open)
                for (const auto entry : finding.proposed.entries)
                    tier_of_[entry] = named(shown.names.tiers, finding.proposed.tier);
        for (const auto& place : ranking->places)
            for (const auto entry : in_prize_order(place.entries)) order_.push_back(placed(place, entry));
        for (const auto& one : judging::counted_values(shown.input)) given_[one.entry].push_back(one);
    }

    pages::rank_chart places() const {
        std::vector<pages::rank_line> lines;
        const int last = std::max<int>(2, static_cast<int>(order_.size()));
        const auto at = [&](int place) { return (place - 1) * 1000 / (last - 1); };
        for (const auto& one : order_) {
            auto line = line_of(one, lines);
            line.mean_at = line.low_at = line.high_at = at(one.place->rank);
            if (one.interval) {
                line.low_at = std::min(line.mean_at, at(one.interval->best));
                line.high_at = std::max(line.mean_at, at(one.interval->worst));
            }
            lines.push_back(std::move(line));
        }
        return pages::rank_chart_of(
            "places-" + id(), t("Places in {category}", {{"category", category_name()}}),
            t("Each entry’s place as a dot, on a bar from the best to the worst place that it takes on "
              "panels of "
              "the same judges in another mix. Where bars overlap, the order is not sure. The table below "
              "has "
              "the same figures."),
            t("1st place"), t("place {number}", {{"number", std::to_string(last)}}), std::move(lines));
    }

    pages::rank_chart values() const {
        std::vector<pages::rank_line> lines;
        for (const auto& one : order_) {
            auto line = line_of(one, lines);
            line.mean_at = line.low_at = line.high_at = scale_.position(one.place->value);
            if (shown_.input.rules.method != workflow::tally_method::borda) add_marks(line, one.entry);
            lines.push_back(std::move(line));
        }
        return pages::rank_chart_of(
            "ranking-" + id(), t("Scores in {category}", {{"category", category_name()}}),
            t("Each entry’s value as a dot, each judge’s scorecard as a small ring, the best at the top; the "
              "table "
              "below has the same figures."),
            judging::show(scale_.low, 0), judging::show(scale_.high, 0), std::move(lines));
    }

    pages::table table() const {
        pages::table table;
        table.caption = t("Order, exact value and spread");
        table.columns = {{t("Rank"), true},
                         {t("Entry")},
                         {t("Value"), true},
                         {t("Ahead of the next"), true},
                         {t("Prize")},
                         {t("Places it could take")},
                         {t("Lowest and highest")},
                         {t("Scorecards"), true},
                         {t("Exactly"), true}};
        table.empty_text = t("No entry of this category has a value.");
        table.name_column = 1;
        for (const auto& one : order_) add_row(table, one);
        for (const auto entry : unranked_)
            table.add_row({{t("none")},
                           {named(shown_.names.entries, entry)},
                           {t("no scorecard counts")},
                           {""},
                           {""},
                           {""},
                           {""},
                           {""},
                           {""}},
                          true);
        return table;
    }

private:
    std::string id() const { return std::to_string(workflow::value(category_)); }
    std::string category_name() const { return named(shown_.names.categories, category_); }
    // Of a tie that the ladder broke, those with a prize first, in the order of the tiers.
    std::vector<workflow::entry_id> in_prize_order(std::vector<workflow::entry_id> entries) const {
        std::ranges::stable_sort(entries, {}, [&](auto entry) {
            std::size_t at = 0;
            for (const auto& finding : shown_.found.tiers) {
                if (finding.proposed.category == category_ &&
                    std::ranges::count(finding.proposed.entries, entry) > 0)
                    return at;
                ++at;
            }
            return at;
        });
        return entries;
    }

    placed_entry placed(const judging::place& place, workflow::entry_id entry) const {
        placed_entry one{&place, entry, named(shown_.names.entries, entry),
                         std::to_string(place.rank) + (place.entries.size() > 1 ? "=" : "")};
        for (const auto& resampled : shown_.found.resampling.categories)
            if (resampled.category == category_)
                for (const auto& interval : resampled.intervals)
                    if (interval.entry == entry) one.interval = &interval;
        const auto line = std::ranges::find(shown_.result.entries, entry, &judging::entry_tally::entry);
        if (line != shown_.result.entries.end()) one.line = &*line;
        return one;
    }

    pages::rank_line line_of(const placed_entry& one, std::vector<pages::rank_line>& before) const {
        pages::rank_line line;
        line.rank = one.rank;
        line.name = one.name;
        line.mean = judging::show(one.place->value, shown_decimals);
        line.tied = one.place->entries.size() > 1;
        const auto prize = named(tier_of_, one.entry);
        if (!before.empty() && before.back().prize_line_below.text == prize)
            before.back().prize_line_below = {};
        line.prize_line_below = prize;
        return line;
    }

    void add_marks(pages::rank_line& line, workflow::entry_id entry) const {
        const auto found = given_.find(entry);
        if (found == given_.end()) return;
        for (const auto& one : found->second) {
            const int at = scale_.position(one.points);
            const auto judge = named(shown_.names.judges, one.judge);
            const auto points = judging::show(one.points, shown_decimals);
            line.marks.push_back({judge.empty()
                                      ? pages::phrase(points)
                                      : t("{judge}: {points}", {{"judge", judge}, {"points", points}}),
                                  at, 0});
            line.low_at = std::min(line.low_at, at);
            line.high_at = std::max(line.high_at, at);
        }
    }

    pages::phrase range_of(workflow::entry_id entry) const {
        const auto found = given_.find(entry);
        if (found == given_.end()) return {};
        const auto [low, high] =
            std::ranges::minmax(found->second, {}, [](const auto& one) { return one.points; });
        return judging::show(low.points, shown_decimals) + " – " + judging::show(high.points, shown_decimals);
    }

    // How far the entry is before the next lower value; a tie has no margin within it.
    pages::phrase margin_below(const placed_entry& one) const {
        const auto next = std::ranges::find_if(
            order_, [&](const auto& each) { return each.place->rank > one.place->rank; });
        if (next == order_.end()) return "";
        const judging::fraction margin = one.place->value - next->place->value;
        if (margin < judging::fraction(1, 200)) return t("less than 0.01");
        return judging::show(margin, shown_decimals);
    }

    static pages::phrase places_of(const placed_entry& one) {
        if (!one.interval) return "";
        if (one.interval->best == one.interval->worst) return std::to_string(one.interval->best);
        return t("{best} to {worst}", {{"best", std::to_string(one.interval->best)},
                                       {"worst", std::to_string(one.interval->worst)}});
    }

    void add_row(pages::table& table, const placed_entry& one) const {
        const auto& counts = one.line->counts;
        table.add_row({{one.rank, "", {}, true},
                       {one.name, named(shown_.names.links, one.entry)},
                       {judging::show(one.place->value, shown_decimals), "", {}, true},
                       {margin_below(one), "", {}, true},
                       {named(tier_of_, one.entry)},
                       {places_of(one)},
                       {range_of(one.entry)},
                       {t("{counted} of {assigned}", {{"counted", std::to_string(counts.counted)},
                                                      {"assigned", std::to_string(counts.assigned)}}),
                        "",
                        {},
                        true},
                       {judging::write_exactly(one.place->value), "", {}, true}},
                      one.place->entries.size() > 1);
    }

    const shown_evidence& shown_;
    workflow::category_id category_;
    value_scale scale_;
    std::vector<placed_entry> order_;
    std::vector<workflow::entry_id> unranked_;
    std::map<workflow::entry_id, std::string> tier_of_;
    std::map<workflow::entry_id, std::vector<judging::exact_value>> given_;
};

pages::office_block block_with(pages::rank_chart chart, pages::phrase heading, pages::phrase text) {
    auto part = block(std::move(heading), std::move(text));
    part.chart = std::move(chart);
    return part;
}

// How the places were come by, and why there may be none.
pages::phrase words_for_places(const judging::resampling& resampled, double confidence) {
    if (resampled.because)
        return t("How sure the order is cannot be said: {reason}",
                 {{"reason", words_for(*resampled.because)}});
    return t(
        "The dot is the place by the scores. Would other judges have come to the same order? The service "
        "tried "
        "{count} panels of the same judges in another mix, some counted twice and some not at all: on "
        "{confidence} of 100 of them the entry’s place lies within the bar.",
        {{"confidence", std::to_string(static_cast<int>(std::lround(confidence * 100)))},
         {"count", std::to_string(resampled.panels)}});
}

}  // namespace

std::vector<pages::office_block> blocks_of_charts(const shown_evidence& shown,
                                                  workflow::category_id category) {
    const category_drawing drawing(shown, category);
    std::vector<pages::office_block> blocks;
    blocks.push_back(block_with(drawing.places(), t("How sure the order is"),
                                words_for_places(shown.found.resampling, shown.found.intervals.confidence)));
    blocks.push_back(block_with(drawing.values(), t("What the judges gave"),
                                t("The dot is the entry’s value, each ring a judge’s scorecard.")));
    blocks.back().rows = drawing.table();
    return blocks;
}

}  // namespace features
