#pragma once
// A letter as the outbox keeps it: the occasion, the recipient and named values, no words yet. Features call
// write_letter() in the transaction that causes the letter; server/mail turns it into words when it is sent.
// It knows no language, no template and no SMTP.

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "notifications/letter_content.hpp"
#include "notifications/occasion.hpp"

namespace notifications {

using value_row = std::map<std::string, std::string>;
using value = std::variant<std::string, bool, std::vector<value_row>>;
using values = std::map<std::string, value>;

// `is_contact`: an entry names them as its contact (E8), and nothing else is known of them.
struct recipient {
    std::string name;
    std::string address;
    bool is_contact = false;
};
BOOST_DESCRIBE_STRUCT(recipient, (), (name, address, is_contact))

// What every letter of an installation says in its head and foot. `service_address` is the public address
// (https://…, no slash at the end). A demonstration's letters carry the word in subject and body.
struct circumstances {
    std::string edition_name;
    std::string organiser;
    std::string service_address;
    std::string secretariat_address;
    bool demonstration = false;
};
BOOST_DESCRIBE_STRUCT(circumstances, (),
                      (edition_name, organiser, service_address, secretariat_address, demonstration))

struct letter {
    occasion about{};
    std::string to_name;
    std::string to_address;
    std::string message_id;  // derived from (event, recipient) by the caller; the same at each try
    values content;
};
BOOST_DESCRIBE_STRUCT(letter, (), (about, to_name, to_address, message_id, content))

// The letter with this content: any struct of letter_content.hpp. Each of its members, of the circumstances
// and `to_name` and `to_contact` become a value of its own name. A text `x` comes with `has_x` (is it
// there?), a list of structs becomes rows and comes with `has_x` too, a number comes with `is_one_x`.
letter write_letter(const circumstances&, const recipient&, const any_letter_content&,
                    std::string message_id);

// The moments of a letter that have an instant, in its lists too: the sender adds the reader's own time to
// each.
std::vector<moment*> list_moments(any_letter_content&);

}  // namespace notifications
