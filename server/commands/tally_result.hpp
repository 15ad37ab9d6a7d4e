#pragma once
// What `wego-awards tally` worked out, for the two ways to write it down: tally_text.cpp and tally_json.cpp.

#include <ostream>

#include "config/rules_file.hpp"
#include "judging/slate.hpp"
#include "server/commands/scores_file.hpp"

namespace commands {

struct tallied_file {
    config::rules_file rules;
    scores_file scores;
    judging::tally_result result;
    judging::slate proposal;
    judging::evidence found;
    std::string input_hash;  // hexadecimal SHA-256 of canonical_inputs()
    std::map<workflow::tier_id, std::string> tiers;
};

void write_json(const tallied_file&, std::ostream&);
void write_text(const tallied_file&, std::ostream&);

// "without the judge Kim", "by the method median".
std::string words_for(const judging::view_name&, const tallied_file&);

}  // namespace commands
