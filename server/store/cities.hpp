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
    std::optional<workflow::city_id> parent_id;
    std::optional<std::string> parent_name;
    std::string other_names;  // one a line
    std::optional<workflow::city_id> merged_into;
    int version;
};
BOOST_DESCRIBE_STRUCT(city_row, (),
                      (id, official_name, printed_name, country, printed_country, region, member, approved,
                       parent_id, parent_name, other_names, merged_into, version))

// By a part of one of its names or of the country's, whatever the accents and the case, or by one of these
// countries (ISO 3166-1); the whole list for an empty text. In the order of a dictionary (ICU), at most
// `most`, without those that were merged into another one.
std::vector<city_row> search_cities(database&, std::string_view text, int most,
                                    const std::vector<std::string>& countries = {});
city_row load_city(database&, workflow::city_id);
// E8: the one that has this official name, or the same in other letters (case, accents, blanks), in the
// country and the parent; also one that this role may not see.
std::optional<workflow::city_id> find_city_named(database&, std::string_view name, std::string_view country,
                                                 std::optional<workflow::city_id> parent);
// Those that may be the same, since a name of theirs is left the same without "city", "municipality" and the
// like: a hint for a person to look at.
std::vector<city_row> list_similar_cities(database&, workflow::city_id);
std::vector<city_row> list_similar_cities(database&, const std::vector<std::string>& names,
                                          std::string_view country);

struct city_proposal {
    std::string official_name, printed_name, country, printed_country, region;
    std::optional<workflow::city_id> parent;
};
// Waits for the secretariat's approval. Throws failure{constraint city_name_unique} when it is known.
workflow::city_id propose_city(database&, const city_proposal&, workflow::person_id);

// The person waits to be confirmed (E8). False when the person had asked before.
bool join_city(database&, workflow::city_id, workflow::person_id);
// Does anybody write for it, so that somebody of the city can confirm others?
bool has_applicants(database&, workflow::city_id);

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
// Turns down who waits, or ends the right of who is confirmed: nothing when there is no such person, else
// whether the person was confirmed. The secretariat's word ends the person's sessions too.
std::optional<bool> end_applicant(database&, workflow::city_id, workflow::person_id);

}  // namespace store
