#pragma once
// Editions, their calendar, categories, tiers and rule sets. Used by nearly every feature, the clock and the
// demonstration. A rule set is kept as canonical JSON with its SHA-256 and never edited: a change is a new
// version.

#include "server/store/audit.hpp"
#include "workflow/edition.hpp"
#include "workflow/rules.hpp"

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
    std::string name;
    workflow::edition_state state;
    std::optional<workflow::instant> closes_at;
    std::optional<workflow::instant> announced_at;
    bool is_demonstration;
};
BOOST_DESCRIBE_STRUCT(edition_line, (),
                      (id, key, ordinal, year, name, state, closes_at, announced_at, is_demonstration))
std::vector<edition_line> list_editions(database&);
// The edition that a visitor of the front page wants: open, else the newest that is going on or announced.
std::optional<workflow::edition_id> find_current_edition(database&);

// The instants that the service wrote itself.
struct edition_instants {
    std::optional<workflow::instant> opened_at, closed_at, announced_at;
};
BOOST_DESCRIBE_STRUCT(edition_instants, (), (opened_at, closed_at, announced_at))
edition_instants load_instants(database&, workflow::edition_id);

struct kept_rules {
    workflow::rule_set_id id;
    int version;
    std::string hash;  // hexadecimal SHA-256 of the canonical text
    std::optional<workflow::instant> frozen_at;
    workflow::rule_set rules;
};
// The rules in force; throws not_found.
kept_rules load_rules(database&, workflow::edition_id);
kept_rules load_rules(database&, workflow::edition_id, workflow::rule_set_id);
std::string load_rules_text(database&, workflow::rule_set_id);
// Every version of the edition's rules, the newest first.
struct rules_line {
    int version;
    std::string hash, reason;
    std::optional<std::string> written_by;
    workflow::instant written_at;
    std::optional<workflow::instant> frozen_at;
    std::optional<workflow::decision_id> decision_id;
};
BOOST_DESCRIBE_STRUCT(rules_line, (), (version, hash, reason, written_by, written_at, frozen_at, decision_id))
std::vector<rules_line> list_rules(database&, workflow::edition_id);
// A text that add_rules() wrote; older ones know no prizes.
workflow::rule_set rules_of_text(std::string_view text);

// A new edition with its rules (version 1); returns its id. Throws failure{edition_slug_unique}.
workflow::edition_id add_edition(database&, const author&, const workflow::edition&,
                                 const workflow::rule_set&);
// Names, texts and calendar, from the expected version; throws stale_row. Categories and tiers have their
// own.
void change_edition(database&, const author&, const workflow::edition&);
// A new version of the rules, which from now on is in force; its prizes are the edition's tiers as they are
// now.
workflow::rule_set_id add_rules(database&, const author&, workflow::edition_id, const workflow::rule_set&,
                                std::string_view reason, std::optional<workflow::decision_id> = {});
void freeze_rules(database&, workflow::rule_set_id);
// Replaces all categories; only while no entry refers to one that would go (failure{constraint}).
void set_categories(database&, const author&, workflow::edition_id, const std::vector<workflow::category>&);
// Replaces all tiers, which makes a new version of the rules.
void set_tiers(database&, const author&, workflow::edition_id, const std::vector<workflow::tier>&);
// Prize slots added by decision, below the others: a tier, or prizes in the last one. The version of the
// rules is the caller's to write.
void widen_tier(database&, const author&, workflow::edition_id, const workflow::tier&, workflow::decision_id);
workflow::tier_id add_tier(database&, const author&, workflow::edition_id, const workflow::tier&,
                           workflow::decision_id);
// When the call opened, closed, when the result was announced: written in the transaction of the move, before
// it.
void note_opened(database&, workflow::edition_id);
void note_closed(database&, workflow::edition_id);
void note_announced(database&, workflow::edition_id);
// Moves the deadline (a general extension), before the old one has passed.
void set_deadline(database&, workflow::edition_id, workflow::instant closes_at);

}  // namespace store
