#pragma once
// A form of the office that somebody else saved in between: both texts of each field, and the next save. Used
// by the forms that carry a version.

#include "server/features/office/page.hpp"

namespace features {

// What was saved in between stands beside each field of the typed form that differs from it, and the form's
// next save is based on `version`. Answer it with 409. A field that `saved` has not counts as emptied.
void mark_stale(visit&, pages::office_form& typed, const pages::office_form& saved, int version);

}  // namespace features
