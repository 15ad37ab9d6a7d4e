#pragma once
// The outbox: letters are queued in the transaction that causes them, and sent by jobs/ later. One letter for each
// (occasion, cause, address), however often it is queued.

#include "server/store/database.hpp"

namespace store {

// `facts` is JSON for the wording (notifications/letter_facts.hpp); `cause` names the event ("entry 17 version 2"), so
// that the same event never writes twice to one address.
struct new_letter {
    std::optional<workflow::edition_id> edition;
    std::string occasion;
    std::string cause;
    std::optional<workflow::person_id> person;
    std::string to_name;
    std::string to_address;
    std::string language = "en";
    std::string facts;
};
void queue_letter(database&, const new_letter&);
// Many letters in one statement.
void queue_letters(database&, const std::vector<new_letter>&);

}  // namespace store
