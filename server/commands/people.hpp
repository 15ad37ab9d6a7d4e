#pragma once
// The commands `user invite`, `user code` and `user close`, as plain functions: what they say goes to the
// streams that they are given, what they return is the exit status. They know no command line.

#include "config/settings.hpp"

#include <ostream>
#include <string_view>

namespace commands {

struct streams {
    std::ostream& output;
    std::ostream& complaints;
};

// Prints a one-time link with which the first member of the secretariat opens an account. Name and address,
// if given, stand in the form already. Whoever can run this owns the service.
int invite_secretariat(const config::settings&, std::string_view name, std::string_view email, streams);

// Prints the one-time code of this moment for an account of the demonstration; a real person's is refused
// (status 1).
int show_code(const config::settings&, std::string_view email, streams);

// T5: ends every membership of this person in a secretariat, and closes the account. Refuses (status 1) an
// address that no open account has, and a judge of an edition that is not over.
int close_account(const config::settings&, std::string_view email, streams);

}  // namespace commands
