#pragma once
// A scorecard saved as it is filled in, one field a request (J4): the path that most requests of a judging
// round take. Answers in JSON; the form with its button is scorecard.hpp.

#include "server/features/frame/visit.hpp"

namespace features {

feature autosave_scorecard;

}  // namespace features
