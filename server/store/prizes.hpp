#pragma once
// The public result after the announcement, as the secretariat corrects it (P4). Rows are never deleted: a
// prize taken back stays, revoked, with its date and note.

#include "server/store/audit.hpp"
#include "server/store/states.hpp"

namespace store {

struct prize_line {
    std::int64_t id;
    workflow::category_id category_id;
    std::string category;
    workflow::tier_id tier_id;
    std::string tier;
    int tier_rank;
    int place;
    std::optional<workflow::entry_id> entry_id;
    std::optional<int> number;
    std::optional<workflow::city_id> city_id;
    std::string printed_city, printed_country, title;
    bool withheld;
    prize_state state;
    std::string note;
    workflow::instant changed_at;
    std::optional<workflow::decision_id> decision_id;
};
BOOST_DESCRIBE_STRUCT(prize_line, (),
                      (id, category_id, category, tier_id, tier, tier_rank, place, entry_id, number, city_id,
                       printed_city, printed_country, title, withheld, state, note, changed_at, decision_id))
// In the order of categories, tiers and places; revoked ones too.
std::vector<prize_line> list_prizes(database&, workflow::edition_id);

// The entry's prize that is given, revoked from now on. Throws not_found.
void revoke_prize(database&, workflow::edition_id, workflow::entry_id, std::string_view note,
                  workflow::decision_id);
// A prize for an entry that was promoted, with the names of now.
std::int64_t add_prize(database&, workflow::edition_id, workflow::category_id, workflow::tier_id, int place,
                       workflow::entry_id, std::string_view note, workflow::decision_id);
// The printed names: in the register where the entry stands in it, on the city and on the entry.
void correct_printed_names(database&, workflow::edition_id, workflow::entry_id, std::string_view city,
                           std::string_view country, std::string_view title, workflow::decision_id);

// The other entries of the entry's city in its edition: they are printed with the same name.
std::vector<workflow::entry_id> list_entries_beside(database&, workflow::entry_id);
// A prize of such an entry, as it is printed from now on.
void correct_printed_city(database&, workflow::edition_id, workflow::entry_id, std::string_view city,
                          std::string_view country, workflow::decision_id);

}  // namespace store
