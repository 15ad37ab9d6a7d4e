#pragma once
// What a city hears of its own acts that are no moves: a late entry that was refused, an appeal. The same
// letter to each of its applicants, in the act's transaction; what moves cause is written by acts/.

#include "server/features/city/entry.hpp"

namespace features {

void send_late_refusal(visit&, store::database&, const my_entry&, const store::late_refusal_row&);
// To the city that its appeal has arrived, and to the secretariat that one waits.
void send_appeal(visit&, store::database&, const my_entry&, std::int64_t appeal);

}  // namespace features
