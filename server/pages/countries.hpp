#pragma once
// Countries by ICU: ISO 3166-1 codes and their common names in a language. Knows no protocol: how a country
// is printed for one city ("Chinese Taipei") stands with that city.

#include <string>
#include <vector>

#include "server/pages/forms.hpp"

namespace pages {

// The common name in English, or in that language (BCP 47); the code itself when ISO 3166-1 does not know it.
std::string name_of_country(const std::string& code);
std::string name_of_country(const std::string& code, const std::string& language);

bool is_country_code(const std::string& code);

// The codes of the countries that have this text in a name of theirs, in English or in the language that most
// people speak there, whatever the accents and the case: "turkiye", "Deutschland". None for an empty text.
std::vector<std::string> countries_named(const std::string& text);

// All countries for a list to choose from, by name in that language (BCP 47) and in its order; the values are
// the codes (ISO 3166-1 alpha-2).
std::vector<choice> country_choices(const std::string& language, const std::string& chosen = "");

}  // namespace pages
