#pragma once
// The forms that were sent, each with the answer that it got (T7). Asked by the shell around every feature
// that changes something, under the role wego_access, in the feature's own transaction. It knows no form.

#include "server/store/database.hpp"

namespace store {

// Where an answer led (a path within the service), and the notice on the page there; no notice: empty.
struct first_answer {
    std::string location, notice;
};
BOOST_DESCRIBE_STRUCT(first_answer, (), (location, notice))

// Claims this form for the transaction: nothing when it is new, else the answer that it got before. While
// another transaction works on the same form this waits for its end.
std::optional<first_answer> claim_form(database&, const bytes& fingerprint);

// What the claimed form's answer was; it counts once the transaction is committed.
void keep_answer(database&, const bytes& fingerprint, const first_answer&);

}  // namespace store
