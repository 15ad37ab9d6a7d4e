#pragma once
// The letters with a link that the account's features send, and the page that says so. The page is the same
// whether the address has an account or not.

#include "server/features/frame/visit.hpp"
#include "server/store/letters.hpp"
#include "server/store/people.hpp"

namespace features {

// A new link of this purpose for the person, good for the settings' time: its path, "/reset-password/…".
struct mailed_link {
    std::string path;
    notifications::moment valid_until;
};
mailed_link make_link(visit&, store::database&, store::link_purpose, std::optional<workflow::person_id>,
                      std::string_view details);

// An account that was asked for, as its link carries it: nothing of it holds before the link is used.
struct registration {
    std::string name;
    std::string password_hash;
    std::string browser;  // a mark of the browser that asked: no other confirms without the password
};
BOOST_DESCRIBE_STRUCT(registration, (), (name, password_hash, browser))
registration registration_of(const store::link_row&);

// A link that confirms the address, in a letter; answers with the page that says so.
http::response send_confirmation(visit&, store::database&, const store::account_row&, registration);

// A link that leads to a new password, in a letter.
void send_reset(visit&, store::database&, const store::addressee&, bool wanted_an_account = false);
store::addressee addressee_of(const store::account_row&);

// False when this address got too many letters in a short while; then nothing is sent, and nobody is told.
bool may_write_to(visit&, store::database&, std::string_view email);

http::response look_into_your_mail(visit&, pages::phrase);

// The page of a link that was used, is too old, or never was.
http::response link_is_no_longer_good(visit&);

}  // namespace features
