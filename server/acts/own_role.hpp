#pragma once
// The service itself acts for a while in the middle of somebody's transaction: what the rules bring about,
// whoever caused it. Called by acts; it knows no subject.

#include "server/store/database.hpp"

namespace acts {

// From here on the role of the clock, until give_back() returns the caller's role and person. An exception
// ends the transaction, and the role with it.
class own_role {
public:
    explicit own_role(store::database& db) : db_(db), role_(db.role()), person_(db.person()) {
        db_.act_as(store::database_role::clock, std::nullopt);
    }
    void give_back() { db_.act_as(role_, person_); }

private:
    store::database& db_;
    store::database_role role_;
    std::optional<workflow::person_id> person_;
};

}  // namespace acts
