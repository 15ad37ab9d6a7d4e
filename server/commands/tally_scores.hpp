#pragma once
// `wego-awards tally SCORES.csv --rules RULES.toml`: the whole result of a round from a file, with everything
// that stands beside it. No database, no settings, the same bytes for the same files.

#include <filesystem>
#include <ostream>

#include "judging/figure.hpp"
#include "server/commands/report_format.hpp"

namespace commands {

struct tally_request {
    std::filesystem::path scores, rules;
    report_format format = report_format::text;
    judging::interval_rules intervals;
};

// Writes nothing before all is worked out. Returns the exit status: 0, or 2 when the method of the rules
// refuses the scores, said on `complaints`, where hints at names that look alike go too. Throws
// config::bad_file for a faulty file.
int tally_scores(const tally_request&, std::ostream& output, std::ostream& complaints);

}  // namespace commands
