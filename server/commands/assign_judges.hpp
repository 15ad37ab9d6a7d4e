#pragma once
// `wego-awards assign ENTRIES.csv JUDGES.csv --rules RULES.toml`: who scores what, from files, each pair and
// each gap explained. No database, no settings, the same bytes for the same files.

#include <filesystem>
#include <optional>
#include <ostream>

#include "judging/assignment.hpp"
#include "server/commands/report_format.hpp"

namespace commands {

// `conflicts` (judge, entry, reason) and `standing` (judge, entry, started) are files that may be left out.
// Of `rules` the minimum of judges is the rules file's.
struct assign_request {
    std::filesystem::path entries, judges, rules_file;
    std::optional<std::filesystem::path> conflicts, standing;
    judging::assignment_rules rules;
    report_format format = report_format::text;
};

// ENTRIES: entry, category; if wanted city, parent, country, organisations. JUDGES: judge; if wanted city,
// country, employment_country, organisations, capacity (empty: any number), alternate and verified (yes or
// no), expertise (keys of categories). Lists are parted by semicolons. Writes nothing before all is worked
// out. Returns 0, with gaps too: they are said first. Throws config::bad_file with line and column for a
// faulty file; names that look alike get a hint on `complaints`.
int assign_judges(const assign_request&, std::ostream& output, std::ostream& complaints);

}  // namespace commands
