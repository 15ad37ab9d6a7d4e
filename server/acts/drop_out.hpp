#pragma once
// A judge drops out in the middle: what that does to the judge's scorecards, who steps in, and what the other
// rule for drop-outs would have made of the scores. Called by features; what the rule means is
// judging/scorecard.hpp.

#include "server/acts/tally.hpp"
#include "server/store/rounds.hpp"

#include <set>

namespace acts {

// What a drop-out does, or would do now.
struct dropped_out {
    int excused = 0;                       // scorecards that were not finished
    int kept = 0;                          // finished ones, which the rules keep or void when judging closes
    std::vector<workflow::entry_id> gaps;  // entries that stay below the minimum of judges
};
// Nothing is written. `gaps` are not worked out: they depend on the judge's having left.
dropped_out preview_drop_out(store::database&, workflow::edition_id, workflow::judge_id);

// Excuses unfinished scorecards with `now.reason` and takes the judge off the panel. Entries that have fewer
// judges than the rules ask get those whom the assignment finds for them, alternates when nobody else is
// free, and these are told.
dropped_out drop_out(const acting&, workflow::judge_id);

// The tally of a round as the rule for drop-outs that is not in force would have it, for showing beside the
// one that counts. Nothing when no judge left the round with scorecards unfinished.
using other_tally = tl::expected<judging::tally_result, std::vector<judging::tally_problem>>;
std::optional<other_tally> tally_by_other_rule(store::database&, workflow::edition_id, workflow::round_id,
                                               const workflow::rule_set&);

}  // namespace acts
