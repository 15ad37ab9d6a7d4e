#include "workflow/form.hpp"

namespace workflow {

namespace {

std::vector<question> own_questions(const std::vector<category>& categories) {
    question title{"title",
                   "Title of the project",
                   "As it is to be printed if you win. At most 30 words.",
                   question_kind::short_text,
                   true,
                   30};
    question category{"category", "Category", "One project is entered in one category.",
                      question_kind::choice, true};
    for (const auto& one : categories) category.choices.push_back(one.key);
    question third{
        "third_party", "Does somebody else enter the project for the city?",
        "For example a company or a university. Then the city's letter of approval has to be attached.",
        question_kind::yes_no, false};
    question provider{"provider_name", "Who enters it for the city?", "Only if somebody else does.",
                      question_kind::short_text, false};
    return {title, category, third, provider};
}

}  // namespace

std::vector<form_section> whole_form(const rule_set& rules, const std::vector<category>& categories) {
    auto sections = rules.form.sections;
    auto own = own_questions(categories);
    for (auto& section : sections)
        if (section.key == "project") {
            section.questions.insert(section.questions.begin(), own.begin(), own.end());
            return sections;
        }
    sections.insert(sections.begin(), form_section{"project", "The project", "", std::move(own)});
    return sections;
}

std::vector<std::string> contact_questions(const entry_form& form) {
    std::vector<std::string> keys;
    for (const auto& section : form.sections)
        for (const auto& asked : section.questions)
            if (asked.kind == question_kind::email && asked.names_the_applicant) keys.push_back(asked.key);
    return keys;
}

bool is_own_question(std::string_view key) {
    return key == "title" || key == "category" || key == "third_party" || key == "provider_name";
}

}  // namespace workflow
