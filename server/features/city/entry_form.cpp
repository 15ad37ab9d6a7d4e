#include "server/features/city/entry_form.hpp"

#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::question;
using workflow::question_kind;

// A list that is longer goes into a select.
constexpr std::size_t most_radios = 8;

pages::phrase hint_of(const question& asked) {
    return workflow::is_own_question(asked.key) && !asked.hint.empty() ? t(asked.hint)
                                                                       : pages::phrase(asked.hint);
}

pages::field choice_of(const question& asked, std::vector<pages::choice> choices, const std::string& value,
                       pages::phrase error) {
    for (auto& one : choices) one.chosen = one.value == value;
    const auto name = field_name(asked.key);
    if (choices.size() > most_radios)
        return pages::select_field{name, label_of(asked), hint_of(asked), error, std::move(choices)};
    pages::radio_field radios{{name, label_of(asked), hint_of(asked), error, std::move(choices)}};
    radios.side_by_side = asked.kind == question_kind::yes_no;
    pages::number_choices(radios);
    return radios;
}

// What a line and an area of text have in common.
template <class Field>
Field written(const question& asked, std::string value, pages::phrase error) {
    Field field;
    field.name = field_name(asked.key);
    field.label = label_of(asked);
    field.hint = hint_of(asked);
    field.error = std::move(error);
    field.value = std::move(value);
    field.optional_answer = !asked.required;
    return field;
}

pages::text_field line_of(const question& asked, std::string value, pages::phrase error) {
    auto line = written<pages::text_field>(asked, std::move(value), std::move(error));
    switch (asked.kind) {
        case question_kind::number: line.inputmode = "decimal", line.width = "10"; break;
        case question_kind::email: line.type = "email", line.autocomplete = "email"; break;
        case question_kind::url: line.type = "url", line.inputmode = "url"; break;
        case question_kind::phone: line.type = "tel", line.autocomplete = "tel", line.width = "20"; break;
        default: break;
    }
    return line;
}

pages::text_area area_of(const question& asked, std::string value, pages::phrase error) {
    auto area = written<pages::text_area>(asked, std::move(value), std::move(error));
    area.rows = asked.word_limit > 200 ? 12 : 8;
    if (asked.word_limit > 0) area.word_limit = asked.word_limit;
    area.words = static_cast<int>(words_of(area.value));
    return area;
}

}  // namespace

std::vector<form_page> form_pages(const my_entry& opened) {
    return workflow::whole_form(opened.rules(), opened.edition.categories);
}

const form_page* find_page(const std::vector<form_page>& all, std::string_view key) {
    for (const auto& one : all)
        if (one.key == key) return &one;
    return nullptr;
}

std::string field_name(std::string_view key) {
    return workflow::is_own_question(key) ? std::string(key) : "answer." + std::string(key);
}

const question* find_asked(const std::vector<form_page>& asked, std::string_view key) {
    for (const auto& page : asked)
        for (const auto& one : page.questions)
            if (one.key == key) return &one;
    return nullptr;
}

pages::phrase label_of(const question& asked) {
    return workflow::is_own_question(asked.key) ? t(asked.label) : pages::phrase(asked.label);
}

pages::field field_for(const my_entry& opened, const question& asked, std::string value,
                       pages::phrase error) {
    if (asked.kind == question_kind::long_text) return area_of(asked, std::move(value), std::move(error));
    if (asked.kind == question_kind::yes_no && asked.must_agree)
        return pages::tick_field{field_name(asked.key), label_of(asked), error, "yes", value == "yes"};
    if (asked.kind == question_kind::yes_no)
        return choice_of(asked, {{"yes", t("Yes"), {}, false, ""}, {"no", t("No"), {}, false, ""}}, value,
                         error);
    if (asked.kind != question_kind::choice) return line_of(asked, std::move(value), error);
    std::vector<pages::choice> choices;
    for (const auto& one : asked.choices) choices.push_back({one, one, {}, false, ""});
    if (asked.key == "category")
        for (std::size_t i = 0; i < choices.size(); ++i) {
            choices[i].text = opened.edition.categories[i].name;
            choices[i].hint = opened.edition.categories[i].description;
        }
    return choice_of(asked, std::move(choices), value, error);
}

std::optional<workflow::refusal> find_unstorable(const question& asked, std::string_view value) {
    auto lenient = asked;
    lenient.required = false;
    lenient.must_agree = false;
    lenient.word_limit = 0;
    const auto problem = workflow::check_answer("", lenient, value, words_of);
    if (!problem) return std::nullopt;
    using enum workflow::refusal_code;
    const bool is_kept =
        problem->code != answer_too_long && problem->code != not_a_choice && problem->code != not_yes_or_no;
    // A line break in a one-line answer can be mended by its writer later, too.
    if (is_kept) return std::nullopt;
    return workflow::refusal{problem->code, problem->particulars};
}

}  // namespace features
