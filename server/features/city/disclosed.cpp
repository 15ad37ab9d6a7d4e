#include "server/features/city/disclosed.hpp"

#include "server/features/frame/csv.hpp"
#include "server/features/frame/scores.hpp"
#include "server/store/disclosure.hpp"

namespace features {
namespace {

using pages::t;

std::string weight_of(const workflow::criterion& one) {
    return judging::show(judging::fraction(one.weight_bp, 100), one.weight_bp % 100 == 0 ? 0 : 2);
}

pages::phrase place_of(const store::disclosed_row& row) {
    if (!row.place || !row.value)
        return t("The scores of this round gave no place in {category}.", {{"category", row.category}});
    return t(
        "By its scores the entry has place {place} of {all} in {category}, with {value}. The results in this "
        "category lie between {lowest} and {highest}.",
        {{"place", std::to_string(*row.place)},
         {"all", std::to_string(row.of_entries)},
         {"category", row.category},
         {"value", shown_value(row.value)},
         {"lowest", shown_value(row.lowest)},
         {"highest", shown_value(row.highest)}});
}

pages::table table_of(const my_entry& opened, const store::disclosed_row& row) {
    pages::table table{
        t("Scores, {round}", {{"round", row.round}}),
        {{t("Criterion")}, {t("Weight"), true, ""}, {t("Mean"), true, ""}, {t("All scores"), true, ""}},
        {},
        {}};
    for (const auto& one : row.criteria) {
        const auto& criterion = criterion_of(opened.rules().rubric, one.criterion);
        table.add_row({{criterion.name},
                       {t("{percent} %", {{"percent", weight_of(criterion)}}), "", {}, true},
                       {shown_value(judging::mean_of(one)), "", {}, true},
                       {listed_scores(one.scores), "", {}, true}});
    }
    return table;
}

}  // namespace

void add_scores(store::database& db, const my_entry& opened, pages::entry_view& view) {
    if (opened.edition.state < workflow::edition_state::announced) return;
    const auto comments = store::list_disclosed_comments(db, opened.edition.id, opened.row.id);
    for (const auto& row : store::list_disclosed_scores(db, opened.edition.id, opened.row.id)) {
        pages::disclosed_round round{row.round, place_of(row), table_of(opened, row), {}};
        for (const auto& one : comments)
            if (one.round_id == row.round_id) round.comments.push_back({one.body});
        view.rounds.push_back(std::move(round));
    }
    view.has_scores = !view.rounds.empty();
    view.scores_href = opened.href("scores.csv");
}

http::response export_own_scores(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    const auto rows = store::list_disclosed_scores(db, opened.edition.id, opened.row.id);
    if (rows.empty()) return visit.not_there();
    auto lines = csv_line({"round", "category", "place", "entries with a place", "result", "criterion",
                           "weight in percent", "mean", "scores, lowest first"});
    for (const auto& row : rows)
        for (const auto& one : row.criteria) {
            const auto& criterion = criterion_of(opened.rules().rubric, one.criterion);
            lines += csv_line({row.round, row.category, row.place ? std::to_string(*row.place) : "",
                               std::to_string(row.of_entries), row.value ? shown_value(row.value) : "",
                               criterion.name, weight_of(criterion), shown_value(judging::mean_of(one)),
                               listed_scores(one.scores)});
        }
    return csv_file("scores-of-entry-" + std::to_string(opened.row.number.value_or(0)) + ".csv", lines);
}

}  // namespace features
