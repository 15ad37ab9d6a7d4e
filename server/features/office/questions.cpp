#include "server/features/office/questions.hpp"

#include "server/features/office/keeping.hpp"
#include "server/features/office/question_changes.hpp"
#include "server/store/moves.hpp"
#include "workflow/names.hpp"

#include <set>

namespace features {
namespace {

using pages::t;

std::vector<pages::choice> kind_choices() {
    return {{"short_text", t("One line"), {}, false, ""},  {"long_text", t("Paragraphs"), {}, false, ""},
            {"number", t("Number"), {}, false, ""},        {"choice", t("Choice"), {}, false, ""},
            {"email", t("E-mail address"), {}, false, ""}, {"url", t("Web address"), {}, false, ""},
            {"phone", t("Telephone"), {}, false, ""},      {"yes_no", t("Yes or no"), {}, false, ""}};
}

std::string joined(const std::vector<std::string>& choices) {
    std::string text;
    for (const auto& one : choices) text += (text.empty() ? "" : "\n") + one;
    return text;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> choices;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        const auto begins = text.find_first_not_of(" \t", from);
        if (begins != std::string::npos && begins < end) choices.push_back(text.substr(begins, end - begins));
        from = end + 1;
    }
    return choices;
}

// The keys of the questions outside this section.
std::set<std::string> keys_of(const workflow::entry_form& form, std::string_view but_section) {
    std::set<std::string> keys;
    for (const auto& section : form.sections)
        if (section.key != but_section)
            for (const auto& question : section.questions) keys.insert(question.key);
    return keys;
}

const workflow::form_section& section_of(const workflow::rule_set& rules, std::string_view key) {
    for (const auto& section : rules.form.sections)
        if (section.key == key) return section;
    throw store::not_found{};
}

pages::field_group question_group(const visit& visit, const workflow::question* kept, bool is_back,
                                  std::size_t row) {
    const auto given = [&](const char* name, const std::string& value) {
        return is_back ? row_field(visit, name, row) : value;
    };
    const auto is_on = [&](const char* name, bool value) {
        return is_back ? visit.has_field(numbered(name, row)) : value;
    };
    pages::field_group group;
    group.legend = t("Question {number}", {{"number", std::to_string(row)}});
    group.fields = {
        line(numbered("label", row), t("Question"), given("label", kept ? kept->label : "")),
        line(numbered("hint", row), t("Hint"), given("hint", kept ? kept->hint : "")),
        choose(numbered("kind", row), t("Kind of answer"), kind_choices(),
               given("kind", kept ? std::string(workflow::name_of(kept->kind)) : "long_text"), {}, false),
        line(numbered("words", row), t("Words, at most"),
             given("words", std::to_string(kept ? kept->word_limit : 0)), t("0: no limit"), "5"),
        lines(numbered("choices", row), t("Choices"),
              is_back ? visit.text(numbered("choices", row)) : (kept ? joined(kept->choices) : ""), 3,
              t("For a choice: one a line.")),
        tick(numbered("required", row), t("Has to be answered"), is_on("required", kept && kept->required)),
        tick(numbered("agree", row), t("Can only be answered with yes (a declaration)"),
             is_on("agree", kept && kept->must_agree)),
        tick(numbered("names", row), t("Says who wrote it: judges do not see the answer"),
             is_on("names", kept && kept->names_the_applicant))};
    return group;
}

pages::office_form section_form(const visit& visit, const workflow::edition& edition,
                                const workflow::form_section& section, bool is_back) {
    auto form = set_up_form(
        visit, edition, "/set-up/questions/" + section.key,
        {line("title", t("Title"), is_back ? visit.field("title") : section.title),
         lines("help", t("Text under the title"), is_back ? visit.text("help") : section.help, 3)});
    const auto rows = is_back ? count_rows(visit, "label") : section.questions.size() + 1;
    for (std::size_t row = 1; row <= rows; ++row) {
        const auto* kept =
            !is_back && row <= section.questions.size() ? &section.questions[row - 1] : nullptr;
        form.hidden.push_back(
            {numbered("key", row), is_back ? row_field(visit, "key", row) : (kept ? kept->key : "")});
        form.groups.push_back(question_group(visit, kept, is_back, row));
    }
    return form;
}

workflow::question read_question(visit& visit, pages::office_form& form, std::size_t row,
                                 const std::vector<store::kept_form>& earlier, std::set<std::string>& taken) {
    workflow::question question;
    question.label = row_field(visit, "label", row);
    question.key = row_field(visit, "key", row);
    if (question.key.empty())
        question.key = key_of_question(
            earlier, taken, key_of(question.label, "question_" + std::to_string(row)), question.label);
    else
        while (!taken.insert(question.key).second) question.key += "_" + std::to_string(row);
    question.hint = row_field(visit, "hint", row);
    if (const auto kind = workflow::find_named<workflow::question_kind>(row_field(visit, "kind", row)))
        question.kind = *kind;
    else
        mark(visit, form, numbered("kind", row), t("Choose one of the kinds."));
    const auto words = visit.find_number(numbered("words", row));
    if (!words || *words < 0 || *words > 5000)
        mark(visit, form, numbered("words", row), t("Enter a number from 0 to 5000."));
    question.word_limit = static_cast<int>(words.value_or(0));
    question.choices = split(visit.text(numbered("choices", row)));
    if (question.kind == workflow::question_kind::choice && question.choices.size() < 2)
        mark(visit, form, numbered("choices", row), t("Give at least two choices, one a line."));
    question.required = visit.has_field(numbered("required", row));
    question.must_agree = visit.has_field(numbered("agree", row));
    question.names_the_applicant = visit.has_field(numbered("names", row));
    return question;
}

pages::office_form new_section_form(const visit& visit, const workflow::edition& edition) {
    auto form = set_up_form(visit, edition, "/set-up/questions",
                            {line("title", t("Title of a new section"), visit.field("title"))});
    form.buttons.front().text = t("Add the section");
    form.buttons.front().kind = "secondary";
    return form;
}

}  // namespace

