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

std::optional<workflow::instant> planned_for(const workflow::calendar& calendar,
                                             workflow::edition_state state) {
    using enum workflow::edition_state;
    const auto date = [](workflow::instant at) {
        return at == workflow::instant{} ? std::nullopt : std::optional(at);
    };
    switch (state) {
        case open: return date(calendar.opens_at);
        case screening: return date(calendar.closes_at);
        case judging: return date(calendar.judging_opens_at);
        case deliberation: return date(calendar.judging_closes_at);
        case announced: return calendar.announce_at;
        default: return std::nullopt;
    }
}

// The states in the order of the table: those behind with the instant at which each began, those ahead with
// the one that is planned.
pages::office_block course_block(const workflow::edition& edition,
                                 const std::vector<store::state_entered>& entered) {
    using enum workflow::edition_state;
    pages::office_block block;
    block.heading = t("Where the edition stands");
    pages::timeline course;
    for (const auto& [state, name] : workflow::all_of<workflow::edition_state>) {
        const bool is_ahead = edition.state != cancelled && state > edition.state;
        const auto began = std::ranges::find(entered, state, &store::state_entered::state);
        const bool was_there = began != entered.end() && !is_ahead;
        if (state == cancelled ? edition.state != cancelled
                               : edition.state == cancelled && !was_there && state != planned)
            continue;
        pages::timeline_step step;
        step.text = words_for(state);
        step.state = state == edition.state ? "now" : is_ahead ? "next" : "past";
        if (was_there)
            step.at = pages::moment{began->at};
        else if (const auto planned_at = planned_for(edition.calendar, state); planned_at && is_ahead)
            step.at = pages::moment{*planned_at};
        course.steps.push_back(std::move(step));
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
                   course_block(edition, store::list_states_entered(db, edition.id))};
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
    table.name_column = {};  // a decision has no name
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
