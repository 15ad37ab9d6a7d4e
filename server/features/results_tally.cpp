#include "server/acts/tally.hpp"
#include "server/features/results.hpp"
#include "server/features/results_drop_out.hpp"
#include "server/features/results_frame.hpp"
#include "server/features/results_runs.hpp"
#include "server/store/deltas.hpp"

#include "judging/spread.hpp"

#include <algorithm>
#include <set>

namespace features {

using pages::t;

namespace {

constexpr int shown_decimals = 2;

struct shown_scale {
    judging::fraction low, high;
};

shown_scale scale_of(const judging::tally_rules& rules) {
    if (rules.method == workflow::tally_method::borda || rules.criteria.empty() || !judging::share_one_scale(rules.criteria))
        return {0, 100};
    return {rules.criteria.front().scale_min, rules.criteria.front().scale_max};
}

int position(const judging::fraction& value, const shown_scale& scale) {
    if (scale.high == scale.low) return 0;
    const auto at = judging::approximately((value - scale.low) / (scale.high - scale.low)) * 1000;
    return static_cast<int>(std::clamp(at, 0.0, 1000.0));
}

// One category of a tally, with all that its lines are drawn from.
class category_lines {
public:
    category_lines(const acts::proposal& made, const judging::category_ranking& ranking, const entry_names& names)
        : made_(made), ranking_(ranking), names_(names), scale_(scale_of(made.run.input.rules)) {
        for (const auto& slot : made.slate.slots)
            if (slot.category == ranking.category)
                for (const auto entry : slot.entries)
                    if (slot.state == judging::slot_state::filled || slot.state == judging::slot_state::shared)
                        tier_of_[entry] = slot.tier;
        for (const auto& one : judging::list_entry_spreads(made.run.input)) spread_[one.entry] = one;
    }

    pages::rank_chart chart() const {
        std::vector<pages::rank_line> lines;
        for (const auto& place : ranking_.places)
            for (const auto entry : in_prize_order(place.entries)) lines.push_back(line_of(place, entry, lines));
        const auto name = name_of_category(made_.edition, ranking_.category);
        return pages::rank_chart_of("ranking-" + std::to_string(workflow::value(ranking_.category)),
                                    t("Ranking in {category}", {{"category", name}}),
                                    t("Each entry's value as a dot between its lowest and highest scorecard, the best "
                                      "at the top; the table below has the same figures."),
                                    judging::show(scale_.low, 0), judging::show(scale_.high, 0),
                                    std::move(lines));
    }

    pages::table table() const {
        pages::table table;
        table.caption = t("Order, exact value and spread");
        table.columns = {{t("Rank"), true}, {t("Entry")}, {t("Value"), true}, {t("Exactly"), true},
                         {t("Lowest and highest")}, {t("Scorecards"), true}, {t("Prize")}};
        table.empty_text = t("No entry of this category has a value.");
        for (const auto& place : ranking_.places)
            for (const auto entry : in_prize_order(place.entries)) add_row(table, place, entry);
        for (const auto entry : ranking_.unranked)
            table.add_row({{t("none")}, {names_.of(entry)}, {t("no scorecard counts")}, {""}, {""}, {""}, {""}}, true);
        return table;
    }

private:
    std::vector<workflow::entry_id> in_prize_order(std::vector<workflow::entry_id> entries) const {
        std::ranges::stable_sort(entries, {}, [&](auto entry) {
            const auto found = tier_of_.find(entry);
            if (found == tier_of_.end()) return 1 << 20;
            const auto tier = std::ranges::find(made_.edition.tiers, found->second, &workflow::tier::id);
            return tier == made_.edition.tiers.end() ? 0 : tier->order;
        });
        return entries;
    }

    std::string tier_name(workflow::entry_id entry) const {
        const auto found = tier_of_.find(entry);
        return found == tier_of_.end() ? "" : name_of_tier(made_.edition, found->second);
    }

    static std::string rank_of(const judging::place& place) {
        return std::to_string(place.rank) + (place.entries.size() > 1 ? "=" : "");
    }

    static std::string shown(const judging::figure& figure) {
        return figure.number ? judging::show(judging::fraction(static_cast<long>(*figure.number * 10000), 10000), 2) : "";
    }

    pages::rank_line line_of(const judging::place& place, workflow::entry_id entry,
                             std::vector<pages::rank_line>& before) const {
        pages::rank_line line;
        line.rank = rank_of(place);
        line.name = names_.of(entry);
        line.mean = judging::show(place.value, shown_decimals);
        line.mean_at = line.low_at = line.high_at = position(place.value, scale_);
        if (const auto spread = spread_.find(entry); spread != spread_.end() && spread->second.lowest.number) {
            line.low = shown(spread->second.lowest), line.high = shown(spread->second.highest);
            line.low_at = position(judging::fraction(static_cast<long>(*spread->second.lowest.number * 10000), 10000), scale_);
            line.high_at = position(judging::fraction(static_cast<long>(*spread->second.highest.number * 10000), 10000), scale_);
        }
        line.tied = place.entries.size() > 1;
        const auto tier = tier_name(entry);
        if (!before.empty() && before.back().prize_line_below.text == tier) before.back().prize_line_below = {};
        line.prize_line_below = tier;
        return line;
    }

