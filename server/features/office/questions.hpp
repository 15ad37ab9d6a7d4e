#pragma once
// Setting up the form's sections and questions.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_form_questions, add_section, show_section, save_section;

}  // namespace features
