#pragma once
// The demonstration's accounts: random for each installation, kept in one file that only its owner reads.

#include "config/settings.hpp"
#include "server/store/database.hpp"

namespace demonstration {

// `totp_secret` (as it is typed into an app) and `recovery_codes` only for those who sign in with a second
// factor.
struct account {
    std::string role;
    std::string name;
    std::string email;
    std::string password;
    std::string totp_secret;
    std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(account, (), (role, name, email, password, totp_secret, recovery_codes))

struct wanted_account {
    std::string role;
    std::string name;
    std::string email;
    bool second_factor = false;
};

// Adds the people with their credentials, under the role wego_access; passwords are hashed on all cores. In
// the order of what was wanted.
struct added_account {
    workflow::person_id person{};
    demonstration::account account;
};
std::vector<added_account> add_accounts(store::database&, const config::settings&,
                                        const std::vector<wanted_account>&);

// Writes VAR/demo/accounts.json with the mode 0600 and returns its path. Throws std::runtime_error.
std::string write_accounts(const std::string& var, const std::vector<added_account>&);

}  // namespace demonstration
