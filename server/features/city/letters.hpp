#pragma once
// What a city hears of its own acts on an entry: the same letter to each of its applicants, in the act's
// transaction.

#include "server/features/city/entry.hpp"
#include "server/store/entry_versions.hpp"

namespace features {

void send_receipt(visit&, store::database&, const my_entry&, const store::kept_version&);
void send_late_refusal(visit&, store::database&, const my_entry&, const store::late_refusal_row&);
// To the city that it is withdrawn, and to the secretariat that there is something to look at.
void send_withdrawal(visit&, store::database&, const my_entry&);
// To the city that its appeal has arrived, and to the secretariat that one waits.
void send_appeal(visit&, store::database&, const my_entry&, std::int64_t appeal);

}  // namespace features
