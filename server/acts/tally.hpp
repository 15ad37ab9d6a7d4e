#pragma once
// Tally runs, and the acts on locked scorecards that make a new one necessary: reopening by decision, voiding
// when a conflict is found later. One transaction of the caller, who holds lock_edition().

#include "server/acts/moving.hpp"
#include "server/store/decisions.hpp"
#include "server/store/tally.hpp"

namespace acts {

// Seals the inputs of the newest closed round as they are now and keeps a run over them. Refuses while a
// reopened scorecard waits for its judge, or when the method refuses the inputs (`scores_out_of_balance`);
// throws not_found while no round is closed.
tl::expected<workflow::tally_run_id, workflow::refusal> run_tally(store::database&, const store::author&,
                                                                  std::string_view cause);

// Would a run of now have other inputs than this one? Scorecards of entries that were withdrawn since do not
// count: a withdrawal needs no new computation.
bool inputs_have_changed(store::database&, workflow::edition_id, const store::kept_tally&);

// locked -> reopened, behind a decision that is recorded with it; the judge is told by letter.
card_moved reopen_scorecard(const acting&, workflow::scorecard_id, const store::minutes&);
// reopened -> locked as it stands, for a judge who does not answer, and at once the run with it. What the
// judge confirmed before stays on record as confirmed; changes since then are deltas. Every criterion must
// have its score.
card_moved relock_scorecard(const acting&, workflow::scorecard_id, const store::minutes&);
// locked or reopened -> voided, behind a decision, and at once the run without it. The scorecard is kept and
// shown.
card_moved void_scorecard(const acting&, workflow::scorecard_id, const store::minutes&);

// Records a decision that relied on these runs.
workflow::decision_id decide_upon(store::database&, const store::author&, const store::minutes&,
                                  const store::decision_body&,
                                  const std::vector<workflow::tally_run_id>& relied_on);

}  // namespace acts
