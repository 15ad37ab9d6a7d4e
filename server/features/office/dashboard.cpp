#include "server/features/office/dashboard.hpp"

#include "server/features/office/attention.hpp"
#include "server/features/office/edition_moves.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/readiness.hpp"
#include "server/features/office/record.hpp"
#include "server/features/results/decision_words.hpp"
#include "server/store/decisions.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_action;

pages::office_block counts_block(store::database& db, const workflow::edition& edition) {
    const auto counts = store::count_entries(db, edition.id);
    pages::office_block block;
    block.heading = t("In figures");
    block.counts = pages::figures{{{t("drafts being written"), {counts.drafts}},
                                   {t("entries received"), {counts.received}},
                                   {t("entries complete"), {counts.complete}},
                                   {t("entries eligible"), {counts.eligible}},
                                   {t("entries judged"), {counts.judged}},
                                   {t("distinct cities"), {counts.cities}}}};
    return block;
}

pages::office_block moves_block(visit& visit, store::database& db, const workflow::edition& edition,
                                const workflow::edition_facts& facts) {
    pages::office_block block;
    block.heading = t("What can be done next");
    pages::task_list tasks;
    for (const auto action : workflow::moves_open_to(workflow::role::secretariat, edition.state)) {
        pages::task task;
        task.text = words_for(action);
        if (!is_made_here(action)) {
            task.hint = t("On the pages of the result.");
            task.href = office_url(edition, "/slate");
            task.state = {t("See the result"), "grey"};
        } else if (const auto no = find_obstacle(db, edition, action, visit.actor(), facts)) {
            task.hint = visit.sentence(*no);
            task.state = {t("Not yet"), "amber"};
        } else {
            task.href = office_url(edition, "/moves/") + std::string(workflow::name_of(action));
            task.state = {t("Possible"), "green"};
        }
        tasks.tasks.push_back(std::move(task));
    }
    if (tasks.tasks.empty())
        block.text = t("The edition has come to its end.");
    else
        block.tasks = std::move(tasks);
    return block;
}

// The states in the order of the table; those before the present one are past.
pages::office_block course_block(const workflow::edition& edition, const store::edition_instants& instants) {
    using enum workflow::edition_state;
    pages::office_block block;
    block.heading = t("Where the edition stands");
    pages::timeline course;
    if (edition.state == cancelled) {
        course.steps.push_back({words_for(cancelled), {}, std::nullopt, "now"});
    } else {
        for (const auto& [state, name] : workflow::all_of<workflow::edition_state>) {
            if (state == cancelled) continue;
            pages::timeline_step step;
            step.text = words_for(state);
            step.state = state < edition.state ? "past" : state == edition.state ? "now" : "next";
            const auto& calendar = edition.calendar;
            const auto planned_at = [&](workflow::instant at) -> std::optional<pages::moment> {
                if (at == workflow::instant{}) return std::nullopt;
                return pages::moment{at};
            };
            if (state == open)
                step.at =
                    instants.opened_at ? pages::moment{*instants.opened_at} : planned_at(calendar.opens_at);
            if (state == screening)
                step.at =
                    instants.closed_at ? pages::moment{*instants.closed_at} : planned_at(calendar.closes_at);
            if (state == judging) step.at = planned_at(calendar.judging_opens_at);
            if (state == deliberation) step.at = planned_at(calendar.judging_closes_at);
            if (state == announced && instants.announced_at)
                step.at = pages::moment{*instants.announced_at};
            else if (state == announced && calendar.announce_at)
                step.at = pages::moment{*calendar.announce_at};
            course.steps.push_back(std::move(step));
        }
    }
    block.course = std::move(course);
    return block;
}

}  // namespace

http::response show_office(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id);
    const auto due = store::list_due_moves(db);
    const auto facts = store::load_edition_facts(db, edition, rules);
    auto view = begin_office(visit, edition, office_section::dashboard);
    view.state = tag_of(edition.state);
    view.lead = edition.theme;
    view.blocks = {counts_block(db, edition), moves_block(visit, db, edition, facts),
                   course_block(edition, store::load_instants(db, edition.id))};
    if (auto to_see = needs_a_look(db, edition, facts, due))
        view.blocks.insert(view.blocks.begin(), std::move(*to_see));
    if (auto ready = readiness_block(edition)) view.blocks.push_back(std::move(*ready));
    if (auto front = front_page_block(db, edition)) view.blocks.push_back(std::move(*front));
    pages::office_block decisions;
    decisions.heading = t("Decisions");
    pages::table table;
    table.caption = t("Recorded decisions");
    table.columns = {{t("Kind")}, {t("What")}, {t("Reason")}, {t("By")}, {t("When")}};
    table.empty_text = t("No decision has been recorded yet.");
    const entry_names names(db, edition.id);
    for (const auto& one : store::list_decisions(db, edition.id))
        table.add_row({{words_for_decision(one.kind)},
                       {facts_in_one_line(visit, words_for_body(store::body_of(one), edition, names))},
                       {one.reason},
                       {one.made_by.value_or("")},
                       {in_words(one.made_at, edition.calendar.zone)}});
    decisions.rows = std::move(table);
    view.blocks.push_back(std::move(decisions));
    view.blocks.back().links = {{t("Personal extensions"), office_url(edition, "/extensions")},
                                {t("What two people do"), office_url(edition, "/two-people")}};
    return office_page(visit, view);
}

}  // namespace features