    void add_row(pages::table& table, const judging::place& place, workflow::entry_id entry) const {
        const auto line = std::ranges::find(made_.run.result.entries, entry, &judging::entry_tally::entry);
        const auto spread = spread_.find(entry);
        const auto range = spread == spread_.end() || !spread->second.lowest.number
                               ? std::string()
                               : shown(spread->second.lowest) + " – " + shown(spread->second.highest);
        const auto& counts = line->counts;
        table.add_row({{rank_of(place), "", {}, true},
                       {names_.of(entry), office_url(made_.edition, "/tally/entries/" + std::to_string(workflow::value(entry)))},
                       {judging::show(place.value, shown_decimals), "", {}, true},
                       {judging::write_exactly(place.value), "", {}, true},
                       {range},
                       {t("{counted} of {assigned}", {{"counted", std::to_string(counts.counted)},
                                                     {"assigned", std::to_string(counts.assigned)}}), "", {}, true},
                       {tier_name(entry)}},
                      place.entries.size() > 1);
    }

    const acts::proposal& made_;
    const judging::category_ranking& ranking_;
    const entry_names& names_;
    shown_scale scale_;
    std::map<workflow::entry_id, workflow::tier_id> tier_of_;
    std::map<workflow::entry_id, judging::entry_spread> spread_;
};

bool is_open(const acts::proposal& made, workflow::category_id category) {
    using enum judging::slot_state;
    return std::ranges::any_of(made.slate.slots, [&](const auto& slot) {
        return slot.category == category && (slot.state == tied || slot.state == blocked || slot.state == no_entry);
    });
}

// J9, in short: would the places that get a prize be others without one of the judges?
std::set<workflow::category_id> list_close_categories(const acts::proposal& made) {
    std::set<workflow::category_id> close;
    std::map<workflow::category_id, int> prizes;
    for (const auto& slot : made.slate.slots) prizes[slot.category] += 1;
    for (const auto& without : judging::leave_out_each_judge(made.run.input))
        for (const auto& change : without.changes) {
            const auto line = std::ranges::find(made.run.result.entries, change.entry, &judging::entry_tally::entry);
            const auto least = std::min(change.rank_before.value_or(1 << 20), change.rank_after.value_or(1 << 20));
            if (line != made.run.result.entries.end() && change.rank_before != change.rank_after &&
                least <= prizes[line->category])
                close.insert(line->category);
        }
    return close;
}

std::string url_of(const workflow::edition& edition, workflow::category_id category) {
    return office_url(edition, "/tally?category=" + std::to_string(workflow::value(category)));
}

std::string proposed_in(const acts::proposal& made, workflow::category_id category, const entry_names& names) {
    std::string text;
    for (const auto& slot : made.slate.slots)
        if (slot.category == category && slot.state != judging::slot_state::tied && !slot.entries.empty())
            text += (text.empty() ? "" : "; ") + name_of_tier(made.edition, slot.tier) + ": " + names.list(slot.entries);
    return text;
}

// How far each category is, those first that people have to look at.
pages::office_block block_of_categories(const acts::proposal& made, const std::vector<judging::category_ranking>& rankings,
                                        const std::set<workflow::category_id>& close, const entry_names& names) {
    auto part = block(t("Categories"), t("Open: a prize waits for the panel. Close: without one of the judges the places of "
                                         "the prizes would be others. Clear: all views agree."));
    pages::table table;
    table.caption = t("Where each category stands");
    table.columns = {{t("Category")}, {t("State")}, {t("Proposed")}, {t("Ties at a prize line")}};
    for (const auto& ranking : rankings) {
        const auto category = ranking.category;
        pages::cell state, tie;
        state.state = is_open(made, category)      ? pages::tag{t("Open"), "red"}
                      : close.contains(category) ? pages::tag{t("Close"), "amber"}
                                                 : pages::tag{t("Clear"), "green"};
        for (const auto& one : made.slate.ties)
            if (one.category == category)
                tie = {name_of_tier(made.edition, one.tier),
                       office_url(made.edition, "/ties/" + std::to_string(workflow::value(category)))};
        table.add_row({{name_of_category(made.edition, category), url_of(made.edition, category)}, state,
                       {proposed_in(made, category, names)}, tie},
                      is_open(made, category));
    }
    part.rows = std::move(table);
    return part;
}

pages::office_block block_of(const acts::proposal& made, const judging::category_ranking& ranking,
                             const entry_names& names, bool is_close) {
    const category_lines lines(made, ranking, names);
    const bool open = is_open(made, ranking.category);
    auto part = block({});
    if (open) part.warning = pages::text_block{t("The panel must decide: a prize of this category is open.")};
    else if (is_close)
        part.inset = pages::text_block{t("The panel must decide: without one of the judges the places of the prizes "
                                         "would be others.")};
    else part.inset = pages::text_block{t("Clear: no judge alone decides a prize of this category.")};
    part.chart = lines.chart();
    part.rows = lines.table();
    part.folded = t("Order, exact value and spread in figures");
    for (const auto& tie : made.slate.ties)
        if (tie.category == ranking.category) {
            part.links.push_back({t("The tie at {tier}, rung by rung", {{"tier", name_of_tier(made.edition, tie.tier)}}),
                                  office_url(made.edition, "/ties/" + std::to_string(workflow::value(ranking.category)))});
        }
    return part;
}

http::response category_page(visit& visit, const acts::proposal& made, const judging::category_ranking& ranking,
                             const entry_names& names) {
    auto view = begin_results(visit, made.edition, results_part::tally,
                              t("Tally: {category}", {{"category", name_of_category(made.edition, ranking.category)}}));
    view.blocks.push_back(block_of(made, ranking, names, list_close_categories(made).contains(ranking.category)));
    view.blocks.back().links.push_back({t("All categories"), office_url(made.edition, "/tally")});
    return office_page(visit, view);
}

pages::office_form run_form(const visit& visit, const workflow::edition& edition) {
    return form_to(office_url(edition, "/tally"),
                   {line("cause", t("Why a tally is made"), visit.field("cause"), t("For example: judging was closed"))},
                   t("Make the tally"));
}

http::response tally_page(visit& visit, store::database& db, pages::office_form form) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::tally, t("Tally"));
    const auto made = acts::propose(db, edition.id);
    const entry_names names(db, edition.id);
    auto make = block(made ? t("Make it again") : t("Make the first tally"));
    if (made && made->inputs_changed)
        make.warning = pages::text_block{t("Scorecards have changed since the last tally. Make it again before anything "
                                           "is decided upon it.")};
    make.form = std::move(form);
    if (!made) {
        view.lead = t("There is no tally yet. It can be made once judging is closed.");
        if (store::find_tallied_round(db, edition.id)) view.blocks.push_back(std::move(make));
        return office_page(visit, view);
    }
    if (made->inputs_changed) view.blocks.push_back(make);
    const auto close = list_close_categories(*made);
    auto rankings = made->run.result.categories;
    std::ranges::stable_sort(rankings, {}, [&](const auto& one) {
        return is_open(*made, one.category) ? 0 : close.contains(one.category) ? 1 : 2;
    });
    view.blocks.push_back(block_of_categories(*made, rankings, close, names));
    const auto runs = store::list_tally_runs(db, edition.id);
    // The run before it in its round: the finals judge other entries than the round before them.
    const auto before = std::ranges::find_if(runs, [&](const auto& run) {
        return run.round_id == made->run.line.round_id && run.id != made->run.line.id;
    });
    if (before != runs.end())
        view.blocks.push_back(block_of_changes(store::load_tally_run(db, edition.id, before->id), *made, names));
    if (auto both = find_block_of_drop_out(db, *made, names)) view.blocks.push_back(std::move(*both));
    view.blocks.push_back(block_of_deltas(db, edition, names));
    view.blocks.push_back(block_of_runs(edition, runs));
    if (!made->inputs_changed) view.blocks.push_back(std::move(make));
    return office_page(visit, view);
}

}  // namespace

