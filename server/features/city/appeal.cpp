#include "server/features/city/appeal.hpp"

#include "server/acts/appeals.hpp"
#include "server/features/city/entry.hpp"
#include "server/features/frame/letters.hpp"
#include "typed/characters.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;

constexpr std::size_t longest_appeal = 20000;

workflow::verdict may_appeal(const my_entry& opened, const std::vector<store::appeal_row>& before) {
    return acts::may_appeal(opened.edition, opened.now, before);
}

pages::confirm_view appeal_form(const visit& visit, const my_entry& opened, pages::phrase ground_error,
                                pages::phrase body_error) {
    pages::confirm_view view;
    view.question = t("Appeal about “{title}”", {{"title", opened.row.title}});
    const auto end = workflow::appeals_end(*opened.edition.announced_at, opened.edition.calendar.appeal_days);
    view.consequences = {
        t("An appeal is about procedure or fact: a rule that was not kept, or something that is not true. "
          "What a judge "
          "thinks of a project is not appealed against."),
        t("Somebody who did not judge in this edition looks at it and answers by letter."),
        t("It can be lodged until {end}.", {{"end", in_words(end, opened.edition.calendar.zone)}})};
    view.action = opened.href("appeal");
    pages::radio_field ground;
    ground.name = "ground";
    ground.label = t("What is it about?");
    ground.error = std::move(ground_error);
    ground.choices = {{"procedure", t("Procedure"), t("A rule of the edition was not kept."), false, ""},
                      {"fact", t("Fact"), t("Something that was relied on is not true."), false, ""}};
    for (auto& one : ground.choices) one.chosen = visit.field("ground") == one.value;
    pages::number_choices(ground);
    pages::text_area body;
    body.name = "body";
    body.label = t("What happened, and how can it be seen?");
    body.hint =
        t("Name the rule or the fact, and where it stands. The secretariat reads this; it is not published.");
    body.error = std::move(body_error);
    body.value = visit.text("body");
    body.rows = 8;
    view.fields = {std::move(ground), std::move(body)};
    view.go = {t("Lodge the appeal"), "main", "", "", {}};
    view.back_href = opened.href();
    return view;
}

pages::phrase outcome_words(workflow::appeal_outcome outcome) {
    return outcome == workflow::appeal_outcome::upheld ? t("The appeal was upheld")
                                                       : t("The appeal was dismissed");
}

}  // namespace

void add_appeals(store::database& db, const my_entry& opened, pages::entry_view& view) {
    if (!opened.edition.announced_at) return;
    const auto before = store::list_appeals_about(db, opened.row.id);
    for (const auto& one : before) {
        view.timeline.steps.push_back(
            {t("Appeal lodged"), {}, pages::moment{one.lodged_at}, one.outcome ? "past" : "now"});
        if (one.outcome)
            view.timeline.steps.push_back(
                {outcome_words(*one.outcome), one.answer, pages::moment{*one.settled_at}, "past"});
    }
    if (may_appeal(opened, before))
        view.actions.push_back({t("Appeal against the result"), opened.href("appeal"), "secondary"});
}

http::response ask_to_appeal(visit& visit, store::database& db) {
    const auto opened = look_at(visit, db);
    if (const auto may = may_appeal(opened, store::list_appeals_about(db, opened.row.id)); !may)
        return visit.refuse(may.error());
    return visit.page("frame/confirm", appeal_form(visit, opened, {}, {}));
}

http::response lodge_appeal(visit& visit, store::database& db) {
    const auto opened = move_on(visit, db);
    if (const auto may = may_appeal(opened, store::list_appeals_about(db, opened.row.id)); !may)
        return visit.refuse(may.error());
    const auto ground = workflow::find_named<workflow::appeal_ground>(visit.field("ground"));
    pages::phrase ground_error, body_error;
    if (!ground) ground_error = visit.error("ground", t("Choose procedure or fact."));
    if (!visit.is_readable("body"))
        body_error = visit.error("body", t("Some signs of this text cannot be read. Type them again."));
    else if (visit.field("body").empty())
        body_error = visit.error("body", t("Say what happened."));
    else if (typed::is_longer_than(visit.text("body"), longest_appeal))
        body_error = visit.error("body", t("This text is too long."));
    if (!visit.frame.errors.empty())
        return visit.page("frame/confirm", appeal_form(visit, opened, ground_error, body_error));
    const auto appeal = acts::lodge_appeal(visit.acting(db), opened.row, *ground, visit.text("body"));
    if (!appeal) return visit.refuse(appeal.error());
    return visit.see_other(opened.href(), "appeal_lodged");
}

}  // namespace features
