#pragma once
// T5: the one door to what the secretariat cannot take back. One member asks, another one who was a member
// then confirms, and the act happens in the transaction of the confirmation, with the words of the one who
// asked. Called by the pages, the demonstration and tests. Who the session belongs to, and how fresh its
// proof of presence is, the pages look after.

#include "server/acts/moving.hpp"
#include "server/store/grave_acts.hpp"

namespace acts {

using store::grave_act_wanted;

// Keeps the request and tells the other members by letter. Refuses what the act itself would be refused for
// now, `second_member_missing` when there is nobody who could confirm, and `asked_already` when the same
// waits.
tl::expected<std::int64_t, workflow::refusal> ask_for_grave_act(const acting&, const grave_act_wanted&);

// By another person: marks it as confirmed and carries it out; its events name both. Refuses
// `needs_two_people` to who asked, `joined_later` to who was no member then, `stale_version` when it was
// settled before or overtaken, and what the act refuses: the caller's transaction is rolled back then.
workflow::verdict confirm_grave_act(const acting&, std::int64_t asked);

// By anybody of the secretariat, also by who asked; the reason says why. Nothing happens. Refuses
// `reason_required` and `stale_version`.
workflow::verdict take_back_grave_act(const acting&, std::int64_t asked);

// "close the call before its deadline", as letters say it.
std::string words_in_letters(workflow::grave_act);

}  // namespace acts
