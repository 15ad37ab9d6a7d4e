#pragma once
// Entries, judges, known conflicts and standing pairs as CSV files: the input of an assignment that needs no
// database.

#include "judging/assignment.hpp"
#include "server/commands/assign_judges.hpp"
#include "server/commands/scores_file.hpp"

namespace commands {

struct panel_files {
    judging::assignment_input input;
    std::vector<judging::conflict> conflicts;  // by the rules and as recorded, in order
    file_names names;
    words_by_id<workflow::city_id> cities;
};

// Throws config::bad_file: an empty or doubled name, a number or a yes-or-no that is none, a country of other
// than two capital letters, two parents of one city, a standing pair twice, a category, judge or entry that
// no other file knows.
panel_files read_panel(const assign_request&, const workflow::conflict_rules&);

}  // namespace commands
