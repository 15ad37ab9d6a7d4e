#pragma once
// What the public may read, one or two questions for a page, under the role wego_public: row-level security
// shows nothing of a result before the announcement (P3), so that nothing here asks whether it may be told.

#include "server/store/editions.hpp"
#include "workflow/decision_kind.hpp"

namespace store {

// One line of the list of editions. The counts are zero until the edition is announced.
struct public_edition_line {
    std::string key;
    int year;
    std::string name;
    std::string theme;
    workflow::edition_state state;
    std::int64_t prizes;
    std::int64_t cities;
};
BOOST_DESCRIBE_STRUCT(public_edition_line, (), (key, year, name, theme, state, prizes, cities))
std::vector<public_edition_line> list_public_editions(database&);

// The edition whose result was announced last.
std::optional<workflow::edition_id> find_newest_announced(database&);

// The result as it was announced, in the order of categories, tiers and places: one row for each winner, a
// category without a prize not at all. `tier_rank` 1 is the highest.
struct public_prize {
    workflow::category_id category_id;
    std::string category, category_description, tier;
    int tier_rank;
    int place;
    std::optional<workflow::city_id> city_id;
    std::string printed_city, printed_country, title;
    bool withheld, revoked;
    std::string note;
    workflow::instant changed_at;
};
BOOST_DESCRIBE_STRUCT(public_prize, (),
                      (category_id, category, category_description, tier, tier_rank, place, city_id,
                       printed_city, printed_country, title, withheld, revoked, note, changed_at))
std::vector<public_prize> list_public_prizes(database&, workflow::edition_id);

// What the secretariat wrote for the public about its decisions, the oldest first.
struct public_note {
    workflow::decision_kind kind;
    std::string note;
};
BOOST_DESCRIBE_STRUCT(public_note, (), (kind, note))
std::vector<public_note> list_public_notes(database&, workflow::edition_id);

struct public_city {
    std::string printed_name, printed_country;
    bool member;
    std::optional<workflow::city_id> merged_into;  // the city that has everything of this one
};
BOOST_DESCRIBE_STRUCT(public_city, (), (printed_name, printed_country, member, merged_into))
public_city load_public_city(database&, workflow::city_id);

// A city's awarded projects, the newest first.
struct public_award {
    std::string edition_key, edition_name, category, tier;
    int tier_rank;
    std::string title, summary;
    bool revoked, shared;
    std::string note;
    workflow::instant changed_at;
};
BOOST_DESCRIBE_STRUCT(public_award, (),
                      (edition_key, edition_name, category, tier, tier_rank, title, summary, revoked, shared,
                       note, changed_at))
std::vector<public_award> list_city_awards(database&, workflow::city_id);

// Throws when the database does not answer.
void check_answers(database&);

}  // namespace store
