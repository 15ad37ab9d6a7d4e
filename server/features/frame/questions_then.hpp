#pragma once
// E9: questions that changed after they were answered, in words: what changed, and what was answered then.
// For the pages of the secretariat and of the city.

#include "server/pages/display.hpp"
#include "workflow/form_changes.hpp"

namespace features {

pages::phrase words_for(const workflow::form_change&);
// The answer as its form showed it: the words of a choice, "Yes" for yes.
pages::phrase text_of_answer(const workflow::answer_before&);

}  // namespace features
