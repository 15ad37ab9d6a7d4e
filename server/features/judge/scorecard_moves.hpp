#pragma once
// The moves of a scorecard that its judge makes: submitting, reopening, stepping off, locking again.

#include "server/features/frame/visit.hpp"

namespace features {

feature show_sheet, submit_scorecard, relock_scorecard, reopen_scorecard, show_recusal, recuse_scorecard;

}  // namespace features
