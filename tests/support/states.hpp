#pragma once
// Brings a row of a test into a state by the moves of its lifecycle, along the shortest road through the
// tables of workflow/. The one place of the tests that asks workflow::decide() for a move and makes it: it
// calls store::move_edition, move_entry, move_scorecard and move_certificate, and before them what the schema
// ties to a state (note_opened, note_submitted, set_return …). The facts are such that every guard holds:
// guards have their own tests in tests/workflow. No letter is written and no consequence happens but the
// states themselves.

#include "server/store/moves.hpp"

namespace tests {

// Throw std::logic_error when no road leads there. An entry needs a kept version (entry_built) to be
// submitted. `sealed`: the result that only the secretariat sees.
void bring(store::database&, workflow::edition_id, workflow::edition_state);
void bring(store::database&, workflow::entry_id, workflow::entry_state,
           store::visibility = store::visibility::open);
void bring(store::database&, workflow::scorecard_id, workflow::scorecard_state);
// `next` is the one that supersedes it.
void bring(store::database&, workflow::certificate_id, workflow::certificate_state,
           std::optional<workflow::certificate_id> next = std::nullopt);

// A row as somebody saw it before making a move.
struct seen_edition {
    workflow::edition_id id{};
    workflow::edition_state state{};
    int version = 1;
};
// One move by the clock; throws store::stale_row when the row is no longer what was seen.
void make_move(store::database&, const seen_edition&, workflow::edition_action);

}  // namespace tests
