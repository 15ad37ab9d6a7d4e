#include "server/features/results/decisions.hpp"

#include "server/acts/taking_back.hpp"
#include "server/acts/tally.hpp"
#include "server/features/office/record.hpp"
#include "server/features/results/decision_words.hpp"
#include "server/features/results/page.hpp"

#include <algorithm>

namespace features {

using pages::t;

namespace {

// What is decided on no page of its own, and so holds nothing but its minutes.
const store::decision_body without_a_page[] = {store::appeal_body{}, store::eligibility_body{},
                                               store::other_body{}};

std::optional<store::decision_body> read_body(std::string_view wanted) {
    for (const auto& body : without_a_page)
        if (workflow::name_of(store::kind_of(body)) == wanted) return body;
    return std::nullopt;
}

pages::office_form decision_form(const visit& visit, const workflow::edition& edition) {
    auto fields = minutes_fields(visit);
    std::vector<pages::choice> kinds;
    for (const auto& body : without_a_page) {
        const auto kind = store::kind_of(body);
        kinds.push_back({std::string(workflow::name_of(kind)), words_for_decision(kind), {}, false, {}});
    }
    fields.insert(fields.begin(),
                  choose("kind", t("What was decided about"), std::move(kinds), visit.field("kind"),
                         t("Ties, prizes, tiers and scorecards have pages of their own.")));
    return form_to(office_url(edition, "/decisions"), std::move(fields), t("Record the decision"));
}

pages::office_block block_of(const store::decision_line& one, const workflow::edition& edition,
                             const std::vector<store::reliance>& reliances, const entry_names& names,
                             const std::vector<store::decision_line>& open_to_taking_back) {
    auto part = block(t("{number}. {kind}", {{"number", std::to_string(workflow::value(one.id))},
                                             {"kind", words_for_decision(one.kind)}}));
    pages::summary_list list;
    const auto add = [&](pages::phrase name, pages::phrase text) {
        if (!text.empty()) list.rows.push_back({std::move(name), std::move(text), {}});
    };
    add(t("Number"), std::to_string(workflow::value(one.id)));
    for (auto& row : words_for_body(store::body_of(one), edition, names)) list.rows.push_back(std::move(row));
    add(t("Reason"), one.reason);
    add(t("Decided"), in_words(one.made_at, edition.calendar.zone));
    add(t("Recorded by"), one.made_by.value_or(""));
    add(t("Present"), one.present);
    add(t("Recused"), one.recused);
    add(t("Votes"), words_for_votes(one.votes_for, one.votes_against, one.abstained));
    std::string runs;
    for (const auto& each : reliances)
        if (each.decision_id == one.id)
            runs += (runs.empty() ? "" : ", ") + std::to_string(workflow::value(each.tally_run_id));
    add(t("Tally runs relied on"), runs);
    add(t("Public note"), one.public_note);
    part.summary = std::move(list);
    if (std::ranges::find(open_to_taking_back, one.id, &store::decision_line::id) !=
        open_to_taking_back.end())
        part.links = {
            {t("Take it back"),
             office_url(edition, "/decisions/" + std::to_string(workflow::value(one.id)) + "/take-back")}};
    return part;
}

http::response decisions_page(visit& visit, store::database& db, const workflow::edition& edition,
                              pages::office_form form) {
    auto view = begin_results(visit, edition, results_part::decisions, t("Decisions"));
    view.lead = t("Every decision as it was minuted, the newest first. None is ever edited.");
    const auto all = store::list_decisions(db, edition.id);
    const auto reliances = store::list_reliances(db, edition.id);
    const entry_names names(db, edition.id);
    if (all.empty()) view.blocks.push_back(block({}, t("Nothing has been decided yet.")));
    const auto taken_back = acts::list_taken_back(all);
    const auto open = acts::list_open_to_taking_back(db, edition.id);
    for (const auto& one : all) {
        view.blocks.push_back(block_of(one, edition, reliances, names, open));
        if (taken_back.contains(one.id))
            view.blocks.back().inset = pages::text_block{t("It was taken back and holds no longer.")};
    }
    auto more = block(t("Record another decision"));
    more.form = std::move(form);
    view.blocks.push_back(std::move(more));
    return office_page(visit, view);
}

}  // namespace

http::response show_decisions(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    return decisions_page(visit, db, edition, decision_form(visit, edition));
}

http::response add_decision(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    auto form = decision_form(visit, edition);
    const auto kind = visit.field("kind");
    const auto made = read_minutes(visit, form);
    const auto body = read_body(kind);
    if (!body) mark(visit, form, "kind", t("Choose what was decided about"));
    if (!made || !body) return decisions_page(visit, db, edition, std::move(form));
    std::vector<workflow::tally_run_id> relied;
    if (const auto runs = store::list_tally_runs(db, edition.id); !runs.empty())
        relied.push_back(runs.front().id);
    acts::decide_upon(db, visit.as_author(), *made, *body, relied);
    return visit.see_other(office_url(edition, "/decisions"), "decision_recorded");
}

}  // namespace features
