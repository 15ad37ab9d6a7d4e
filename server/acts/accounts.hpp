#pragma once
// The end of an account (T5): of the own one by its page, of any by the operator's command. One transaction
// of the caller, under wego_access with the person acting.

#include "server/acts/moving.hpp"

namespace acts {

// What such an account still has a part in, as people call it: "the secretariat of WeGO Awards 2014", "the
// panel of …".
std::vector<std::string> parts_of_account(store::database&, workflow::person_id);

// Tells the address by letter, and the secretariat where a city with entries has nobody any more.
// `now.who.actor` is the person. Refuses `account_has_parts`.
workflow::verdict close_account(const acting&);

}  // namespace acts
