#pragma once
// Slates before they are announced: built, approved by people, ratified, withdrawn. The prizes of a slate are
// written once; a change is a new slate. What hashes a slate is slate_document() in results.hpp.

#include "judging/slate.hpp"
#include "server/store/results.hpp"
#include "server/store/states.hpp"

namespace store {

struct slate_line {
    workflow::slate_id id;
    int version;
    workflow::tally_run_id tally_run_id;
    slate_state state;
    std::string hash;  // hexadecimal; of the prizes when it was built
    std::optional<std::string> created_by;
    workflow::instant created_at;
    std::optional<workflow::instant> ratified_at;
};
BOOST_DESCRIBE_STRUCT(slate_line, (),
                      (id, version, tally_run_id, state, hash, created_by, created_at, ratified_at))
// The one that is proposed or ratified.
std::optional<slate_line> find_living_slate(database&, workflow::edition_id);

// A slate of these slots with its hash; each is filled, shared, withheld or vacant. With its audit event.
workflow::slate_id add_slate(database&, const author&, workflow::tally_run_id,
                             const std::vector<judging::slot>&);

struct approval_line {
    workflow::person_id person_id;
    std::string name;
    std::string hash;
    workflow::instant approved_at;
};
BOOST_DESCRIBE_STRUCT(approval_line, (), (person_id, name, hash, approved_at))
std::vector<approval_line> list_approvals(database&, workflow::slate_id);
// True when somebody has approved the slate that is proposed or ratified.
bool is_slate_approved(database&, workflow::edition_id);
// By the acting person, for this hash (hexadecimal); false when this person approved the slate before.
bool add_approval(database&, const author&, workflow::slate_id, std::string_view hash);

void mark_slate_ratified(database&, workflow::slate_id);
void mark_slate_withdrawn(database&, const author&, workflow::slate_id);
// The hash of the slate's prizes as they are in the database now, hexadecimal.
std::string hash_of_slate(database&, workflow::slate_id);

}  // namespace store
