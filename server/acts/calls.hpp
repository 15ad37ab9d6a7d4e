#pragma once
// Opening and closing the call: what these moves do in the database, whoever makes them - a person in the
// office or the clock. Between features and jobs on one side and the store on the other; one transaction of
// the caller.

#include "server/store/edition_facts.hpp"
#include "server/store/moves.hpp"

namespace acts {

struct move_request {
    workflow::edition_id edition;
    workflow::actor actor;
    bool reason_given = false;
    std::string reason;
};

using moved = tl::expected<workflow::edition_decision, workflow::refusal>;

// planned -> open. The public sees the call from the commit on.
moved open_call(store::database&, const move_request&);
// open -> screening; unfinished drafts lapse, but for cities with an extension that still holds.
moved close_call(store::database&, const move_request&);

}  // namespace acts
