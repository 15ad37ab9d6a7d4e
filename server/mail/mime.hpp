#pragma once
// A message as the bytes that go over the wire or into an .eml file. Everything that could break out of a
// header or end the message early is refused or encoded here, once, for both ways.

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/mail/compose.hpp"

namespace mail {

// A letter that must not be sent as it is: a control character in a header, an address that is none,
// text that is not UTF-8. Trying again does not help.
struct unsendable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// multipart/alternative, quoted-printable, CRLF only, no line that begins with a dot, at most 76 characters
// a line; the same message gives the same bytes. Throws unsendable.
std::string as_mime(const message&);

// `Wed, 05 Nov 2014 09:00:00 +0000`
std::string mail_date(std::chrono::sys_seconds);

// The same (event, recipient) gives the same id, and neither can be read from it: `<32 hex>@domain`.
std::string message_id_of(std::string_view event, std::string_view recipient_address,
                          std::string_view domain);

}  // namespace mail
