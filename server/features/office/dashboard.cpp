#include "server/features/office/dashboard.hpp"

#include "server/acts/judging.hpp"
#include "server/features/office/attention.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/readiness.hpp"
#include "server/features/office/record.hpp"
#include "server/features/results/decision_words.hpp"
#include "server/pages/zones.hpp"
#include "server/store/decisions.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "typed/characters.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_action;

// The moves that are made on these pages; the others stand on the pages of the result.
bool is_made_here(edition_action action) {
    switch (action) {
        case edition_action::ratify:
        case edition_action::withdraw_slate:
        case edition_action::announce: return false;
        default: return true;
    }
}

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

// What the guard of a move would say if it were made with a reason now; empty when nothing is in the way.
std::optional<workflow::refusal> find_obstacle(const workflow::edition& edition, edition_action action,
                                               const workflow::actor& who, workflow::edition_facts facts) {
    facts.reason_given = true;
    facts.decision_recorded = true;
    if (action == edition_action::start_judging) facts.rule_set_frozen = true;
    if (action == edition_action::extend_deadline) {
        facts.extension_decided_at = facts.now.get();
        facts.new_closes_at = std::max(facts.calendar->closes_at, facts.now.get()) + std::chrono::hours(1);
    }
    const auto decided = workflow::decide(edition.state, action, who, facts);
    if (decided) return std::nullopt;
    return decided.error();
}

pages::office_block moves_block(visit& visit, const workflow::edition& edition,
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
        } else if (const auto no = find_obstacle(edition, action, visit.actor(), facts)) {
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

edition_action action_of(const visit& visit) {
    const auto action = workflow::find_named<edition_action>(visit.request.parameter("action"));
    if (!action || !is_made_here(*action)) throw store::not_found{};
    return *action;
}

pages::confirm_view confirm_page(visit& visit, const workflow::edition& edition, edition_action action) {
    begin_office(visit, edition, office_section::dashboard);
    visit.frame.breadcrumbs.push_back({edition.name, office_url(edition)});
    pages::confirm_view view;
    view.question = words_for(action);
    view.consequences = words_for_move(edition.state, action);
    view.action = office_url(edition, "/moves/") + std::string(workflow::name_of(action));
    if (action == edition_action::extend_deadline)
        view.fields.push_back(date_time("new_closes_at", t("New deadline"),
                                        visit.has_field("new_closes_at")
                                            ? visit.field("new_closes_at")
                                            : workflow::format_civil(pages::civil_time_of(
                                                  edition.calendar.closes_at, edition.calendar.zone)),
                                        edition.calendar.zone));
    view.fields.push_back(lines("reason", t("Reason"), visit.text("reason"), 4,
                                t("It is kept in the log, and told to those who get a letter about it.")));
    view.go.text = words_for(action);
    view.go.kind = action == edition_action::cancel ? "danger" : "main";
    view.back_href = office_url(edition);
    return view;
}

http::response ask_again(visit& visit, const workflow::edition& edition, edition_action action,
                         std::string_view field, pages::phrase why) {
    auto view = confirm_page(visit, edition, action);
    visit.error(view.fields, field, std::move(why));
    return visit.page("frame/confirm", view);
}

// The move that the form asks for.
acts::edition_moved make(const visit& visit, const acts::acting& now, const workflow::edition& edition,
                         edition_action action) {
    using enum edition_action;
    switch (action) {
        case open_call: return acts::open_call(now);
        case close_call: return acts::close_call(now);
        case start_judging: return acts::start_judging(now);
        case close_judging: return acts::close_judging(now);
        case resume_judging: return acts::resume_judging(now);
        case archive: return acts::archive(now);
        case cancel: return acts::cancel(now);
        case extend_deadline: {
            if (!now.reason_given()) return workflow::refuse(workflow::refusal_code::reason_required);
            const auto at = workflow::instant_of(visit.field("new_closes_at"), edition.calendar.zone,
                                                 pages::answer_for_zone);
            if (!at) return tl::unexpected(at.error());
            return acts::extend_deadline(now, *at);
        }
        case ratify:
        case withdraw_slate:
        case announce: break;
    }
    throw store::not_found{};
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
    view.blocks = {counts_block(db, edition), moves_block(visit, edition, facts),
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
    view.blocks.back().links = {{t("Personal extensions"), office_url(edition, "/extensions")}};
    return office_page(visit, view);
}

http::response ask_edition_move(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto action = action_of(visit);
    const auto facts = store::load_edition_facts(db, edition, store::load_rules(db, edition.id));
    if (const auto no = find_obstacle(edition, action, visit.actor(), facts)) return visit.refuse(*no);
    return visit.page("frame/confirm", confirm_page(visit, edition, action));
}

http::response move_edition(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto action = action_of(visit);
    if (!visit.is_readable("reason"))
        return ask_again(visit, edition, action, "reason", t("This text could not be read. Type it again."));
    const auto now = visit.acting(db, visit.field("reason"));
    if (typed::is_longer_than(now.reason, 2000))
        return ask_again(visit, edition, action, "reason", t("This text is too long."));
    const auto moved = make(visit, now, edition, action);

    if (!moved) {
        const auto& no = moved.error();
        const bool is_about_date = action == edition_action::extend_deadline &&
                                   no.code != workflow::refusal_code::reason_required &&
                                   answer_to(no).status == 422;
        if (no.code == workflow::refusal_code::reason_required || is_about_date)
            return ask_again(visit, edition, action, is_about_date ? "new_closes_at" : "reason",
                             visit.sentence(no));
        return visit.refuse(no);
    }
    visit.public_changed = true;
    return visit.see_other(office_url(edition), "edition_moved");
}

}  // namespace features
