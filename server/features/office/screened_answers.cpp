#include "server/features/office/screened_answers.hpp"

#include "server/acts/questions.hpp"
#include "server/features/frame/questions_then.hpp"
#include "workflow/form.hpp"
#include "workflow/state_sets.hpp"

namespace features {
namespace {

using pages::t;

pages::answer_shown shown_answer(const std::string& question, const std::string& text) {
    return {question, text.empty() ? t("(not answered)") : pages::phrase(text)};
}

// By the form as it is, of an entry that its city is writing.
std::vector<pages::office_block> blocks_of_form(const workflow::entry_form& form,
                                                const workflow::answers& answers) {
    std::vector<pages::office_block> blocks;
    for (const auto& section : form.sections) {
        auto& block = blocks.emplace_back();
        block.heading = section.title;
        for (const auto& asked : section.questions) {
            const auto given = answers.find(asked.key);
            block.answers.push_back(shown_answer(asked.label, given == answers.end() ? "" : given->second));
        }
    }
    return blocks;
}

// As it was submitted, in the words of the form of then (E9).
std::vector<pages::office_block> blocks_of_version(const store::kept_version& version) {
    std::vector<pages::office_block> blocks;
    std::string_view section;
    for (const auto& one : version.fields) {
        if (workflow::is_own_question(one.key)) continue;
        if (blocks.empty() || section != one.section) blocks.emplace_back().heading = one.section_title;
        section = one.section;
        blocks.back().answers.push_back(shown_answer(one.label, one.value));
    }
    return blocks;
}

// The questions of a version, which has a place for every answer that it holds.
workflow::entry_form form_of(const store::kept_version& version) {
    workflow::entry_form form;
    auto& section = form.sections.emplace_back();
    for (const auto& one : version.fields) section.questions.push_back({one.key, one.label, ""});
    return form;
}

}  // namespace

std::vector<pages::office_block> answers_blocks(store::database& db, const workflow::edition& edition,
                                                const store::screened_entry& entry) {
    workflow::answers answers;
    for (const auto& one : store::list_screened_answers(db, entry.id)) answers[one.question] = one.value;
    auto form = store::load_rules(db, edition.id).rules.form;
    std::vector<pages::office_block> blocks;
    const bool is_written = is_among(entry.state, workflow::entry_states::not_complete);
    if (const auto submitted = is_written || !entry.current_version
                                   ? std::nullopt
                                   : store::find_version(db, entry.id, *entry.current_version)) {
        blocks = blocks_of_version(submitted->kept);
        form = form_of(submitted->kept);
    } else {
        blocks = blocks_of_form(form, answers);
    }
    pages::office_block before;
    before.heading = t("Asked before");
    for (const auto& one : acts::list_answers_before(db, edition.id, form, answers))
        before.answers.push_back({one.asked.label, text_of_answer(one)});
    if (!before.answers.empty()) blocks.push_back(std::move(before));
    return blocks;
}

}  // namespace features
