#pragma once
// E9: what an entry's page says where the questions have changed: since it was submitted, and what was
// answered to questions that are gone. Knows no move and no form.

#include "server/features/city/entry.hpp"

namespace features {

void add_changes_of_questions(store::database&, const my_entry&, pages::entry_view&);
void add_asked_before(store::database&, const my_entry&, const acts::answers_of_entry&, pages::entry_view&);
// A text as a page shows it, without its empty lines.
std::vector<pages::phrase> paragraphs_of(std::string_view text);

}  // namespace features
