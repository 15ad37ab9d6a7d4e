#pragma once
// How one reader reads: texts in a language, dates and numbers as that language writes them, times in the
// edition's zone. The renderer makes one for each page. Knows no template.

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/pages/value.hpp"

namespace pages {

// `language` is one that is loaded; `say` translates one of our own texts into it.
std::unique_ptr<reader_words> make_reader(std::string language, std::string zone,
                                          std::function<std::string(std::string_view)> say);

}  // namespace pages
