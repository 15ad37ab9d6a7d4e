#pragma once
// Entries that end when a deadline passes: drafts at the close of the call or of their city's extension,
// returned ones past their due date.

#include "server/store/database.hpp"
#include "workflow/states.hpp"

namespace store {

struct ending_draft {
    workflow::entry_id id;
    workflow::entry_state state;
    int version;
    std::optional<workflow::instant> extended_until;  // the latest extension of its city
    std::optional<workflow::instant> return_due_at;
};
BOOST_DESCRIBE_STRUCT(ending_draft, (), (id, state, version, extended_until, return_due_at))

// Every draft of the edition, with its city's extension: whether it lapses is the domain's to say.
std::vector<ending_draft> list_drafts_that_end(database&, workflow::edition_id);
// Returned entries whose due date has passed.
std::vector<ending_draft> list_overdue_completions(database&, workflow::edition_id);

}  // namespace store
