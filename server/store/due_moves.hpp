#pragma once
// What the clock has to do now: asked by the clock itself, and by the overview of an edition, which shows why
// a move that is due does not happen. Only the instants are compared here; the guards have the last word.

#include "server/store/database.hpp"
#include "workflow/states.hpp"

namespace store {

struct due_move {
    workflow::edition_id id;
    std::string slug;
    workflow::edition_action action;
};
BOOST_DESCRIBE_STRUCT(due_move, (), (id, slug, action))
// Whose instant has passed, in the order of the editions; of those that this role can see.
std::vector<due_move> list_due_moves(database&);
// Editions with a returned entry whose due date has passed, or, after the call, a draft whose city has no
// extension that still holds.
std::vector<workflow::edition_id> list_editions_with_overdue_entries(database&);
// Ends what has run out: sessions, links, half-sent uploads, full rate buckets.
void sweep(database&);

}  // namespace store
