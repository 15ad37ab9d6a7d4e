// A panel for the tests of judging: an edition in judging, two judges, three entries. The first judge is
// barred from one, has not declared on another, and may score the third; the second judge may score all.
#pragma once

#include <map>

#include "server/store/database.hpp"
#include "tests/support/database.hpp"
#include "workflow/states.hpp"

namespace tests {

struct seat {
    workflow::judge_id judge{};
    workflow::person_id person{};
    std::map<workflow::entry_id, workflow::scorecard_id> cards;
};

struct panel {
    workflow::edition_id edition{};
    workflow::round_id round{};
    workflow::rule_set_id rules{};
    workflow::person_id office{};
    workflow::entry_id open{}, undeclared{}, barred{};
    seat first, second;
};

// As the owner. The rubric has two criteria, impact and reach, from 1 to 5.
panel lay_panel(store::database&, workflow::scorecard_state cards = workflow::scorecard_state::in_progress);
// Puts the word canary into everything of this entry: title, city, texts, files, scores, comments, notes.
void fill_with_canary(store::database&, const panel&, workflow::entry_id);

}  // namespace tests
