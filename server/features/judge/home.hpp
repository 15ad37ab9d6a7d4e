#pragma once
// A judge's own pages of an edition: the panels, the terms, the declarations before any entry is shown (J1),
// the entries to score with their progress, the own scores side by side. Scorecards have features of their
// own.

#include "server/features/frame/visit.hpp"
#include "server/pages/display.hpp"
#include "server/store/judging.hpp"
#include "workflow/lifecycle.hpp"

namespace features {

feature show_panels, show_judging_home, compare_own_scores;

// What the pages of scorecards and deliberation share with these.
std::string judging_url(const store::panel_seat&, std::string_view rest = {});
// The seat of the edition that the URL names; dresses the frame with its name, zone and breadcrumbs. Throws
// store::not_found for who is not on the panel.
store::panel_seat take_seat(visit&, store::database&);
pages::tag judges_tag(workflow::scorecard_state);
// A scorecard's state decides whether it counts as done.
bool is_done(workflow::scorecard_state);

}  // namespace features
