#pragma once
// E6: what a file is, found from its content and never from its name: libmagic's word, and the marks that a
// whole file of that type has at its beginning and its end. Knows no limit.

#include <string>

#include "server/http/request.hpp"

namespace features {

// application/pdf, image/png, image/jpeg; anything else, and what only begins like one of them, is "unknown".
std::string find_media_type(const http::temporary_file&);

}  // namespace features
