#include "server/features/results/appeals.hpp"

#include "server/acts/appeals.hpp"
#include "server/features/frame/letters.hpp"
#include "server/features/results/page.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

pages::phrase words_for_ground(workflow::appeal_ground ground) {
    return ground == workflow::appeal_ground::procedure ? t("Procedure") : t("Fact");
}

pages::tag tag_of_appeal(const store::appeal_row& appeal) {
    if (!appeal.outcome) return {t("Waits"), "amber"};
    return *appeal.outcome == workflow::appeal_outcome::upheld ? pages::tag{t("Upheld"), "green"}
                                                               : pages::tag{t("Dismissed"), "grey"};
}

std::string appeals_url(const workflow::edition& edition, std::int64_t id) {
    return office_url(edition, "/appeals/" + std::to_string(id));
}

pages::office_form settle_form(const visit& visit, const workflow::edition& edition, std::int64_t id) {
    auto fields = minutes_fields(visit);
    fields.insert(fields.begin(), {choose("outcome", t("What was decided"),
                                          {{"upheld", t("The appeal is upheld"), {}, false, ""},
                                           {"dismissed", t("The appeal is dismissed"), {}, false, ""}},
                                          visit.field("outcome")),
                                   lines("answer", t("Answer to the city"), visit.text("answer"), 6)});
    auto form = form_to(appeals_url(edition, id), std::move(fields), t("Settle the appeal"));
    form.back_href = office_url(edition, "/appeals");
    return form;
}

http::response appeal_page(visit& visit, store::database& db, const workflow::edition& edition,
                           const store::appeal_row& appeal, pages::office_form form) {
    auto view =
        begin_results(visit, edition, results_part::appeals, t("Appeal: {city}", {{"city", appeal.city}}));
    auto part = block(appeal.title);
    pages::summary_list list;
    list.rows = {{t("About"), words_for_ground(appeal.ground), {}},
                 {t("Lodged"),
                  in_words(appeal.lodged_at, edition.calendar.zone) + ", " + appeal.lodged_by.value_or(""),
                  {}}};
    part.answers = {{t("What happened, and how can it be seen?"), appeal.body}};
    if (appeal.outcome) {
        list.rows.push_back(
            {t("Settled"),
             in_words(*appeal.settled_at, edition.calendar.zone) + ", " + appeal.settled_by.value_or(""),
             {}});
        list.rows.push_back({t("Outcome"), tag_of_appeal(appeal).text, {}});
        part.answers.push_back({t("Answer to the city"), appeal.answer});
        if (*appeal.outcome == workflow::appeal_outcome::upheld)
            part.links = {
                {t("Correct the result"),
                 office_url(edition, "/corrections/" + std::to_string(workflow::value(appeal.entry_id)))}};
    }
    part.summary = std::move(list);
    view.blocks.push_back(std::move(part));
    const auto may = acts::may_settle_appeal(visit.acting(db), appeal);
    auto settling = block(t("Settle it"));
    if (may) {
        settling.form = std::move(form);
        view.blocks.push_back(std::move(settling));
    } else if (!appeal.outcome) {
        settling.inset = pages::text_block{visit.sentence(may.error())};
        view.blocks.push_back(std::move(settling));
    }
    return office_page(visit, view);
}

}  // namespace

http::response show_appeals(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto view = begin_results(visit, edition, results_part::appeals, t("Appeals"));
    if (edition.announced_at)
        view.lead =
            t("On procedure and fact, lodged until {end}. Who judges or judged cannot settle one.",
              {{"end", in_words(workflow::appeals_end(*edition.announced_at, edition.calendar.appeal_days),
                                edition.calendar.zone)}});
    auto part = block({});
    pages::table table;
    table.caption = t("Those that wait first");
    table.columns = {{t("Entry")}, {t("About")}, {t("Lodged")}, {t("State")}, {t("Settled by")}};
    table.empty_text = t("No appeal was lodged.");
    for (const auto& one : store::list_appeals(db, edition.id)) {
        pages::cell state;
        state.state = tag_of_appeal(one);
        table.add_row({{one.city + ": " + one.title, appeals_url(edition, one.id)},
                       {words_for_ground(one.ground)},
                       {in_words(one.lodged_at, edition.calendar.zone)},
                       state,
                       {one.settled_by.value_or("")}});
    }
    part.rows = std::move(table);
    view.blocks.push_back(std::move(part));
    return office_page(visit, view);
}

http::response show_appeal(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto appeal = store::load_appeal(db, edition.id, visit.number("appeal"));
    return appeal_page(visit, db, edition, appeal, settle_form(visit, edition, appeal.id));
}

http::response settle_appeal(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto appeal = store::lock_appeal(db, edition.id, visit.number("appeal"));
    if (const auto may = acts::may_settle_appeal(visit.acting(db), appeal); !may)
        return visit.refuse(may.error());
    auto form = settle_form(visit, edition, appeal.id);
    const auto outcome = workflow::find_named<workflow::appeal_outcome>(visit.field("outcome"));
    if (!outcome) mark(visit, form, "outcome", t("Choose what was decided"));
    if (visit.field("answer").empty()) mark(visit, form, "answer", t("Write the answer to the city"));
    const auto made = read_minutes(visit, form);
    if (!made || !visit.frame.errors.empty()) return appeal_page(visit, db, edition, appeal, std::move(form));
    const auto settled = acts::settle_appeal(visit.acting(db), appeal, *outcome, visit.text("answer"), *made);
    if (!settled) return visit.refuse(settled.error());
    return visit.see_other(appeals_url(edition, appeal.id), "appeal_settled");
}

}  // namespace features
