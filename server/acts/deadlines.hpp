#pragma once
// Acts about deadlines that move nothing: an entry that came too late, a city's personal extension,
// reminders. Each writes its letters. Called by pages. One transaction of the caller.

#include "server/acts/entries.hpp"

namespace acts {

// E4: the city gets a receipt of the refusal: what it wanted to hand in, as hashes, and when that was: `at`,
// by which it was found too late.
store::late_refusal_row refuse_late_entry(const acting&, const store::entry_row&, const workflow::edition&,
                                          const store::kept_rules&, const entry_contents&,
                                          workflow::instant at);

// E4: until later than the deadline for all. `now.reason` stands in the letters to all who may act for the
// city's entries that are not handed in.
workflow::verdict grant_extension(const acting&, const workflow::edition&, workflow::city_id,
                                  workflow::instant until);

// One letter a person and day, for each draft or for the judge's open scorecards, however often it is asked
// for. Returns how many letters are new.
long remind_of_deadline(const acting&, const workflow::edition&, const workflow::word_counter&);
long remind_judges(const acting&, const workflow::edition&);

}  // namespace acts
