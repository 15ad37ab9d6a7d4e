#include "server/features/public/call.hpp"

#include "server/features/frame/letters.hpp"
#include "server/features/public/pages.hpp"
#include "server/features/public/results.hpp"

#include "server/pages/public/views.hpp"
#include "server/store/public.hpp"
#include "workflow/deadlines.hpp"

#include <cstdio>

namespace features {
namespace {

using pages::t;
using pages::t_n;
using workflow::edition_state;

// The instant of the step belongs to the past, the present or the future by the edition's state, not by a
// clock: the page is kept, and a call that the secretariat closes late is still open.
pages::timeline_step step(pages::phrase text, std::optional<workflow::instant> at, edition_state state,
                          edition_state begins, edition_state ends) {
    pages::timeline_step shown;
    shown.text = std::move(text);
    if (at && *at != workflow::instant{}) shown.at = pages::moment{*at};
    shown.state = state < begins ? "next" : state < ends ? "now" : "past";
    return shown;
}

// "2014-11-05" as people say it; anything else as it is.
pages::phrase day_in_words(const std::string& iso) {
    static const pages::phrase months[] = {t("January"),   t("February"), t("March"),    t("April"),
                                           t("May"),       t("June"),     t("July"),     t("August"),
                                           t("September"), t("October"),  t("November"), t("December")};
    int year = 0, month = 0, day = 0;
    if (std::sscanf(iso.c_str(), "%d-%d-%d", &year, &month, &day) != 3 || month < 1 || month > 12) return iso;
    return t("{day} {month} {year}",
             {{"day", std::to_string(day)}, {"month", months[month - 1]}, {"year", std::to_string(year)}});
}

pages::timeline calendar_of(const workflow::edition& edition) {
    using enum edition_state;
    const auto& calendar = edition.calendar;
    const auto state = edition.state;
    pages::timeline shown;
    shown.steps = {
        step(t("The call opens"), calendar.opens_at, state, open, open),
        step(state > open ? t("Entries were received until") : t("Entries are received until"),
             workflow::end_of_call(calendar), state, open, screening),
        step(t("Judging begins"), calendar.judging_opens_at, state, screening, judging),
        step(t("Judging ends"), calendar.judging_closes_at, state, judging, deliberation),
        step(t("The winners are announced"), calendar.announce_at, state, deliberation, announced)};
    if (edition.is_demonstration)
        shown.steps.front().detail = t("This calendar is made up for the demonstration.");
    if (workflow::was_closed_early(calendar))
        shown.steps[1].detail =
            t("The call was closed before its deadline, {deadline}.", {{"deadline", calendar.closes_at}});
    if (!calendar.ceremony_on.empty()) {
        auto ceremony = step(t("Ceremony"), std::nullopt, state, archived, cancelled);
        ceremony.detail = t("{day}: {event}, {place}", {{"day", day_in_words(calendar.ceremony_on)},
                                                        {"event", edition.ceremony_event},
                                                        {"place", edition.ceremony_place}});
        shown.steps.push_back(ceremony);
    }
    return shown;
}

pages::phrase lead_of(const workflow::edition& edition) {
    switch (edition.state) {
        case edition_state::open:
            return t("Cities and local governments are invited to enter their e-government projects.");
        case edition_state::screening: return t("The call is closed. The entries are being screened.");
        case edition_state::judging: return t("The call is closed. The panel is judging the entries.");
        case edition_state::deliberation:
        case edition_state::decided: return t("Judging is over. The winners will be announced.");
        default: return t("The winners of this edition have been announced.");
    }
}

// Weights are whole percents as a rule; then they stand without decimals.
pages::number percent_of(const workflow::rubric& rubric, int weight_bp) {
    for (const auto& one : rubric.criteria)
        if (one.weight_bp % 100 != 0) return {weight_bp, 2};
    return {weight_bp / 100, 0};
}

pages::phrase sentence_of(const workflow::entry_limits& limits) {
    return t("A city may enter up to {projects}, each with up to {files} of at most {size} MB.",
             {{"projects", t_n("{count} project", "{count} projects", limits.entries_per_city)},
              {"files", t_n("{count} file", "{count} files", limits.max_files)},
              {"size", std::to_string(limits.max_file_bytes / (1024 * 1024))}});
}

pages::home_view view_of(const visit& visit, const workflow::edition& edition,
                         const store::kept_rules& kept) {
    pages::home_view view;
    view.edition_name = edition.name;
    view.theme = edition.theme.empty() ? t("The best e-government projects of cities and local governments")
                                       : pages::phrase(edition.theme);
    view.lead = lead_of(edition);
    const auto here = "/editions/" + edition.key;
    if (edition.state == edition_state::open) {
        view.deadline = pages::moment{edition.calendar.closes_at};
        view.call_is_open = true;
        view.start_href = "/my";
    }
    if (edition.state >= edition_state::announced) view.winners_href = here + "/winners";
    view.calendar = calendar_of(edition);
    if (edition.state > edition_state::open && edition.state < edition_state::announced)
        for (const auto& one : view.calendar.steps)
            if (one.state != "past" && one.at && !view.next) view.next = one;
    for (const auto& one : edition.categories) view.categories.push_back({one.name, one.description});
    for (const auto& one : kept.rules.rubric.criteria)
        view.criteria.push_back({one.name, percent_of(kept.rules.rubric, one.weight_bp), one.question});
    view.rubric_note = kept.rules.rubric.note;
    int place = 0;
    for (const auto& one : edition.tiers)
        view.tiers.push_back({one.name,
                              one.per_category == 1 ? t("One in each category")
                                                    : t("Up to {count} in each category",
                                                        {{"count", std::to_string(one.per_category)}}),
                              pages::medal_of(visit.with.pages, ++place)});
    view.limits = sentence_of(kept.rules.limits);
    view.questions_href = here + "/questions";
    if (kept.frozen_at) {
        view.rules_version = std::to_string(kept.version);
        view.rules_hash = kept.hash;
    }
    return view;
}

pages::phrase demands_of(const workflow::question& asked) {
    if (asked.word_limit > 0)
        return asked.required
                   ? t_n("Required, up to {count} word", "Required, up to {count} words", asked.word_limit)
                   : t_n("Optional, up to {count} word", "Optional, up to {count} words", asked.word_limit);
    return asked.required ? t("Required") : t("Optional");
}

void set_frame(visit& visit, const workflow::edition& edition) {
    visit.frame.edition_name = edition.name;
    visit.frame.zone = edition.calendar.zone;
}

}  // namespace

void describe(visit& visit, pages::phrase text, std::string_view path) {
    visit.frame.summary = pages::summary_for_links{std::move(text), whole_address(visit, path)};
}

http::response call_page(visit& visit, store::database& db, const workflow::edition& edition) {
    const auto rules = store::load_rules(db, edition.id);
    set_frame(visit, edition);
    describe(visit,
             t("{edition}: the call for entries, with its categories, prizes and dates, and how a city takes "
               "part.",
               {{"edition", edition.name}}),
             "/editions/" + edition.key);
    auto answer = visit.page("public/home", view_of(visit, edition, rules));
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

http::response show_front_page(visit& visit, store::database& db) {
    const auto current = store::find_current_edition(db);
    if (!current) return list_past_editions(visit, db);
    const auto edition = store::load_edition(db, *current);
    return edition.state >= edition_state::announced ? winners_page(visit, db, edition)
                                                     : call_page(visit, db, edition);
}

http::response show_call(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    visit.frame.breadcrumbs = {{t("Editions"), "/editions"}};
    return call_page(visit, db, edition);
}

http::response show_questions(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;

    pages::questions_view view;
    view.edition_name = edition.name;
    view.limits = sentence_of(rules.limits);
    for (const auto& section : rules.form.sections) {
        pages::shown_section shown{section.title, section.help, {}};
        for (const auto& asked : section.questions)
            shown.questions.push_back({asked.label, asked.hint, demands_of(asked)});
        view.sections.push_back(std::move(shown));
    }
    for (const auto& one : rules.rubric.criteria) {
        pages::shown_section shown{one.name, one.question, {}};
        for (const auto& level : one.levels)
            shown.questions.push_back(
                {t_n("{count} point", "{count} points", level.score), level.description, {}});
        view.criteria.push_back(std::move(shown));
    }
    view.rubric_note = rules.rubric.note;

    set_frame(visit, edition);
    visit.frame.breadcrumbs = {{edition.name, "/editions/" + edition.key}};
    auto answer = visit.page("public/questions", view);
    answer.may_be_kept(http::cache_policy::public_page);
    return answer;
}

}  // namespace features
