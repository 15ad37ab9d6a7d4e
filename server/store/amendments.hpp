#pragma once
// Amendments of the rules after scoring (J10): prize slots that one member of the secretariat proposes with
// the minutes and another one confirms or rejects. Runs under the role wego_secretariat. Adds no tier itself:
// that is acts/amendments.hpp.

#include "server/store/decisions.hpp"

namespace store {

// `adds_tier`: a tier below the others; else the last tier gets `per_category` prizes in each category.
struct amendment_wanted {
    bool adds_tier;
    std::string key, name;
    int per_category;
};

enum class amendment_outcome { confirmed, rejected };
BOOST_DESCRIBE_ENUM(amendment_outcome, confirmed, rejected)

struct amendment {
    std::int64_t id;
    bool adds_tier;
    std::string key, name;
    int per_category;
    std::string reason, present, recused;
    int votes_for, votes_against, abstained;
    std::string public_note;
    workflow::person_id proposed_by;
    std::string proposed_by_name;
    workflow::instant proposed_at;
    std::optional<amendment_outcome> outcome;  // nothing: it waits
    std::optional<std::string> settled_by_name;
    std::optional<workflow::instant> settled_at;
    std::optional<int> rules_version;  // the version that it made
};
BOOST_DESCRIBE_STRUCT(amendment, (),
                      (id, adds_tier, key, name, per_category, reason, present, recused, votes_for,
                       votes_against, abstained, public_note, proposed_by, proposed_by_name, proposed_at,
                       outcome, settled_by_name, settled_at, rules_version))
// The newest first.
std::vector<amendment> list_amendments(database&, workflow::edition_id);
// The one that waits.
std::optional<amendment> find_waiting_amendment(database&, workflow::edition_id);
// Throws not_found. Who settles it holds lock_edition().
amendment load_amendment(database&, workflow::edition_id, std::int64_t id);

// By the acting person; the kind and the body of the minutes are not kept. Nothing when one waits already.
std::optional<std::int64_t> add_amendment(database&, const author&, const amendment_wanted&, const minutes&);
// By the acting person; with a decision it is confirmed, without one rejected. Throws stale_row when it was
// settled before, and failure{amendment_needs_two} when the proposer confirms.
void settle_amendment(database&, const author&, std::int64_t id, std::optional<workflow::decision_id>);

}  // namespace store
