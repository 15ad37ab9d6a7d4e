#pragma once
// The instants at which an edition came into its states, and its deadline. The
// acts that carry out a move write them; the dates that the secretariat plans are part of change_edition().

#include "server/store/database.hpp"
#include "workflow/states.hpp"

namespace store {

// When the edition came into a state, the last time; by its events.
struct state_entered {
    workflow::edition_state state;
    workflow::instant at;
};
BOOST_DESCRIBE_STRUCT(state_entered, (), (state, at))
std::vector<state_entered> list_states_entered(database&, workflow::edition_id);

// When the call opened, closed, when the result was announced: written in the transaction of the move, before
// it.
void note_opened(database&, workflow::edition_id);
void note_closed(database&, workflow::edition_id);
void note_announced(database&, workflow::edition_id);
// Since when the clock may open the call; taken back with false.
void set_ready(database&, workflow::edition_id, bool is_ready);
// This edition is shown on the home page from now on, until another one is put there or it is archived.
void put_on_front_page(database&, workflow::edition_id);
// Moves the deadline (a general extension), before the old one has passed; a call that had closed is open
// again.
void set_deadline(database&, workflow::edition_id, workflow::instant closes_at);

}  // namespace store
