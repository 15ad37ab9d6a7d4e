#include "server/features/city/questions_then.hpp"

#include "server/acts/questions.hpp"
#include "server/features/frame/questions_then.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;

// The form by which the entry was submitted last, where it counts as it was submitted and the rules have
// changed since.
std::optional<workflow::entry_form> find_form_of_then(store::database& db, const my_entry& opened) {
    if (!is_among(opened.row.state, workflow::entry_states::concerned_by_questions) ||
        is_among(opened.row.state, workflow::entry_states::being_written) || !opened.row.current_version)
        return std::nullopt;
    const auto submitted = store::find_version(db, opened.row.id, *opened.row.current_version);
    if (!submitted || submitted->kept.rules == opened.kept.version) return std::nullopt;
    for (auto& one : store::list_forms(db, opened.edition.id))
        if (one.version == submitted->kept.rules) return std::move(one.form);
    return std::nullopt;
}

}  // namespace

void add_changes_of_questions(store::database& db, const my_entry& opened, pages::entry_view& view) {
    const auto before = find_form_of_then(db, opened);
    if (!before) return;
    for (const auto& change : workflow::list_form_changes(*before, opened.rules().form))
        view.changes.push_back(words_for(change));
    view.has_changes = !view.changes.empty();
    view.changes_mean = may_do(opened, workflow::entry_action::reopen)
                            ? t("The entry counts as it was submitted. To answer the questions as they are "
                                "now, reopen it and "
                                "submit it again until {deadline}.",
                                {{"deadline", acts::deadline_of(opened.row, opened.edition)}})
                            : t("The entry counts as it was submitted. There is nothing to do.");
}

void add_asked_before(store::database& db, const my_entry& opened, const acts::answers_of_entry& answers,
                      pages::entry_view& view) {
    for (const auto& one :
         acts::list_answers_before(db, opened.edition.id, opened.rules().form, acts::values_of(answers))) {
        const bool is_text = one.asked.kind == workflow::question_kind::long_text;
        view.asked_before.push_back({one.asked.label,
                                     is_text ? paragraphs_of(one.value) : std::vector{text_of_answer(one)},
                                     opened.href("sections/" + one.section + "/history")});
    }
    view.has_asked_before = !view.asked_before.empty();
}

std::vector<pages::phrase> paragraphs_of(std::string_view text) {
    std::vector<pages::phrase> paragraphs;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end != 0) paragraphs.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return paragraphs;
}

}  // namespace features
