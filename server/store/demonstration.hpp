#pragma once
// What only the demonstration asks: is the database still empty, and many people or cities at once.

#include "config/edition_file.hpp"
#include "server/store/database.hpp"

namespace store {

// True when there is an edition, whoever may see it.
bool has_edition(database&);

// The numbers of these cities, in their order, under the role wego_secretariat. Throws std::logic_error when
// one is not there.
std::vector<workflow::city_id> list_cities_named(database&, const std::vector<config::city_line>&);

// People who act for a city without an account of their own, under the role wego_access; in the order of the
// names.
std::vector<workflow::person_id> add_people(database&, const std::vector<std::string>& names,
                                            const std::vector<std::string>& addresses);

}  // namespace store
