#pragma once
// Appeals against results: lodged by a city's applicant, settled by a member of the secretariat. Both are
// audit events. The rules of when and by whom are workflow/appeal.hpp's.

#include "server/store/audit.hpp"
#include "workflow/appeal.hpp"

namespace store {

struct appeal_row {
    std::int64_t id;
    workflow::entry_id entry_id;
    workflow::city_id city_id;
    std::optional<int> number;
    std::string title, city;
    workflow::appeal_ground ground;
    std::string body;
    std::optional<std::string> lodged_by;  // nothing for who may not read that person's name
    workflow::instant lodged_at;
    std::optional<workflow::appeal_outcome> outcome;  // nothing: it waits
    std::string answer;
    std::optional<std::string> settled_by;
    std::optional<workflow::instant> settled_at;
};
BOOST_DESCRIBE_STRUCT(appeal_row, (),
                      (id, entry_id, city_id, number, title, city, ground, body, lodged_by, lodged_at,
                       outcome, answer, settled_by, settled_at))
// Those that wait first, then the newest.
std::vector<appeal_row> list_appeals(database&, workflow::edition_id);
// The oldest first.
std::vector<appeal_row> list_appeals_about(database&, workflow::entry_id);
// Throws not_found.
appeal_row load_appeal(database&, workflow::edition_id, std::int64_t id);
// The same, and nobody else settles it until the transaction ends.
appeal_row lock_appeal(database&, workflow::edition_id, std::int64_t id);

// Is this person a judge of the edition, or was one?
bool has_judged(database&, workflow::edition_id, workflow::person_id);

// By the acting person. Nothing when one about this entry waits already.
std::optional<std::int64_t> add_appeal(database&, const author&, workflow::entry_id, workflow::appeal_ground,
                                       std::string_view body);
// By the acting person, behind a decision that is recorded. Throws stale_row when it was settled before, or
// when the database does not let this person settle it.
void settle_appeal(database&, const author&, std::int64_t id, workflow::appeal_outcome,
                   std::string_view answer, workflow::decision_id);

}  // namespace store
