#pragma once
// The one way to move a row of a lifecycle: what its row of the table names in the column "then tell" is
// carried out in the same transaction, once, and the state changes. Called by the acts of this folder with
// what workflow::decide() answered. A refusal of a consequence refuses the move: the caller's transaction is
// rolled back then.

#include "server/store/certificates.hpp"
#include "server/store/editions.hpp"
#include "server/store/moves.hpp"

namespace acts {

// Who acts, and what the log and the letters need besides: the same for every move of one act. `who.edition`
// is set. The transaction has the role of `who`.
struct acting {
    store::database& db;
    store::author who;
    std::string service_address;  // https://…, no slash at the end; letters lead there
    std::string reason;           // as the person gave it, or empty

    workflow::edition_id edition() const { return who.edition.value(); }
    bool reason_given() const { return !reason.empty(); }
};

// An edition about to move. Consequences are carried out before its state changes, and add to `details`, the
// body of its audit event, what they found. The caller holds lock_edition().
struct edition_move {
    workflow::edition edition;  // as it is before
    store::kept_rules kept;
    workflow::edition_decision decided;
    boost::json::object details;
    std::optional<workflow::instant> new_closes_at;  // extend_deadline: the new deadline
};
workflow::verdict move(const acting&, edition_move&);

// A place in the result that a correction gives. `shared`: it is decided that who holds it already shares it.
struct prize_slot {
    workflow::category_id category{};
    workflow::tier_id tier{};
    int place = 1;
    bool shared = false;
};

// What a correction after the announcement (P4) brings with it.
struct correction_made {
    workflow::decision_id decision{};
    std::string public_note;
    std::optional<prize_slot> slot;  // promote
};

struct entry_move {
    workflow::entry_id id{};
    int version = 0;
    workflow::entry_decision decided;
    store::visibility seen = store::visibility::open;
    boost::json::object details;
    std::optional<correction_made> correction;
};
workflow::verdict move(const acting&, entry_move&);

struct scorecard_move {
    workflow::scorecard_id id{};
    int version = 0;
    workflow::judge_id judge{};
    workflow::entry_id entry{};
    workflow::scorecard_decision decided;
    boost::json::object details;
};
using card_moved = tl::expected<workflow::scorecard_decision, workflow::refusal>;
// All scorecards that one act moves: each consequence is carried out once, for all that name it.
workflow::verdict move(const acting&, std::vector<scorecard_move>&);

// What stands in a superseded certificate's place.
struct certificate_move {
    store::certificate_row old;
    workflow::certificate_decision decided;
    std::optional<store::new_certificate> replacement;  // supersede
    std::optional<workflow::certificate_id> next;       // of the replacement, once it is there
};
workflow::verdict move(const acting&, certificate_move&);

}  // namespace acts
