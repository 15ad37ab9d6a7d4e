#pragma once
// The multi-section form of an entry, as the edition's rules ask it: one page for each section, saved whole
// or field by field while it is typed (E2). Knows no submission and no file.

#include "server/features/city/entry.hpp"
#include "workflow/form.hpp"

namespace features {

// A page of the form: a section of workflow::whole_form().
using form_page = workflow::form_section;
std::vector<form_page> form_pages(const my_entry&);
// The page of a key; null when there is none.
const form_page* find_page(const std::vector<form_page>&, std::string_view key);

// The name of the form's field, which is its id too: "title", "answer.summary".
std::string field_name(std::string_view question);
// The question of a key, with its label; null when the form does not ask it.
const workflow::question* find_asked(const std::vector<form_page>&, std::string_view question);

// The question in words; what the service asks by itself is translated, the rules' words are shown as they
// are.
pages::phrase label_of(const workflow::question&);
// A field for any kind of question, with the words counted.
pages::field field_for(const my_entry&, const workflow::question&, std::string value, pages::phrase error);

// A reason why an answer cannot even be kept: not text, longer than any answer, not among the choices.
std::optional<workflow::refusal> find_unstorable(const workflow::question&, std::string_view value);

}  // namespace features
