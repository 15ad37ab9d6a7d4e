#pragma once
// What a tally is made from, read once the round is closed and sealed as one text with its SHA-256 (J6).
// Called at the close of judging, and by whoever makes a further run after a change.

#include "judging/tally.hpp"
#include "server/store/audit.hpp"

namespace store {

// Is a scorecard of the round unfinished: never handed in, or reopened by a decision?
bool has_unfinished_cards(database&, workflow::round_id);

// Every scorecard of a closed round as sheets, under the rules they were made with; the drop-out policy of
// the rules is applied for judges who left. Throws std::logic_error while a card is unfinished.
judging::tally_input load_tally_input(database&, workflow::round_id, const workflow::rule_set&);
// The same in the role of a judge: only entries on which this judge declared to have no conflict (J2, J5).
judging::tally_input load_panel_input(database&, workflow::round_id, const workflow::rule_set&);

// Keeps the canonical text; returns the hash in hexadecimal.
struct sealed_row {
    std::int64_t id;
    std::string hash;
};
BOOST_DESCRIBE_STRUCT(sealed_row, (), (id, hash))
sealed_row seal_input(database&, const author&, workflow::round_id, const judging::tally_input&);

}  // namespace store
