#pragma once
// Entries as their city works on them: the row, its place (E1), its number, its deadline facts. A state
// changes in store/moves.hpp only; what the schema ties to a state is written here, before the move.

#include <map>

#include "server/store/database.hpp"
#include "server/store/states.hpp"
#include "workflow/states.hpp"

namespace store {

struct entry_row {
    workflow::entry_id id;
    workflow::edition_id edition_id;
    workflow::city_id city_id;
    workflow::category_id category_id;
    std::optional<int> number;
    std::optional<int> place;
    std::string title;
    workflow::entry_state state;
    int version;
    bool third_party;
    std::string provider_name;
    std::string returned_reason;
    std::optional<workflow::instant> return_due_at;
    std::string closing_reason;
    workflow::instant created_at;
    std::optional<workflow::instant> submitted_at;
    std::optional<int> current_version;
    std::string city_name;     // as it is printed
    std::string city_country;  // as it is printed
    std::string category_key;
    std::string category_name;
    std::optional<workflow::instant> extended_until;  // E4: the city's latest personal extension
    int other_places;                                 // places that the city's other entries hold (E1)
};
BOOST_DESCRIBE_STRUCT(entry_row, (),
                      (id, edition_id, city_id, category_id, number, place, title, state, version,
                       third_party, provider_name, returned_reason, return_due_at, closing_reason, created_at,
                       submitted_at, current_version, city_name, city_country, category_key, category_name,
                       extended_until, other_places))

// E4: the latest personal extension of a city.
std::optional<workflow::instant> find_extension(database&, workflow::edition_id, workflow::city_id);
// The latest extension of any city that the person may act for, by edition.
std::map<workflow::edition_id, workflow::instant> list_own_extensions(database&, workflow::person_id);

entry_row load_entry(database&, workflow::entry_id);
// The same, and until the end of the transaction nobody else changes it.
entry_row lock_entry(database&, workflow::entry_id);
// The same, and until the end of the transaction it stays in its state, while others may save answers too.
entry_row share_entry(database&, workflow::entry_id);

// The edition's drafts.
std::vector<entry_row> list_drafts(database&, workflow::edition_id);

// E9: those that a change of the questions concerns.
std::vector<entry_row> list_concerned_by_questions(database&, workflow::edition_id);

struct my_entry_row {
    workflow::entry_id id;
    std::string edition_key;
    std::string edition_name;
    workflow::edition_state edition_state;
    std::string zone;
    std::optional<workflow::instant> closes_at;
    int grace_minutes;
    workflow::city_id city_id;
    std::string city_name;
    std::string category_name;
    std::optional<int> number;
    std::string title;
    workflow::entry_state state;
    std::optional<workflow::instant> return_due_at;
    std::optional<workflow::instant> extended_until;
    bool has_certificate;
};
BOOST_DESCRIBE_STRUCT(my_entry_row, (),
                      (id, edition_key, edition_name, edition_state, zone, closes_at, grace_minutes, city_id,
                       city_name, category_name, number, title, state, return_due_at, extended_until,
                       has_certificate))
// Of all cities for which the acting person may act, the newest edition first.
std::vector<my_entry_row> list_my_entries(database&);
std::vector<my_entry_row> list_my_entries(database&, workflow::city_id);

struct new_entry {
    workflow::edition_id edition;
    workflow::city_id city;
    workflow::category_id category;
    std::string title;
    bool third_party = false;
    std::string provider_name;
};
workflow::entry_id add_entry(database&, const new_entry&, workflow::person_id);
// The city's drafts in the edition; until the end of the transaction nobody else begins one.
int count_drafts(database&, workflow::edition_id, workflow::city_id);

void set_title(database&, workflow::entry_id, std::string_view title);
void set_category(database&, workflow::entry_id, workflow::category_id);
void set_provider(database&, workflow::entry_id, bool third_party, std::string_view provider_name);
void set_closing_reason(database&, workflow::entry_id, std::string_view reason);

// What the secretariat asked for has no date any more: the city writes on its own account again.
void end_request(database&, workflow::entry_id);

// E1: gives the entry one of its city's places in the edition, or keeps the one it has; false when none is
// free.
bool take_place(database&, const entry_row&);
// What the schema demands of a submitted entry: number (kept, or the edition's next), version, instant.
void note_submitted(database&, const entry_row&, int version);

struct late_refusal_row {
    std::int64_t id;
    workflow::instant refused_at;
    workflow::instant deadline;
    bytes hash;
};
BOOST_DESCRIBE_STRUCT(late_refusal_row, (), (id, refused_at, deadline, hash))
late_refusal_row add_late_refusal(database&, const entry_row&, workflow::person_id, workflow::instant at,
                                  workflow::instant deadline, const bytes& hash);
std::vector<late_refusal_row> list_late_refusals(database&, workflow::entry_id);

// What was announced about an entry; nothing before the announcement.
struct result_row {
    std::string tier_name;
    prize_state state;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(result_row, (), (tier_name, state, note))
std::vector<result_row> list_results(database&, workflow::entry_id);
// Certificates of the entry that are in force.
struct own_certificate_row {
    workflow::certificate_id id;
    std::string serial;
    std::string kind;
};
BOOST_DESCRIBE_STRUCT(own_certificate_row, (), (id, serial, kind))
std::vector<own_certificate_row> list_own_certificates(database&, workflow::entry_id);

}  // namespace store
