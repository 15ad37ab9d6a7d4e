#pragma once
// Sets of states that mean something together, each under the name of what it means: the store passes them to
// PostgreSQL (`state = any(:states)`), the rest asks is_among(). Which move leads where is lifecycle.cpp's
// matter.

#include <algorithm>
#include <array>

#include "workflow/states.hpp"

namespace workflow {

template <class State, std::size_t Count>
constexpr bool is_among(State state, const std::array<State, Count>& states) {
    return std::ranges::find(states, state) != states.end();
}

namespace edition_states {
using enum edition_state;
// Has no page that the public is led to.
inline constexpr std::array out_of_sight{planned, cancelled};
// Nothing moves in it any more.
inline constexpr std::array ended{archived, cancelled};
}  // namespace edition_states

namespace entry_states {
using enum entry_state;
// The city has not handed it in, or has taken it back to go on writing.
inline constexpr std::array not_handed_in{draft, lapsed};
// Its city is writing it.
inline constexpr std::array being_written{draft, returned};
// Is being written, or takes part as it was submitted: a change of the questions concerns its city (E9).
inline constexpr std::array concerned_by_questions{draft, returned, submitted, eligible};
// The secretariat, or the city that was asked to complete it, has something to do before it is eligible or
// not.
inline constexpr std::array waiting_for_screening{submitted, returned};
// Not counted as a complete entry.
inline constexpr std::array not_complete{withdrawn, returned, draft, lapsed};
// Holds none of its city's places any more (E1).
inline constexpr std::array without_a_place{withdrawn, lapsed};
// Not judged, whatever scorecards there are.
inline constexpr std::array out_of_judging{withdrawn, ineligible};
// Was found eligible, whatever came of it.
inline constexpr std::array found_eligible{eligible, awarded, not_awarded, revoked};
// The slate has said what comes of it.
inline constexpr std::array with_a_result{awarded, not_awarded};
// Its city gets a letter with the result.
inline constexpr std::array told_the_result{eligible, awarded, not_awarded};
// The result's pages know it: the scored ones, and those that went away.
inline constexpr std::array in_the_result{eligible, withdrawn, awarded, not_awarded, revoked};
}  // namespace entry_states

namespace scorecard_states {
using enum scorecard_state;
// The judge is on it; it can still be submitted for the first time.
inline constexpr std::array being_scored{assigned, in_progress};
// Holds up the close of judging.
inline constexpr std::array outstanding{assigned, in_progress, reopened};
// A judge who declares a conflict now steps off it.
inline constexpr std::array may_be_recused{assigned, in_progress, submitted};
// The judge has done with it.
inline constexpr std::array done{submitted, locked};
// The panel reads it once the round is closed.
inline constexpr std::array shown_to_the_panel{submitted, locked, reopened};
// Scores were locked here once (J10).
inline constexpr std::array locked_once{locked, reopened, voided};
// The judge is off this entry.
inline constexpr std::array taken_off{recused, excused, voided};
}  // namespace scorecard_states

}  // namespace workflow
