#pragma once
// The clock of the editions: opens a call, closes it after the grace period, lets overdue completions lapse,
// announces. What is due is asked of the database's clock; each move is a transaction of its own through
// acts/.

#include "server/jobs/background.hpp"
#include "server/store/database.hpp"

#include <string>

namespace jobs {

// Makes every move that is due. Returns true when the public sees something new.
bool move_editions(store::database&, const teller&, const std::string& service_address);

}  // namespace jobs
