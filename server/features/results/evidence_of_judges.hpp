#pragma once
// What a round says of its judges rather than of an entry (J9): shared by the secretariat's pages of the
// result and the panel's, like evidence_shown, whose names it uses.

#include "server/features/results/evidence_shown.hpp"
#include "server/store/database.hpp"

namespace features {

// Everybody who is or was on the panel: what a judge gave before leaving may count.
std::map<workflow::judge_id, pages::phrase> list_names_of_judges(store::database&, workflow::edition_id);

// How far the judges agree, each judge, and scores for one's own country, for the whole round.
std::vector<pages::office_block> blocks_of_judging(const shown_evidence&);

}  // namespace features
