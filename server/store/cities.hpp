#pragma once
// Cities and who may act for them. Asked by the applicants' pages under the role wego_applicant: what a
// person sees of others' membership is decided by row-level security, not here.

#include "server/store/database.hpp"

namespace store {

struct city_row {
    workflow::city_id id;
    std::string official_name;
    std::string printed_name;
    std::string country;
    std::string printed_country;
    std::string region;
    bool member;
    bool approved;
    std::optional<std::string> parent_name;
};
BOOST_DESCRIBE_STRUCT(city_row, (),
                      (id, official_name, printed_name, country, printed_country, region, member, approved,
                       parent_name))

// By a part of the name or of the country, whatever the accents and the case; the whole list for an empty
// text. In the order of a dictionary (ICU), at most `most`.
std::vector<city_row> search_cities(database&, std::string_view text, int most);
city_row load_city(database&, workflow::city_id);

struct city_proposal {
    std::string official_name, printed_name, country, printed_country, region;
    std::optional<workflow::city_id> parent;
};
// Waits for the secretariat's approval. Throws failure{constraint city_name_unique} when it is known.
workflow::city_id propose_city(database&, const city_proposal&, workflow::person_id);

// True when the person is confirmed at once, being the first; else one of the city's applicants has to
// confirm. Nothing when the person had asked before.
std::optional<bool> join_city(database&, workflow::city_id, workflow::person_id);

struct my_city_row {
    workflow::city_id id;
    std::string printed_name;
    std::string printed_country;
    bool approved;
    bool confirmed;  // the person may act for it
    int waiting;     // others who wait for a confirmation
};
BOOST_DESCRIBE_STRUCT(my_city_row, (), (id, printed_name, printed_country, approved, confirmed, waiting))
std::vector<my_city_row> list_my_cities(database&, workflow::person_id);

struct applicant_row {
    workflow::person_id person_id;
    std::string name;
    std::string email;
    std::string language;
    workflow::instant added_at;
    std::optional<workflow::instant> confirmed_at;
};
BOOST_DESCRIBE_STRUCT(applicant_row, (), (person_id, name, email, language, added_at, confirmed_at))
// Those who wait first.
std::vector<applicant_row> list_applicants(database&, workflow::city_id);
// False when nobody of this number waits for this city.
bool confirm_applicant(database&, workflow::city_id, workflow::person_id);
bool decline_applicant(database&, workflow::city_id, workflow::person_id);

}  // namespace store
