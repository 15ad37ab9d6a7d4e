#pragma once
// Every page with made-up content, for the tests and for looking at them: build/*/preview/*.html.

#include <map>
#include <string>

#include "server/pages/render.hpp"

namespace pages_tests {

// The templates and assets of this build, in English and in the pseudo-language.
const pages::catalogue& all_pages();

// A frame of a signed-in applicant, or of the public.
pages::frame sample_frame(bool signed_in);

// Page name -> HTML, with every part of the page filled.
std::map<std::string, std::string> render_samples(const std::string& language);

}  // namespace pages_tests
