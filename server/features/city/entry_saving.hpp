#pragma once
// The pages of an entry's form: shown, saved as a whole, saved field by field as they are typed (E2).

#include "server/features/frame/visit.hpp"

namespace features {

feature show_form_page, save_form_page, save_field;

}  // namespace features
