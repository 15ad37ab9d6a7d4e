#pragma once
// Judging from its start to its close: rounds, who scores what, and the moves of the edition between. The
// rules are frozen and pairs assigned at the start; at the close scorecards are locked, what was scored is
// sealed and the tally run. One transaction of the caller.

#include "server/acts/editions.hpp"
#include "server/store/rounds.hpp"
#include "server/store/sealed_inputs.hpp"

#include <map>
#include <set>

namespace acts {

// What an assignment would be, or became: the seed that decided, and what assign() answered.
struct assigned {
    workflow::round_id round;
    std::uint64_t seed = 0;
    judging::assignment plan;
    long added = 0;
};
// The round that is being prepared or is open: the newest, or the first, which is then made with all eligible
// entries. Pairs that stand are kept (judging/assignment.hpp); the seed is drawn when the round has none yet,
// and recorded.
assigned assign_round(const acting&, const store::kept_rules&);
// The same, and nothing is written; nothing while there is no round.
std::optional<assigned> preview_assignment(store::database&, workflow::edition_id, const workflow::rule_set&);

// What assign() answers for the round as it stands, with the judges of these scorecards barred from their
// entries.
judging::assignment assign_anew(store::database&, workflow::edition_id, workflow::round_id,
                                const workflow::rule_set&,
                                const std::vector<const scorecard_move*>& taken_off = {});

// How many judges each entry of the round has who were not taken off it; 0 for an entry with none.
std::map<workflow::entry_id, int> count_judges(store::database&, workflow::round_id);

// screening -> judging. Refuses too_few_judges also when a person took pairs away so that an entry has less
// than the minimum.
edition_moved start_judging(const acting&);
// judging -> deliberation.
edition_moved close_judging(const acting&);
// deliberation -> judging, into the round whose entries were shortlisted by a decision.
edition_moved resume_judging(const acting&);

// The letter that judging is open, to these judges; the same `cause` never writes twice.
void tell_of_round(const acting&, const workflow::edition&, const store::round_row&,
                   const std::set<workflow::judge_id>& whom, const std::string& cause);

// The same to every judge with a scorecard in the open round; who has had it gets no second one. Nothing
// while no round is open.
void tell_assigned_judges(const acting&, const workflow::edition&);

}  // namespace acts
