#pragma once
// The secretariat keeps its own ranks (T5): a new member is confirmed by a second one, and a membership ends
// by two others, or by who wants to go. One transaction of the caller; refusals leave everything as it was.
// Where a secretariat has one member there is no second: the next one needs no confirmation.

#include "server/acts/moving.hpp"
#include "server/store/members.hpp"

namespace acts {

// Asks a person to become a member; false when the person is one, or was asked and has not declined. The
// others hear that a confirmation is wanted. The invitation itself is the caller's, who makes the link.
bool ask_to_join(const acting&, workflow::person_id, std::string_view name);
// By another member than the inviting one (`needs_two_people`); the person gets a letter. Refuses
// `stale_version` when there is nothing to confirm, `not_yours_to_do` for the person itself.
workflow::verdict confirm_member(const acting&, workflow::person_id);

enum class membership_end { asked, ended };
// With the reason of `acting`. An invitation nobody has accepted is taken back, and the own membership ended,
// at once; else it waits for another member, who ends it by asking too. Refuses `reason_required`,
// `needs_two_people` for who asked already, `stale_version` when there is no such member.
tl::expected<membership_end, workflow::refusal> end_membership(const acting&, workflow::person_id);
// Nobody asks for the end any more. Refuses `stale_version`.
workflow::verdict keep_member(const acting&, workflow::person_id);

}  // namespace acts
