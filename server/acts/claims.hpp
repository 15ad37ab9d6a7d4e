#pragma once
// E8: a city is claimed. Who joins it waits: the first for the secretariat, later ones for a confirmed person
// of the city or the secretariat; those who decide and those who wait get letters. The secretariat merges
// what is one city, and decides nothing about a city of its own (`own_city`). One transaction of the caller,
// in the role of who acts; `who.edition` may be missing: letters then go out in the name of the current
// edition.

#include "server/acts/moving.hpp"

namespace acts {

// False when the person had asked before.
bool claim_city(const acting&, workflow::city_id);
// Refuses `stale_version` when this person does not wait for this city.
workflow::verdict confirm_claim(const acting&, workflow::city_id, workflow::person_id);
// Turns down who waits, or ends the right of who is confirmed and signs them out everywhere. The secretariat
// gives a reason. Answers whether the person was confirmed; refuses `reason_required` and `stale_version`.
tl::expected<bool, workflow::refusal> end_claim(const acting&, workflow::city_id, workflow::person_id);
// Whom the secretariat names may write for the city at once, also who waited. Refuses `stale_version` for who
// may already.
workflow::verdict add_applicant(const acting&, workflow::city_id, workflow::person_id);

// All that hangs on the duplicate goes to the other one, which takes its names too. Refuses `stale_version`
// when one of them was merged before, `merged_over_limit` (E1).
workflow::verdict merge_cities(const acting&, workflow::city_id duplicate, workflow::city_id kept);

}  // namespace acts
