#pragma once
// What the guards of an edition's moves ask (workflow/guards.hpp), counted in the transaction of the move.
// What only the slate knows (slots, ties, balance, approvals) is left to whoever ratifies.

#include "server/store/editions.hpp"
#include "workflow/guards.hpp"

namespace store {

// `now` is the database's clock at this instant: take share_edition() or lock_edition() first.
workflow::edition_facts load_edition_facts(database&, const workflow::edition&, const kept_rules&);

}  // namespace store
