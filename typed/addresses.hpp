#pragma once
// Addresses as people have them: mail and web. The one rule of every door, of the answers of an entry
// and of the mailer alike, so that nothing is taken that cannot be sent. Whether anyone reads an address,
// only a letter can tell.

#include <optional>
#include <string>
#include <string_view>

namespace typed {

// `Chris-Moore@Panel.Example`, `max@müller.de`: the one spelling by which a person is known, in small letters
// and with the domain as people read it. Nothing for what is no address: a dot-atom of ASCII before the @,
// and after it a domain of two labels or more that IDNA (UTS 46) takes; 254 bytes on the wire,
// nothing around it.
std::optional<std::string> find_mail_address(std::string_view typed);
// The same address for SMTP, the domain in ASCII: `max@xn--mller-kva.de`.
std::optional<std::string> find_wire_address(std::string_view typed);
bool is_mail_address(std::string_view typed);

// `https://…`, in capitals too, with a host that IDNA takes.
bool is_web_address(std::string_view);

}  // namespace typed
