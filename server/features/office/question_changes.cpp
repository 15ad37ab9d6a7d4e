#include "server/features/office/question_changes.hpp"

#include "server/features/frame/questions_then.hpp"
#include "server/features/office/page.hpp"
#include "server/pages/words.hpp"
#include "typed/characters.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>

namespace features {
namespace {

using pages::t;

constexpr std::string_view name_of_reason = "reason_for_cities";
constexpr std::string_view name_of_going_back = "go_back";

std::size_t count_of_words(std::string_view text) {
    return static_cast<std::size_t>(pages::count_words(text));
}

struct numbers {
    int drafts = 0, submitted = 0;
};
template <class Counted>
numbers count(const std::vector<acts::entry_concerned>& entries, Counted is_counted) {
    numbers found;
    for (const auto& one : entries)
        if (is_counted(one))
            ++(is_among(one.row.state, workflow::entry_states::being_written) ? found.drafts
                                                                              : found.submitted);
    return found;
}

pages::phrase line_about(const workflow::form_change& change,
                         const std::vector<acts::entry_concerned>& entries) {
    const auto is_answered = [&](const auto& one) {
        const auto given = one.answers.find(change.key());
        return given != one.answers.end() && !given->second.empty();
    };
    const auto with = count(entries, is_answered);
    const auto without = count(entries, [&](const auto& one) { return !is_answered(one); });
    return t(
        "{change} With an answer: drafts {drafts}, submitted entries {submitted}. Without one: "
        "drafts {drafts_without}, submitted entries {submitted_without}.",
        {{"change", words_for(change)},
         {"drafts", std::to_string(with.drafts)},
         {"submitted", std::to_string(with.submitted)},
         {"drafts_without", std::to_string(without.drafts)},
         {"submitted_without", std::to_string(without.submitted)}});
}

std::vector<pages::phrase> consequences_of(const changed_questions& found) {
    std::vector<pages::phrase> lines;
    for (const auto& change : found.changes) lines.push_back(line_about(change, found.entries));
    const auto lacking = count(found.entries, [&](const auto& one) {
        return acts::is_asked_anew(one, found.changes, count_of_words);
    });
    if (lacking.submitted > 0)
        lines.push_back(
            t("Submitted entries that lack what is asked now: {count}. They count as they were "
              "submitted, unless their cities reopen them in time.",
              {{"count", std::to_string(lacking.submitted)}}));
    lines.push_back(
        t("What was answered is kept and can still be read, also where it is not asked any more."));
    lines.push_back(
        t("The cities and contacts of all these entries get one letter each, with the changes and "
          "your reason."));
    return lines;
}

// What keeps the reason from being taken; empty when it is good, or was not asked for yet.
pages::phrase problem_of_reason(const visit& visit) {
    if (!visit.has_field(name_of_reason)) return {};
    if (!visit.is_readable(name_of_reason))
        return t("Some signs of this text cannot be read. Type them again.");
    if (visit.field(name_of_reason).empty()) return t("Say why the questions change; the cities read it.");
    if (typed::is_longer_than(visit.field(name_of_reason), 2000)) return t("This text is too long.");
    return {};
}

// The form that came, to be sent again with the reason.
std::vector<pages::hidden_field> carried_along(const visit& visit) {
    std::vector<pages::hidden_field> hidden;
    for (const auto& one : visit.request.form)
        if (one.name != "csrf" && one.name != "once" && one.name != name_of_reason &&
            one.name != name_of_going_back)
            hidden.push_back({one.name, one.value});
    return hidden;
}

}  // namespace

changed_questions find_changed_questions(store::database& db, const workflow::edition& edition,
                                         const workflow::entry_form& before,
                                         const workflow::entry_form& after) {
    changed_questions found{workflow::list_form_changes(before, after), {}};
    if (!found.changes.empty()) found.entries = acts::list_concerned_by_questions(db, edition.id);
    return found;
}

bool goes_back_to_the_form(const visit& visit) {
    return visit.has_field(name_of_going_back);
}

std::string reason_for_cities(const visit& visit) {
    return visit.field(name_of_reason);
}

std::optional<http::response> ask_for_confirmation(visit& visit, const workflow::edition& edition,
                                                   const changed_questions& found, std::string action) {
    const auto wrong = problem_of_reason(visit);
    if (visit.has_field(name_of_reason) && wrong.empty()) return std::nullopt;
    begin_office(visit, edition, office_section::set_up, t("Questions of the entry form"));
    visit.frame.breadcrumbs.push_back({t("Set-up"), office_url(edition, "/set-up")});
    pages::confirm_view view;
    view.question = t("Change the questions while entries are under way?");
    view.consequences = consequences_of(found);
    view.action = std::move(action);
    view.hidden = carried_along(visit);
    view.fields = {lines(std::string(name_of_reason), t("Why do the questions change?"),
                         visit.text(name_of_reason), 4, t("The cities read this in the letter."))};
    if (!wrong.empty()) visit.error(view.fields, name_of_reason, wrong);
    view.go = {t("Change the questions and tell the cities"), "main", "", "", {}};
    view.back = pages::button{
        t("No, go back to what I typed"), "secondary", std::string(name_of_going_back), "yes", {}};
    return visit.page("frame/confirm", view);
}

void tell_cities(visit& visit, store::database& db, const workflow::edition& edition,
                 const changed_questions& found, int version) {
    acts::tell_of_changed_questions(visit.acting(db, reason_for_cities(visit)), edition, found.entries,
                                    found.changes, version, count_of_words);
}

std::optional<pages::text_block> warning_of_entries(store::database& db, const workflow::edition& edition) {
    const auto all =
        count(acts::list_concerned_by_questions(db, edition.id), [](const auto&) { return true; });
    if (all.drafts + all.submitted == 0) return std::nullopt;
    return pages::text_block{
        t("Cities are at work with these questions. Drafts: {drafts}; submitted entries: {submitted}. A "
          "change is confirmed with a reason, and the cities are told of it by letter.",
          {{"drafts", std::to_string(all.drafts)}, {"submitted", std::to_string(all.submitted)}})};
}

std::string key_of_question(const std::vector<store::kept_form>& earlier, std::set<std::string>& taken,
                            std::string wanted, std::string_view label) {
    const auto means_another = [&](const std::string& key) {
        for (const auto& one : earlier)
            for (const auto& section : one.form.sections)
                for (const auto& asked : section.questions)
                    if (asked.key == key) return asked.label != label;
        return false;
    };
    auto key = wanted;
    for (int next = 2; means_another(key) || !taken.insert(key).second; ++next)
        key = wanted + "_" + std::to_string(next);
    return key;
}

}  // namespace features
