#pragma once
// The form of an entry as it is asked: the rules' sections, and in the first one what the service asks by
// itself, whatever the rules say. Used by the form's pages, by the check at submission and by the version
// that is kept.

#include <string_view>
#include <vector>

#include "workflow/edition.hpp"
#include "workflow/rules.hpp"

namespace workflow {

// `categories` are the choices of the question `category`. The service's own labels are English; pages
// translate them.
std::vector<form_section> whole_form(const rule_set&, const std::vector<category>& categories);

// E8: the questions whose answers are the addresses of the entry's contact: e-mail, about the applicant.
std::vector<std::string> contact_questions(const entry_form&);

// True for the questions that the service asks: title, category, third_party, provider_name. Their answers
// stand in the entry itself.
bool is_own_question(std::string_view key);

}  // namespace workflow
