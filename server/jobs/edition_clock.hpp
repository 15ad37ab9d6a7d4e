#pragma once
// The clock of the editions: opens a call, closes it after the grace period, lets overdue completions lapse
// and drafts whose city's extension has run out, announces. What is due is asked of the database's clock;
// each move is a transaction of its own through acts/. Two services may run it over one database: who comes
// second finds the move made.

#include "server/acts/editions.hpp"
#include "server/jobs/background.hpp"
#include "server/store/due_moves.hpp"

#include <functional>
#include <string>

namespace jobs {

// Does everything that is due. An edition whose move throws is told as a failure and tried again the next
// time; the others go on. Where a guard refuses nothing happens, and the edition's overview shows why.
// `public_changed` is called after each move. Throws only when the connection is broken.
void move_editions(store::database&, const teller&, const std::function<void()>& public_changed,
                   const std::string& service_address);

// One move in the caller's transaction. Throws std::logic_error for one that the clock never makes.
acts::edition_moved make_due_move(store::database&, const store::due_move&,
                                  const std::string& service_address);

}  // namespace jobs
