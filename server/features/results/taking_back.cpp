#include "server/features/results/taking_back.hpp"

#include "server/acts/taking_back.hpp"
#include "server/features/office/record.hpp"
#include "server/features/results/decision_words.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

struct taking_sheet {
    workflow::edition edition;
    store::decision_line decision;
    pages::office_form form;
};

// Not there once it cannot be taken back (any more).
taking_sheet load_sheet_to_take_back(visit& visit, store::database& db) {
    const auto open = acts::list_open_to_taking_back(db, visit.edition());
    const auto found =
        std::ranges::find(open, visit.id<workflow::decision_id>("decision"), &store::decision_line::id);
    if (found == open.end()) throw store::not_found{};
    taking_sheet sheet{store::load_edition(db, visit.edition()), *found, {}};
    sheet.form =
        form_to(office_url(sheet.edition, "/decisions/" + visit.request.parameter("decision") + "/take-back"),
                minutes_fields(visit), t("Take the decision back"), "danger");
    sheet.form.back_href = office_url(sheet.edition, "/decisions");
    return sheet;
}

http::response taking_back_page(visit& visit, store::database& db, taking_sheet sheet) {
    const auto number = std::to_string(workflow::value(sheet.decision.id));
    auto view = begin_results(visit, sheet.edition, results_part::decisions,
                              t("Take decision {number} back", {{"number", number}}));
    view.lead =
        t("It stays in the minutes and holds no longer; the slate is then as if it had not been made. This "
          "is a "
          "decision of its own.");
    auto part = block(words_for_decision(sheet.decision.kind));
    pages::summary_list list;
    list.rows =
        words_for_body(store::body_of(sheet.decision), sheet.edition, entry_names(db, sheet.edition.id));
    list.rows.push_back({t("Reason"), sheet.decision.reason, {}});
    list.rows.push_back({t("Decided"), in_words(sheet.decision.made_at, sheet.edition.calendar.zone), {}});
    part.summary = std::move(list);
    part.form = std::move(sheet.form);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

}  // namespace

http::response ask_taking_back(visit& visit, store::database& db) {
    return taking_back_page(visit, db, load_sheet_to_take_back(visit, db));
}

http::response take_decision_back(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    auto sheet = load_sheet_to_take_back(visit, db);
    const auto made = read_minutes(visit, sheet.form);
    if (!made) return taking_back_page(visit, db, std::move(sheet));
    const auto done = acts::take_back(db, visit.as_author(), sheet.decision.id, *made);
    if (!done) return visit.refuse(done.error());
    return visit.see_other(office_url(sheet.edition, "/decisions"), "decision_taken_back");
}

}  // namespace features