http::response show_tally(visit& visit, store::database& db) {
    const auto asked = visit.query("category");
    if (asked.empty()) return tally_page(visit, db, run_form(visit, store::load_edition(db, visit.edition())));
    const auto made = acts::propose(db, visit.edition());
    if (!made) return visit.not_there();
    const auto ranking = std::ranges::find(made->run.result.categories, asked, [](const auto& one) {
        return std::to_string(workflow::value(one.category));
    });
    if (ranking == made->run.result.categories.end()) return visit.not_there();
    return category_page(visit, *made, *ranking, entry_names(db, visit.edition()));
}

http::response make_tally_run(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = run_form(visit, edition);
    bool good = is_readable(visit, form, 500);
    if (visit.field("cause").empty()) mark(visit, form, "cause", t("Say why a tally is made")), good = false;
    if (!good) return tally_page(visit, db, std::move(form));
    const auto made = acts::run_tally(db, visit.as_act(), visit.field("cause"));
    if (!made) return visit.refuse(made.error());
    return visit.see_other(office_url(edition, "/tally"), "tally_made");
}

http::response download_tally_inputs(visit& visit, store::database& db) {
    const auto run = visit.id<workflow::tally_run_id>("run");
    const auto texts = store::load_tally_texts(db, visit.edition(), run);
    return http::attachment("tally-" + std::to_string(workflow::value(run)) + ".txt", "text/plain; charset=utf-8", texts.inputs);
}

}  // namespace features