http::response show_form_questions(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;
    auto view =
        rules_page(visit, db, edition, t("Questions of the entry form"), new_section_form(visit, edition));
    pages::office_block list;
    if (view.blocks.back().form->closed)
        view.blocks.pop_back();
    else
        list.warning = warning_of_entries(db, edition);
    pages::task_list tasks;
    for (const auto& section : rules.form.sections)
        tasks.tasks.push_back(
            {section.title,
             office_url(edition, "/set-up/questions/") + section.key,
             section.help,
             {t("{count} questions", {{"count", std::to_string(section.questions.size())}}), "grey"}});
    list.tasks = std::move(tasks);
    view.blocks.insert(view.blocks.begin(), std::move(list));
    return office_page(visit, view);
}

http::response add_section(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto rules = store::load_rules(db, edition.id).rules;
    auto form = new_section_form(visit, edition);
    is_readable(visit, form, 200);
    const auto title = visit.field("title");
    if (title.empty()) mark(visit, form, "title", t("Enter a title."));
    const auto key = key_of(title, "section");
    for (const auto& section : rules.form.sections)
        if (section.key == key) mark(visit, form, "title", t("There is a section of this title already."));
    auto taken = keys_of(rules.form, key);
    const auto first = key_of_question(store::list_forms(db, edition.id), taken, key + "_1", title);
    rules.form.sections.push_back({key, title, "", {{first, title, "", workflow::question_kind::long_text}}});
    const auto saved = new_section_form(visit, edition);
    return keep_rules(visit, db, edition, rules, t("Questions of the entry form"), std::move(form), saved,
                      office_url(edition, "/set-up/questions/") + key);
}

http::response show_section(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto rules = store::load_rules(db, edition.id).rules;
    const auto& section = section_of(rules, visit.request.parameter("section"));
    auto view = rules_page(visit, db, edition, section.title, section_form(visit, edition, section, false));
    if (!view.blocks.back().form->closed) {
        view.blocks.front().warning = warning_of_entries(db, edition);
        view.lead = t("Empty a question to remove it; a section without a question is removed.");
    }
    return office_page(visit, view);
}

http::response save_section(visit& visit, store::database& db) {
    store::lock_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    auto rules = store::load_rules(db, edition.id).rules;
    auto section = section_of(rules, visit.request.parameter("section"));
    auto form = section_form(visit, edition, section, true);
    const auto saved = section_form(visit, edition, section, false);
    is_readable(visit, form, 4000);
    section.title = visit.field("title");
    section.help = visit.text("help");
    if (section.title.empty()) mark(visit, form, "title", t("Enter a title."));
    auto taken = keys_of(rules.form, section.key);
    section.questions.clear();
    const auto earlier = store::list_forms(db, edition.id);
    for (std::size_t row = 1; row <= count_rows(visit, "label"); ++row)
        if (!row_field(visit, "label", row).empty())
            section.questions.push_back(read_question(visit, form, row, earlier, taken));
    auto& sections = rules.form.sections;
    const auto where = std::find_if(sections.begin(), sections.end(),
                                    [&](const auto& one) { return one.key == section.key; });
    if (section.questions.empty())
        sections.erase(where);
    else
        *where = section;
    return keep_rules(visit, db, edition, rules, section.title, std::move(form), saved,
                      office_url(edition, "/set-up/questions"));
}

}  // namespace features
