#pragma once
// The moves of an edition that are a plain row of its table: opening, closing and extending the call,
// archiving, cancelling. Those with more to them stand in judging, ratification and announcement. Called by
// the secretariat's pages, by the clock and by the demonstration, each in a transaction of the caller.

#include "server/acts/moving.hpp"
#include "server/store/move_facts.hpp"

namespace acts {

using edition_moved = tl::expected<workflow::edition_decision, workflow::refusal>;

// The clock may open the call at its instant, or (false) waits again. Refuses while the set-up is not
// complete.
workflow::verdict say_ready(const acting&, bool is_ready);
// The home page shows this edition while several run.
void show_on_front_page(const acting&);

// planned -> open. The public sees the call from the commit on.
edition_moved open_call(const acting&);
// open -> screening; unfinished drafts lapse, but for cities with an extension that still holds.
edition_moved close_call(const acting&);
// The deadline moves, by a recorded decision with its reason (E4).
edition_moved extend_deadline(const acting&, workflow::instant new_closes_at);
edition_moved archive(const acting&);
edition_moved cancel(const acting&);

// An edition whose move is about to be decided: nobody else moves it until the end of the transaction.
struct edition_at_hand {
    workflow::edition edition;
    store::kept_rules kept;
    workflow::edition_facts facts;  // all that store/move_facts.hpp knows, and whether a reason was given
};
edition_at_hand take_edition(const acting&);
// Decides by the table and makes the move.
edition_moved decide_and_move(const acting&, edition_at_hand, workflow::edition_action,
                              boost::json::object details = {},
                              std::optional<workflow::instant> new_closes_at = std::nullopt);

}  // namespace acts
