#include "server/features/office/conflicts.hpp"

#include "server/acts/conflicts.hpp"
#include "server/features/office/page.hpp"
#include "server/store/conflicts.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "typed/characters.hpp"

namespace features {
namespace {

using pages::t;

pages::office_form challenge_form(const visit& visit, store::database& db, const workflow::edition& edition) {
    std::vector<pages::choice> judges, entries;
    for (const auto& one : store::list_judges(db, edition.id))
        if (!one.left_at)
            judges.push_back({std::to_string(workflow::value(one.id)), one.name, {}, false, ""});
    store::entry_filter all;
    all.most = 10000;
    for (const auto& one : store::list_office_entries(db, edition.id, all))
        if (one.number)
            entries.push_back({std::to_string(workflow::value(one.id)),
                               std::to_string(*one.number) + " " + one.city + ": " + one.title,
                               {},
                               false,
                               ""});
    return form_to(office_url(edition, "/conflicts/challenge"),
                   {choose("judge", t("Judge"), std::move(judges), visit.field("judge")),
                    choose("entry", t("Entry"), std::move(entries), visit.field("entry")),
                    lines("reason", t("Who challenges, and why"), visit.text("reason"), 3)},
                   t("Record the challenge"), "secondary");
}

pages::phrase explanation_of(const store::conflict_line& one) {
    using enum judging::conflict_kind;
    if (one.by_rule && one.kind != recorded_relation && one.kind != same_mail_domain)
        return words_for(one.kind);
    return one.explanation;
}

pages::table table_of_conflicts(const workflow::edition& edition,
                                const std::vector<store::conflict_line>& known) {
    pages::table table;
    table.caption = t("Known conflicts");
    table.columns = {{t("Judge")}, {t("Entry")}, {t("City")}, {t("Kind")}, {t("Explanation")}, {t("Effect")}};
    table.empty_text = t("No conflict is known.");
    for (const auto& one : known)
        table.add_row(
            {{one.judge, office_url(edition, "/panel/") + std::to_string(workflow::value(one.judge_id))},
             {one.title, office_url(edition, "/entries/") + std::to_string(workflow::value(one.entry_id))},
             {one.city},
             {words_for(one.kind)},
             {explanation_of(one)},
             {{}, "", one.bars ? pages::tag{t("Bars"), "red"} : pages::tag{t("Does not bar"), "grey"}}});
    return table;
}

pages::office_block settle_block(const visit& visit, const workflow::edition& edition,
                                 const store::conflict_line& one) {
    pages::office_block block;
    block.heading = t("Settle the challenge of {judge} on entry {number}",
                      {{"judge", one.judge}, {"number", std::to_string(one.number.value_or(0))}});
    const auto id = std::to_string(one.id);
    auto form = form_to(office_url(edition, "/conflicts/") + id + "/settle",
                        {lines("reason_" + id, t("Reason"), visit.text("reason_" + id), 2)}, t("Uphold it"),
                        "secondary");
    form.buttons.front().name = "outcome";
    form.buttons.front().value = "upheld";
    pages::button dismiss;
    dismiss.text = t("Dismiss it");
    dismiss.kind = "secondary";
    dismiss.name = "outcome";
    dismiss.value = "dismissed";
    form.buttons.push_back(std::move(dismiss));
    block.form = std::move(form);
    return block;
}

pages::office_view conflicts_page(visit& visit, store::database& db, const workflow::edition& edition,
                                  pages::office_form challenge) {
    auto known = store::list_conflicts(db, edition.id);
    const bool by_entry = visit.query("by") == "entry";
    if (by_entry)
        std::stable_sort(known.begin(), known.end(), [](const auto& left, const auto& right) {
            return std::pair(left.number.value_or(0), left.entry_id) <
                   std::pair(right.number.value_or(0), right.entry_id);
        });
    auto view = begin_office(visit, edition, office_section::conflicts, t("Conflicts of interest"));
    view.lead = t(
        "Found by the rules, declared by judges, or challenged. They are worked out again on every change.");
    pages::office_block list, form;
    list.links = {{by_entry ? t("Order by judge") : t("Order by entry"),
                   office_url(edition, by_entry ? "/conflicts" : "/conflicts?by=entry")}};
    list.rows = table_of_conflicts(edition, known);
    form.heading = t("Challenge a judge");
    form.form = std::move(challenge);
    view.blocks = {std::move(list), std::move(form)};
    for (const auto& one : known)
        if (one.kind == judging::conflict_kind::challenged)
            view.blocks.push_back(settle_block(visit, edition, one));
    return view;
}

}  // namespace

http::response show_conflicts(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return office_page(visit, conflicts_page(visit, db, edition, challenge_form(visit, db, edition)));
}

http::response challenge_judge(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto form = challenge_form(visit, db, edition);
    is_readable(visit, form, 2000);
    // Only what the form offers is of this edition.
    const auto is_offered = [&](std::size_t field) {
        const auto& choices = std::get<pages::select_field>(form.fields[field]).choices;
        return std::any_of(choices.begin(), choices.end(), [](const auto& one) { return one.chosen; });
    };
    if (!is_offered(0)) mark(visit, form, "judge", t("Choose a judge."));
    if (!is_offered(1)) mark(visit, form, "entry", t("Choose an entry."));
    if (visit.field("reason").empty()) mark(visit, form, "reason", t("Give a reason."));
    if (!visit.frame.errors.empty())
        return office_page(visit, conflicts_page(visit, db, edition, std::move(form)));
    store::record_challenge(
        db, visit.as_author(), workflow::id_from<workflow::judge_id>(*visit.find_number("judge")),
        workflow::id_from<workflow::entry_id>(*visit.find_number("entry")), visit.field("reason"));
    acts::recompute_conflicts(visit.acting(db));
    return visit.see_other(office_url(edition, "/conflicts"), "challenge_recorded");
}

http::response settle_challenge(visit& visit, store::database& db) {
    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto reason_name = "reason_" + std::to_string(visit.number("conflict"));
    const auto reason = visit.field(reason_name);
    if (reason.empty() || typed::is_longer_than(reason, 2000) || !visit.is_readable(reason_name)) {
        visit.error(reason_name, t("Give a reason."));
        return office_page(visit, conflicts_page(visit, db, edition, challenge_form(visit, db, edition)));
    }
    store::settle_challenge(db, visit.as_author(), visit.number("conflict"),
                            visit.field("outcome") != "dismissed", reason);
    acts::recompute_conflicts(visit.acting(db));
    return visit.see_other(office_url(edition, "/conflicts"), "saved");
}

}  // namespace features
