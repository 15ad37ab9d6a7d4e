#pragma once
// The end of an account: what keeps it from being closed, whom it leaves alone, and the closing. The secrets
// and sessions of an account are in people.hpp.

#include "server/store/database.hpp"

namespace store {

// The parts that keep an account from being closed: memberships in force (of every edition: without one), and
// the panels of editions that are not over.
struct account_part {
    bool is_office;
    std::optional<std::string> edition;
};
BOOST_DESCRIBE_STRUCT(account_part, (), (is_office, edition))
std::vector<account_part> list_account_parts(database&, workflow::person_id);
// Cities with entries in editions that are not over, for which nobody else writes. In the clock's role.
struct city_left_alone {
    workflow::edition_id edition_id;
    workflow::city_id city_id;
    std::string city;
};
BOOST_DESCRIBE_STRUCT(city_left_alone, (), (edition_id, city_id, city))
std::vector<city_left_alone> list_cities_left_alone(database&, workflow::person_id);
// Ends the person's memberships in every secretariat, in their own name.
void leave_every_office(database&, workflow::person_id);
// The password goes, the address is free again, and the database ends sessions, links and claims with it.
// Throws failure{constraint account_ends_after_its_parts}.
void close_account(database&, workflow::person_id);

}  // namespace store
