#include "server/acts/questions.hpp"

#include "server/acts/letters.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>

namespace acts {
namespace {

using notifications::questions_changed_content;
using workflow::entry_state;

// The sentence of a change as letters print it.
std::string in_words(const workflow::form_change& change) {
    std::string words(workflow::sentence_of(change.kind));
    for (const auto& [name, value] : workflow::particulars_of(change)) {
        const auto placeholder = "{" + name + "}";
        if (const auto at = words.find(placeholder); at != words.npos)
            words.replace(at, placeholder.size(), value);
    }
    return words;
}

// The list of the letter on which this entry stands.
std::vector<notifications::concerned_entry>& place_of(const entry_concerned& one,
                                                      const workflow::edition& edition, workflow::instant at,
                                                      bool asked_anew, questions_changed_content& letter) {
    if (is_among(one.row.state, workflow::entry_states::being_written)) return letter.being_written;
    const bool reopens = one.row.state == entry_state::submitted &&
                         workflow::may_still(workflow::deadline_act::reopen_entry, edition.calendar,
                                             edition.state, one.row.extended_until, at)
                             .has_value();
    if (!reopens) return letter.as_submitted;
    return asked_anew ? letter.to_reopen : letter.may_be_reopened;
}

}  // namespace

workflow::answers values_of(const answers_of_entry& answers) {
    workflow::answers values;
    for (const auto& [question, one] : answers) values.emplace(question, one.value);
    return values;
}

std::vector<entry_concerned> list_concerned_by_questions(store::database& db, workflow::edition_id edition) {
    auto rows = store::list_concerned_by_questions(db, edition);
    std::vector<workflow::entry_id> ids;
    for (const auto& one : rows) ids.push_back(one.id);
    const auto answers = store::list_answers(db, ids);
    std::vector<entry_concerned> concerned;
    for (auto& row : rows) {
        const auto found = answers.find(row.id);
        concerned.push_back(
            {std::move(row), found == answers.end() ? workflow::answers{} : values_of(found->second)});
    }
    return concerned;
}

bool is_asked_anew(const entry_concerned& one, const std::vector<workflow::form_change>& changes,
                   const workflow::word_counter& count_words) {
    return std::ranges::any_of(changes, [&](const auto& change) {
        const auto given = one.answers.find(change.key());
        return workflow::asks_anew(change, given == one.answers.end() ? "" : given->second, count_words);
    });
}

void tell_of_changed_questions(const acting& now, const workflow::edition& edition,
                               const std::vector<entry_concerned>& concerned,
                               const std::vector<workflow::form_change>& changes, int version,
                               const workflow::word_counter& count_words) {
    std::map<workflow::entry_id, const entry_concerned*> by_id;
    for (const auto& one : concerned) by_id.emplace(one.row.id, &one);
    questions_changed_content same{now.reason, {}, {}, {}, {}, {}, now.service_address + "/my"};
    for (const auto& change : changes) same.changes.push_back({in_words(change)});
    store::concerning about;
    about.edition = edition.id;
    std::map<std::string, questions_changed_content> letters;  // by address
    own_role service(now.db);
    for (const auto& to : list_hearers(now, questions_changed_content::kind.who, about)) {
        const auto found = by_id.find(to.entry_id.value());
        if (found == by_id.end()) continue;
        const auto& one = *found->second;
        auto& letter = letters.try_emplace(to.email, same).first->second;
        place_of(one, edition, now.db.clock(), is_asked_anew(one, changes, count_words), letter)
            .push_back({one.row.title.empty() ? "Project without a title" : one.row.title, one.row.city_name,
                        store::moment_of(now.db, deadline_of(one.row, edition), edition.calendar.zone)});
    }
    service.give_back();
    const auto cause =
        "questions of edition " + edition.key + " changed to version " + std::to_string(version);
    // Who hears of several entries is written to once: the letters are the same, and so is their cause.
    const auto told = write_some(now, about, [&](const store::hearer& to) {
        std::optional<one_letter<questions_changed_content>> letter;
        if (const auto found = letters.find(to.email); found != letters.end())
            letter = {found->second, cause};
        return letter;
    });
    store::record_act(now.db, now.who, workflow::audit_subject::edition, workflow::value(edition.id),
                      workflow::audit_action::questions_changed,
                      {{"version", version},
                       {"changes", changes.size()},
                       {"entries", concerned.size()},
                       {"letters", told.new_ones}});
}

std::vector<workflow::answer_before> list_answers_before(store::database& db, workflow::edition_id edition,
                                                         const workflow::entry_form& shown,
                                                         const workflow::answers& answers) {
    auto left = workflow::answers_without_place(shown, answers);
    if (left.empty()) return {};
    std::vector<workflow::entry_form> forms;
    for (auto& one : store::list_forms(db, edition)) forms.push_back(std::move(one.form));
    return workflow::with_questions(std::move(left), forms);
}

}  // namespace acts
