#pragma once
// What the tests of accounts do again and again: sign in by the form, register, let a scanner of mails by.

#include <gmock/gmock.h>

#include "tests/support/service.hpp"

namespace tests {

// What people change their password to.
inline const std::string new_password = "another long sentence 9";

inline page sign_in(browser& somebody, const std::string& email,
                    const std::string& typed = service::good_password) {
    return somebody.post("/sign-in", {{"email", email}, {"password", typed}});
}

inline page register_mina(browser& mina, const std::string& typed = service::good_password) {
    return mina.post("/register", {{"name", "Mina"}, {"email", "mina@example.org"}, {"password", typed}});
}

// What a scanner of mails does before the person comes (3.7).
inline void scan(service& service, const std::string& link) {
    browser scanner(service);
    scanner.head(link);
    for (int i = 0; i < 5; ++i) scanner.get(link);
    scanner.post(link);
    scanner.post_bare(link, {});
}

}  // namespace tests
