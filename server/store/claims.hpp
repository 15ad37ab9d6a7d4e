#pragma once
// Cities and their people as the secretariat sees them (E8): who waits to be confirmed, what was proposed,
// who is named as a contact, what two cities have in common. Asked under wego_secretariat, but for
// load_claimant().

#include "server/store/audit.hpp"
#include "server/store/cities.hpp"
#include "workflow/states.hpp"

#include <map>

namespace store {

// Who waits for a city, the oldest first.
struct claim_row {
    workflow::city_id city_id;
    std::string city, country;
    workflow::person_id person_id;
    std::string name, email;
    workflow::instant added_at;
    int confirmed;  // others who write for the city already
    bool city_is_approved;
};
BOOST_DESCRIBE_STRUCT(claim_row, (),
                      (city_id, city, country, person_id, name, email, added_at, confirmed, city_is_approved))
std::vector<claim_row> list_claims(database&, int most);
std::int64_t count_claims(database&);

// Proposed and not yet approved, the oldest first. `alike`: others that may be the same city.
struct proposed_city {
    workflow::city_id id;
    std::string official_name, printed_name, country;
    std::optional<std::string> proposed_by;
    int alike;
};
BOOST_DESCRIBE_STRUCT(proposed_city, (), (id, official_name, printed_name, country, proposed_by, alike))
std::vector<proposed_city> list_proposed_cities(database&, int most);
std::int64_t count_proposed_cities(database&);

// Cities with people or entries; `contacts`: the addresses that their entries of the edition give by these
// questions, "a@b.example, c@d.example". `search` as in search_cities().
struct city_line {
    workflow::city_id id;
    std::string printed_name, country;
    bool approved;
    int people, waiting, entries;
    std::string contacts;
};
BOOST_DESCRIBE_STRUCT(city_line, (),
                      (id, printed_name, country, approved, people, waiting, entries, contacts))
struct city_filter {
    std::string search;
    std::vector<std::string> countries;
    std::vector<std::string> contact_questions;
    int most = 50, skip = 0;
};
std::vector<city_line> list_office_cities(database&, workflow::edition_id, const city_filter&);
std::int64_t count_office_cities(database&, workflow::edition_id, const city_filter&);

// The entries of the city in the edition, drafts too: their numbers are identities.
struct city_entry {
    workflow::entry_id id;
    std::string title;
    workflow::entry_state state;
};
BOOST_DESCRIBE_STRUCT(city_entry, (), (id, title, state))
std::vector<city_entry> list_entries_of_city(database&, workflow::edition_id, workflow::city_id);

struct claimant {
    std::string name, email;
};
BOOST_DESCRIBE_STRUCT(claimant, (), (name, email))
// In a role that may know people.
claimant load_claimant(database&, workflow::person_id);

// The cities that these people write for, or have asked to: "Seoul, Songpa". Who has none is not among them.
std::map<workflow::person_id, std::string> list_own_cities(database&,
                                                           const std::vector<workflow::person_id>&);
// The acting person writes for it, or has asked to.
bool is_own_city(database&, workflow::city_id);

// The secretariat's words for a city, from the expected version; `other_names` one a line. Throws stale_row,
// and failure{constraint city_name_unique} where another one has the name.
struct city_words {
    std::string official_name, printed_name, country, printed_country, region, other_names;
};
void correct_city(database&, const author&, workflow::city_id, int version, const city_words&);

// How many entries a city may have in an edition in which the two together have more; nothing while there is
// none.
std::optional<int> find_exceeded_limit(database&, workflow::city_id, workflow::city_id);
void merge_cities(database&, workflow::city_id duplicate, workflow::city_id kept);
// Those that are not over in which it has entries.
std::vector<workflow::edition_id> list_editions_of_city(database&, workflow::city_id);

}  // namespace store
