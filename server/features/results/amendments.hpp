#pragma once
// What other pages show of a proposal of more prizes that waits for a second person. The pages themselves are
// features in results.hpp.

#include "server/features/frame/visit.hpp"
#include "server/features/office/page.hpp"

namespace features {

feature show_amendments, propose_amendment, settle_amendment;

std::optional<pages::link> link_to_waiting_amendment(store::database&, const workflow::edition&);

}  // namespace features
