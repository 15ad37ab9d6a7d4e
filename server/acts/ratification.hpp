#pragma once
// The slate on its way to being ratified, and back: built from the proposal, approved by two different people
// who saw the same prizes, withdrawn. One transaction of the caller; nothing of it is visible outside the
// secretariat (P3).

#include "server/acts/editions.hpp"
#include "server/acts/proposal.hpp"
#include "server/store/slates.hpp"

namespace acts {

// A new slate from what is proposed now; an older one that was not ratified is withdrawn. Refuses what
// slate_is_ratifiable refuses, but for the people; `scorecards_outstanding` when the tally is older than its
// inputs.
tl::expected<workflow::slate_id, workflow::refusal> build_slate(store::database&, const store::author&);

// This person approves the slate whose hash was read (hexadecimal). The second different person ratifies:
// every eligible entry is awarded or passed over, sealed, the recipients of the letters are frozen, and the
// edition is decided. Refuses `stale_version` when the slate is not the one that was read, or no longer what
// is proposed, `needs_two_people` to the same person again, and `joined_later` to who was no member when it
// was built.
struct approved {
    bool is_ratified = false;
    int people = 0;
};
tl::expected<approved, workflow::refusal> approve_slate(const acting&, std::string_view hash);

// decided -> deliberation: every entry is reconsidered, the slate is withdrawn; a reason is needed.
edition_moved withdraw_slate(const acting&);

}  // namespace acts
