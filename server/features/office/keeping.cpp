#include "server/features/office/keeping.hpp"

#include "server/acts/conflicts.hpp"
#include "server/features/office/question_changes.hpp"
#include "server/features/office/stale.hpp"
#include "server/store/moves.hpp"
#include "server/store/rounds.hpp"
#include "workflow/deadlines.hpp"

namespace features {

using pages::t;
using workflow::refusal_code;

namespace {

// Nothing when the rules may be changed by form now; after the start of judging only a decision changes them
// (J10).
std::optional<workflow::refusal> find_freeze(store::database& db, const workflow::edition& edition,
                                             const store::kept_rules& before,
                                             const workflow::rule_set& after) {
    if (!before.frozen_at && !store::has_locked_scorecard(db, edition.id)) return std::nullopt;
    if (const auto may = workflow::may_amend_after_scoring(before.rules, after); !may) return may.error();
    return workflow::refusal{refusal_code::decision_required, {}};
}

// "rubric.reach" is told as what it is called, and what has no name of its own by its message alone.
std::string about(const workflow::rule_set& rules, const workflow::problem& problem) {
    std::string name;
    for (const auto& one : rules.rubric.criteria)
        if (problem.where == "rubric." + one.key || problem.where == "rubric." + one.key + ".levels")
            name = one.name;
    for (const auto& one : rules.rounds)
        if (problem.where == "rounds." + one.key) name = one.name;
    for (const auto& section : rules.form.sections) {
        if (problem.where == "form." + section.key) name = section.title;
        for (const auto& asked : section.questions)
            if (problem.where == "form." + section.key + "." + asked.key) name = asked.label;
    }
    return name.empty() ? problem.message : name + ": " + problem.message;
}

}  // namespace

pages::office_form set_up_form(const visit& visit, const workflow::edition& edition, std::string_view path,
                               std::vector<pages::field> fields) {
    auto form = form_to(office_url(edition, path), std::move(fields), t("Save"));
    form.hidden = {
        {"version", visit.has_field("version") ? visit.field("version") : std::to_string(edition.version)}};
    return form;
}

bool is_fresh(const visit& visit, const workflow::edition& edition) {
    return visit.find_number("version") == edition.version;
}

void close_form(visit& visit, pages::office_view& view, const workflow::refusal& why) {
    auto& form = *view.blocks.back().form;
    form.closed = true;
    form.buttons.clear();
    view.lead = t("Judging has begun: this is frozen, and the page is for reading. {why}",
                  {{"why", visit.sentence(why)}});
}

pages::office_view rules_page(visit& visit, store::database& db, const workflow::edition& edition,
                              const pages::phrase& title, pages::office_form form) {
    const auto kept = store::load_rules(db, edition.id);
    auto view = set_up_page(visit, edition, title, std::move(form));
    if (const auto no = find_freeze(db, edition, kept, kept.rules)) close_form(visit, view, *no);
    return view;
}

pages::office_view set_up_page(visit& visit, const workflow::edition& edition, const pages::phrase& title,
                               pages::office_form form) {
    auto view = begin_office(visit, edition, office_section::set_up, title);
    visit.frame.breadcrumbs.push_back({t("Set-up"), office_url(edition, "/set-up")});
    form.back_href = office_url(edition, "/set-up");
    pages::office_block block;
    block.form = std::move(form);
    view.blocks.push_back(std::move(block));
    return view;
}

http::response keep_rules(visit& visit, store::database& db, const workflow::edition& edition,
                          const workflow::rule_set& after, const pages::phrase& title,
                          pages::office_form form, const pages::office_form& saved, std::string_view next) {
    if (!is_fresh(visit, edition)) {
        mark_stale(visit, form, saved, edition.version);
        return office_page(visit, 409, set_up_page(visit, edition, title, std::move(form)));
    }
    if (!visit.frame.errors.empty())
        return office_page(visit, set_up_page(visit, edition, title, std::move(form)));
    const auto before = store::load_rules(db, edition.id);
    if (const auto no = find_freeze(db, edition, before, after)) {
        visit.error("", visit.sentence(*no));
        return office_page(visit, 409, set_up_page(visit, edition, title, std::move(form)));
    }
    auto numbered = after;
    numbered.number = before.rules.number;
    if (numbered == before.rules) return visit.see_other(std::string(next), "saved");
    if (edition.state != workflow::edition_state::planned)
        for (const auto& problem : workflow::check(after)) visit.error("", about(after, problem));
    if (!visit.frame.errors.empty())
        return office_page(visit, set_up_page(visit, edition, title, std::move(form)));
    if (goes_back_to_the_form(visit))
        return office_page(visit, set_up_page(visit, edition, title, std::move(form)));
    std::string why = "changed by form";
    if (const auto changed = find_changed_questions(db, edition, before.rules.form, after.form);
        changed.concern_cities()) {
        if (auto page = ask_for_confirmation(visit, edition, changed, form.action)) return std::move(*page);
        tell_cities(visit, db, edition, changed, before.version + 1);
        why = reason_for_cities(visit);
    }
    store::add_rules(db, visit.as_author(), edition.id, after, why);
    acts::recompute_conflicts(visit.acting(db));
    visit.public_changed = true;
    return visit.see_other(std::string(next), "saved");
}

namespace {

pages::table table_of_versions(const workflow::edition& edition,
                               const std::vector<store::rules_line>& versions) {
    const auto& zone = edition.calendar.zone;
    pages::table table;
    table.caption = t("The newest is in force; none is ever edited");
    table.columns = {{t("Version")},  {t("SHA-256")}, {t("Why")},
                     {t("Decision")}, {t("Written")}, {t("Frozen")}};
    for (const auto& one : versions) {
        const auto by = one.written_by ? *one.written_by + ", " : "";
        table.add_row({{std::to_string(one.version)},
                       {one.hash},
                       {one.reason},
                       {one.decision_id ? std::to_string(workflow::value(*one.decision_id)) : ""},
                       {by + in_words(one.written_at, zone)},
                       {one.frozen_at ? pages::phrase(in_words(*one.frozen_at, zone))
                                      : t("Not yet: judging has not begun")}});
    }
    return table;
}

}  // namespace

std::string numbered(std::string_view name, std::size_t row) {
    return std::string(name) + "_" + std::to_string(row);
}

std::size_t count_rows(const visit& visit, std::string_view name) {
    std::size_t rows = 0;
    while (rows < 200 && visit.has_field(std::string(name) + "_" + std::to_string(rows + 1))) ++rows;
    return rows;
}

std::string row_field(const visit& visit, std::string_view name, std::size_t row) {
    return visit.field(std::string(name) + "_" + std::to_string(row));
}

namespace {

pages::task_list tasks_of_set_up(const workflow::edition& edition, const workflow::rule_set& rules,
                                 bool has_calendar) {
    pages::task_list tasks;
    const auto add = [&](const char* name, const char* path, const std::string& hint, bool good) {
        tasks.tasks.push_back({t(name), office_url(edition, path), hint,
                               good ? pages::tag{t("Set up"), "green"} : pages::tag{t("To do"), "amber"}});
    };
    add("Names and calendar", "/set-up/calendar", edition.calendar.zone, has_calendar);
    add("Categories", "/set-up/categories", std::to_string(edition.categories.size()),
        !edition.categories.empty());
    add("Prize tiers", "/set-up/tiers", std::to_string(edition.tiers.size()), !edition.tiers.empty());
    add("Rubric", "/set-up/rubric", std::to_string(rules.rubric.criteria.size()),
        workflow::total_weight_bp(rules.rubric) == 10000);
    add("Questions of the entry form", "/set-up/questions", std::to_string(rules.form.sections.size()),
        !rules.form.sections.empty());
    add("Rules of entering and judging", "/set-up/rules", "", true);
    return tasks;
}

pages::office_block problems_block(const visit& visit, const workflow::edition& edition,
                                   const workflow::rule_set& rules, bool has_calendar) {
    pages::office_block block;
    block.heading = t("Problems");
    const auto problems = workflow::check(rules);
    if (problems.empty() && has_calendar && !edition.categories.empty() && !edition.tiers.empty()) {
        block.text = t("The rules have no problem.");
        return block;
    }
    pages::plain_list list;
    for (const auto& one : problems) list.items.push_back(about(rules, one));
    if (edition.categories.empty()) list.items.push_back(t("There is no category yet."));
    if (edition.tiers.empty()) list.items.push_back(t("There is no prize yet."));
    if (edition.calendar.opens_at == workflow::instant{})
        list.items.push_back(t("The calendar has no dates yet."));
    else
        for (const auto& no : workflow::calendar_problems(edition.calendar))
            list.items.push_back(visit.sentence(no));
    block.list = std::move(list);
    return block;
}

}  // namespace

http::response show_set_up(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;
    const auto has_calendar = edition.calendar.opens_at != workflow::instant{} &&
                              workflow::calendar_problems(edition.calendar).empty();
    auto view = begin_office(visit, edition, office_section::set_up, t("Set-up"));
    pages::office_block parts, versions;
    parts.tasks = tasks_of_set_up(edition, rules, has_calendar);
    versions.heading = t("Versions of the rules");
    versions.rows = table_of_versions(edition, store::list_rules(db, edition.id));
    view.blocks = {std::move(parts), problems_block(visit, edition, rules, has_calendar),
                   std::move(versions)};
    return office_page(visit, view);
}

}  // namespace features
