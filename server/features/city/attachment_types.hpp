#pragma once
// E6: what a file is, found from its content and never from its name: libmagic's word, the marks that a whole
// file of that type has at its beginning and its end, and for a PDF what qpdf can open. Knows no limit.

#include <optional>
#include <string>

#include "server/http/request.hpp"
#include "workflow/refusal.hpp"

namespace features {

// application/pdf, image/png, image/jpeg; anything else in libmagic's words, for the refusal. `wrong`: it is
// one of these, and yet nobody could read it.
struct found_file {
    std::string media_type;
    std::optional<workflow::refusal> wrong;
};
found_file look_into(const http::temporary_file&);

// The name with the ending of this type, so that it opens where it is saved: "plan.docx" that is a PDF
// becomes "plan.pdf".
std::string name_by_type(std::string name, std::string_view media_type);

}  // namespace features
