#include "server/features/results/merging.hpp"

#include "server/acts/merging.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

struct merging_sheet {
    acts::proposal made;
    std::vector<workflow::category_id> small;
    pages::office_form form;
};

bool is_ranked(const acts::proposal& made, workflow::category_id id) {
    return std::ranges::find(made.run.result.categories, id, &judging::category_ranking::category) !=
           made.run.result.categories.end();
}

merging_sheet load_merging(visit& visit, store::database& db) {
    auto made = acts::propose(db, visit.edition());
    if (!made || made->edition.state != workflow::edition_state::deliberation) throw store::not_found{};
    merging_sheet sheet{std::move(*made), {}, {}};
    std::vector<pages::choice> from, into;
    for (const auto& one : sheet.made.problems)
        if (one.fault == judging::slate_fault::few_entries) sheet.small.push_back(one.category.value());
    for (const auto& one : sheet.made.edition.categories) {
        const pages::choice choice{std::to_string(workflow::value(one.id)), one.name, {}, false, {}};
        if (std::ranges::find(sheet.small, one.id) != sheet.small.end()) from.push_back(choice);
        if (is_ranked(sheet.made, one.id)) into.push_back(choice);
    }
    std::vector<pages::field> fields{
        choose("from", t("Which small category"), std::move(from), visit.field("from")),
        choose("into", t("Into which category its entries go"), std::move(into), visit.field("into"))};
    for (auto& field : minutes_fields(visit)) fields.push_back(std::move(field));
    sheet.form =
        form_to(office_url(sheet.made.edition, "/slate/merge"), std::move(fields), t("Merge the categories"));
    sheet.form.back_href = office_url(sheet.made.edition, "/slate");
    return sheet;
}

http::response merging_page(visit& visit, merging_sheet sheet) {
    auto view = begin_results(visit, sheet.made.edition, results_part::slate, t("Merge a small category"));
    view.lead =
        t("For a category with fewer than three entries. They move into another category with their scores, "
          "a new "
          "tally is made at once, and the small category has no prizes any more.");
    auto part = block({});
    if (sheet.small.empty())
        part.text = t("No category has fewer than three entries.");
    else
        part.form = std::move(sheet.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

}  // namespace

http::response show_merging(visit& visit, store::database& db) {
    return merging_page(visit, load_merging(visit, db));
}

http::response merge_categories(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = load_merging(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    const auto from = std::ranges::find_if(
        sheet.small, [&](auto id) { return visit.find_number("from") == workflow::value(id); });
    const auto& all = sheet.made.edition.categories;
    const auto into = std::ranges::find_if(
        all, [&](const auto& one) { return visit.find_number("into") == workflow::value(one.id); });
    if (from == sheet.small.end())
        mark(visit, sheet.form, "from", t("Choose a category"));
    else if (into == all.end() || into->id == *from || !is_ranked(sheet.made, into->id))
        mark(visit, sheet.form, "into", t("Choose another category"));
    if (visit.field("public_note").empty())
        mark(visit, sheet.form, "public_note", t("Tell the public why this category has no prizes"));
    if (!made || !visit.frame.errors.empty()) return merging_page(visit, std::move(sheet));
    const auto merged =
        acts::merge_category(db, visit.as_author(), *from, into->id, *made, sheet.made.run.line.id);
    if (!merged) return visit.refuse(merged.error());
    return visit.see_other(office_url(sheet.made.edition, "/slate"), "categories_merged");
}

}  // namespace features
