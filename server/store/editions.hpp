#pragma once
// Editions with their categories and tiers. Used by nearly every feature, the clock and the demonstration. An
// edition's rules and the instants of its calendar have headers of their own, which this one brings along.

#include "server/store/edition_calendar.hpp"
#include "server/store/rules.hpp"
#include "workflow/edition.hpp"

namespace store {

// Whole, with categories and tiers in order. Throws not_found when it is not there or not for this role.
workflow::edition load_edition(database&, workflow::edition_id);
std::optional<workflow::edition_id> find_edition(database&, std::string_view key);

// One line for a list, the newest year first; `entries` counts what this role can see.
struct edition_line {
    workflow::edition_id id;
    std::string key;
    int ordinal;
    int year;
    std::string name, zone;
    workflow::edition_state state;
    std::optional<workflow::instant> closes_at, closed_at;
    std::optional<workflow::instant> announced_at;
    bool is_demonstration;
};
BOOST_DESCRIBE_STRUCT(edition_line, (),
                      (id, key, ordinal, year, name, zone, state, closes_at, closed_at, announced_at,
                       is_demonstration))
std::vector<edition_line> list_editions(database&);
// The edition that a visitor of the front page wants: open, else the newest that is going on or announced.
std::optional<workflow::edition_id> find_current_edition(database&);
// Its zone, in which somebody reads who is on no page of an edition; UTC while there is none.
std::string load_current_zone(database&);

// A new edition with its rules (version 1); returns its id. Throws failure{edition_slug_unique}.
workflow::edition_id add_edition(database&, const author&, const workflow::edition&,
                                 const workflow::rule_set&);
// Names, texts and calendar, from the expected version; throws stale_row. Categories and tiers have their
// own.
void change_edition(database&, const author&, const workflow::edition&);
// Replaces all categories; only while no entry refers to one that would go (failure{constraint}).
void set_categories(database&, const author&, workflow::edition_id, const std::vector<workflow::category>&);
// Replaces all tiers, which makes a new version of the rules.
void set_tiers(database&, const author&, workflow::edition_id, const std::vector<workflow::tier>&);
// Prize slots added by decision, below the others: a tier, or prizes in the last one. The version of the
// rules is the caller's to write.
void widen_tier(database&, const author&, workflow::edition_id, const workflow::tier&, workflow::decision_id);
workflow::tier_id add_tier(database&, const author&, workflow::edition_id, const workflow::tier&,
                           workflow::decision_id);

}  // namespace store
