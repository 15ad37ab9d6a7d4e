#pragma once
// A rehearsal for people: as text for a secretariat, as JSON, and as a picture. Called by `simulate`; it
// plays nothing.

#include "judging/rehearsal.hpp"

#include <string>

namespace commands {

// First the answer in plain words, then the tables. Says at the top that all of it is made up.
std::string rehearsal_as_text(const judging::rehearsal_rules&, const judging::rehearsal&);

// What was played and every figure with its interval.
std::string rehearsal_as_json(const judging::rehearsal_rules&, const judging::rehearsal&);

// An SVG without script: how often the truly best wins by judges on each entry, with intervals, and the ties.
std::string rehearsal_as_svg(const judging::rehearsal_rules&, const judging::rehearsal&);

}  // namespace commands
