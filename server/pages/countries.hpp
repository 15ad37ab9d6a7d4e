#pragma once
// Countries by ICU: ISO 3166-1 codes and the names that forms and printed addresses use. Knows no protocol: how a
// country is printed for one city ("Chinese Taipei") stands with that city.

#include <string>
#include <vector>

#include "server/pages/forms.hpp"

namespace pages {

// The common name in English, or the code itself when ISO 3166-1 does not know it.
std::string name_of_country(const std::string& code);

bool is_country_code(const std::string& code);

struct country {
    std::string code;  // ISO 3166-1 alpha-2
    std::string name;  // in English
};

// All countries, in the order of an English list of names.
const std::vector<country>& list_countries();

// The same for a list to choose from; the values are the codes.
std::vector<choice> country_choices(const std::string& chosen = "");

}  // namespace pages
