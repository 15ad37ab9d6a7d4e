#pragma once
// The only UPDATE of a lifecycle's state: from the expected state and version, with its audit event. Called
// by acts/moving.cpp alone, which carries out what the decision names; the row's other columns are set
// before, since the schema's CHECKs tie them to the state.

#include "server/store/audit.hpp"
#include "workflow/lifecycle.hpp"

namespace acts {
class carrier;
}  // namespace acts
namespace tests {
class mover;  // tests/support/states.cpp: brings rows into states, without what follows
}  // namespace tests

namespace store {

// A decision of workflow::decide() whose consequences are carried out in this transaction. Only acts::carrier
// makes one, and it carries them out.
template <class Decision>
class accounted {
public:
    const Decision* operator->() const { return &decided_; }
    const Decision& operator*() const { return decided_; }

private:
    friend class acts::carrier;
    friend class tests::mover;
    explicit accounted(const Decision& decided) : decided_(decided) {}
    const Decision& decided_;
};

// Thrown when the row is no longer in the expected state and version: somebody was faster. 409.
class stale_row : public std::runtime_error {
public:
    stale_row() : std::runtime_error("the row was changed by somebody else") {}
};

void move_edition(database&, const author&, workflow::edition_id, int version,
                  const accounted<workflow::edition_decision>&, boost::json::object details = {});

// Until the announcement an award is written beside the state, where only the secretariat sees it (P3).
enum class visibility { open, sealed };
void move_entry(database&, const author&, workflow::entry_id, int version,
                const accounted<workflow::entry_decision>&, visibility = visibility::open,
                boost::json::object details = {});
// The announcement: what was sealed becomes the state of every entry of the edition. Returns how many.
long unseal_entries(database&, workflow::edition_id);

void move_scorecard(database&, const author&, workflow::scorecard_id, int version,
                    const accounted<workflow::scorecard_decision>&, boost::json::object details = {});
// `next` is the certificate that supersedes it; the schema ties it to the state.
void move_certificate(database&, const author&, workflow::certificate_id, int version,
                      const accounted<workflow::certificate_decision>&, boost::json::object details = {},
                      std::optional<workflow::certificate_id> next = std::nullopt);

// Waits until nobody writes under the edition's deadlines, or lets the edition's state change wait for us:
// a writer and the closing of a phase cannot overlap (E4). Held to the end of the transaction.
void share_edition(database&, workflow::edition_id);
void lock_edition(database&, workflow::edition_id);

}  // namespace store
