#pragma once
// The moves that a city makes with an entry: submit (with a receipt, or with a receipt of the refusal when it
// is too late), reopen, withdraw. Every "may" is the domain's; the place is the database's (E1).

#include "server/features/city/entry.hpp"

namespace features {

feature show_check, submit_entry, reopen_entry, ask_to_withdraw, withdraw_entry, show_receipt, show_refusal;

}  // namespace features
