#pragma once
// The page of the own account, and the question whether the person who sits there knows the password. Used by
// the features of the own account alone.

#include "server/features/frame/visit.hpp"
#include "server/pages/account/views.hpp"

namespace features {

pages::account_view account_page(visit&, store::database&);

// Takes a try from those that this person has; failed ones stay counted. Nothing: go on; else the seconds to
// wait.
std::optional<int> wait_for_own_password(visit&, store::database&);
bool is_own_password(visit&, store::database&, std::string_view typed);

}  // namespace features
