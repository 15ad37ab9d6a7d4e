#pragma once
// An edition from a file that a person wrote (config/edition_file.hpp): the edition with its rules, the
// cities that the file names, and the judges who have an address. Used by the office's import form and by
// `edition import`.

#include "config/edition_file.hpp"
#include "server/store/editions.hpp"

namespace acts {

// The common name of a country, by its code (ISO 3166-1).
using country_namer = std::string (*)(const std::string& code);

// A new edition in the state planned; cities that are known stay as they are. Nobody is invited: that is a
// person's to do. A city is printed with the country that it names, or that the file prints for others of
// that country, or its common name. Throws store::failure{edition_slug_unique} when the edition is there
// already.
workflow::edition_id import_edition(store::database&, const store::author&, const config::loaded_edition&,
                                    country_namer);

}  // namespace acts
