#include "server/features/public/scores.hpp"

#include "server/features/frame/csv.hpp"
#include "server/features/frame/scores.hpp"
#include "server/pages/public/views.hpp"
#include "server/store/disclosure.hpp"
#include "server/store/editions.hpp"
#include "server/store/rules.hpp"

namespace features {
namespace {

using pages::t;

pages::table begin_table(const workflow::rubric& rubric, const store::disclosed_row& row) {
    pages::table table{t("{category}, {round}", {{"category", row.category}, {"round", row.round}}),
                       {{t("Place"), true, ""}, {t("City")}, {t("Project")}},
                       {},
                       {}};
    for (const auto& one : row.criteria)
        table.columns.push_back({criterion_of(rubric, one.criterion).name, true, ""});
    table.columns.push_back({t("Result"), true, ""});
    table.name_column = 2;
    return table;
}

// One table for each category of each round: the rows come in that order.
std::vector<pages::table> tables_of(const workflow::rubric& rubric,
                                    const std::vector<store::disclosed_row>& rows) {
    std::vector<pages::table> tables;
    const store::disclosed_row* last = nullptr;
    for (const auto& row : rows) {
        if (last == nullptr || last->round_id != row.round_id || last->category != row.category)
            tables.push_back(begin_table(rubric, row));
        std::vector<pages::cell> cells{{shown_rank(row.place), "", {}, true},
                                       {row.printed_city + ", " + row.printed_country},
                                       {row.title}};
        for (const auto& one : row.criteria)
            cells.push_back({shown_value(judging::mean_of(one)), "", {}, true});
        cells.push_back({shown_value(row.value), "", {}, true});
        tables.back().add_row(std::move(cells));
        last = &row;
    }
    return tables;
}

}  // namespace

http::response show_scores(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rows = store::list_published_scores(db, edition.id);
    if (rows.empty()) return visit.not_there();
    pages::scores_view view;
    view.edition_name = edition.name;
    view.tables = tables_of(store::load_rules(db, edition.id).rules.rubric, rows);
    view.file_href = "/editions/" + edition.key + "/scores.csv";
    visit.frame.edition_name = edition.name;
    visit.frame.breadcrumbs = {{edition.name, "/editions/" + edition.key},
                               {t("Winners"), "/editions/" + edition.key + "/winners"}};
    auto answer = visit.page("public/scores", view);
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

http::response export_scores(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rows = store::list_published_scores(db, edition.id);
    if (rows.empty()) return visit.not_there();
    const auto rubric = store::load_rules(db, edition.id).rules.rubric;
    auto lines = csv_line({"round", "category", "place", "city", "country", "project", "result", "criterion",
                           "mean", "scores, lowest first"});
    for (const auto& row : rows)
        for (const auto& one : row.criteria) {
            lines +=
                csv_line({row.round, row.category, row.place ? std::to_string(*row.place) : "",
                          row.printed_city, row.printed_country, row.title,
                          row.value ? shown_value(row.value) : "", criterion_of(rubric, one.criterion).name,
                          shown_value(judging::mean_of(one)), listed_scores(one.scores)});
        }
    return csv_file("scores-" + edition.key + ".csv", lines);
}

}  // namespace features
