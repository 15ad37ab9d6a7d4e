#pragma once
// What only the demonstration does: telling of the past; is the database still empty; many people or cities
// at once. No other part of the product includes it (rooms.only_the_demonstration_tells_of_another_time).

#include "config/edition_file.hpp"
#include "server/store/database.hpp"

namespace store {

// A connection whose clocks can be set, for the history of a demonstration. The service's are not of this
// type.
class database_of_the_past : public database {
public:
    using database::database;
    // To the end of the transaction. Audit events that are written meanwhile say that they are a
    // demonstration's, and when they were written.
    void tell_as_of(workflow::instant at) { stand_at(at); }
};

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
