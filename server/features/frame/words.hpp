#pragma once
// The states and moves of the lifecycles as the secretariat reads them, with the colour of their tags. The
// words in SQL and URLs are the enumerators themselves; these are their sentences.

#include "judging/assignment.hpp"
#include "server/pages/display.hpp"
#include "workflow/lifecycle.hpp"

namespace features {

pages::phrase words_for(workflow::edition_state);
pages::phrase words_for(workflow::edition_action);
pages::phrase words_for(workflow::entry_state);
pages::phrase words_for(workflow::scorecard_state);
pages::phrase words_for(judging::conflict_kind);
pages::phrase words_for(judging::pair_reason);
pages::phrase words_for(judging::absence);
pages::phrase words_for(workflow::edition_consequence);
// What a move brings about, for the page that asks before it: what its row of the table names, and what the
// new state means.
std::vector<pages::phrase> words_for_move(workflow::edition_state from, workflow::edition_action);

pages::tag tag_of(workflow::edition_state);
pages::tag tag_of(workflow::entry_state);
pages::tag tag_of(workflow::scorecard_state);
pages::tag tag_of(workflow::certificate_state);

}  // namespace features
