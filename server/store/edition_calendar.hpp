#pragma once
// The instants at which an edition's call opened, closed and its result was announced, and its deadline. The
// acts that carry out a move write them; the dates that the secretariat plans are part of change_edition().

#include "server/store/database.hpp"

namespace store {

// The instants that the service wrote itself.
struct edition_instants {
    std::optional<workflow::instant> opened_at, closed_at, announced_at;
};
BOOST_DESCRIBE_STRUCT(edition_instants, (), (opened_at, closed_at, announced_at))
edition_instants load_instants(database&, workflow::edition_id);

// When the call opened, closed, when the result was announced: written in the transaction of the move, before
// it.
void note_opened(database&, workflow::edition_id);
void note_closed(database&, workflow::edition_id);
void note_announced(database&, workflow::edition_id);
// Since when the clock may open the call; taken back with false.
void set_ready(database&, workflow::edition_id, bool is_ready);
// This edition is shown on the home page from now on, until another one is put there or it is archived.
void put_on_front_page(database&, workflow::edition_id);
// Moves the deadline (a general extension), before the old one has passed.
void set_deadline(database&, workflow::edition_id, workflow::instant closes_at);

}  // namespace store
