#pragma once
// Second factors that were lost and are to be set anew: asked for by one member of the secretariat, settled
// by another. Runs under the role wego_secretariat. Knows no secret: those are in people.hpp.

#include "server/store/audit.hpp"

namespace store {

// A judge of the edition who has not left, or a member of its secretariat.
struct secured_person {
    workflow::person_id id;
    std::string name, email, language;
    bool is_judge;
};
BOOST_DESCRIBE_STRUCT(secured_person, (), (id, name, email, language, is_judge))
std::vector<secured_person> list_secured_people(database&, workflow::edition_id);

enum class factor_reset_outcome { approved, declined };
BOOST_DESCRIBE_ENUM(factor_reset_outcome, approved, declined)

struct factor_reset {
    std::int64_t id;
    workflow::person_id person_id;
    std::string name, email, language;
    std::string reason;
    workflow::person_id asked_by;
    std::string asked_by_name;
    workflow::instant asked_at;
    std::optional<factor_reset_outcome> outcome;  // nothing: it waits
    std::optional<std::string> settled_by_name;
    std::optional<workflow::instant> settled_at;
};
BOOST_DESCRIBE_STRUCT(factor_reset, (),
                      (id, person_id, name, email, language, reason, asked_by, asked_by_name, asked_at,
                       outcome, settled_by_name, settled_at))
// The newest first.
std::vector<factor_reset> list_factor_resets(database&, workflow::edition_id);
// Held until the transaction ends; throws not_found.
factor_reset lock_factor_reset(database&, workflow::edition_id, std::int64_t id);

// By the acting person; false when one waits for this person already.
bool ask_factor_reset(database&, const author&, workflow::person_id, std::string_view reason);
// Throws stale_row when it was settled before.
void settle_factor_reset(database&, const author&, std::int64_t id, factor_reset_outcome);

// The session that began with such a link may set a new second factor, until it has one. Under the role
// wego_access.
void let_session_reset_factor(database&, const bytes& token_hash);
bool session_resets_factor(database&, const bytes& token_hash);

}  // namespace store
