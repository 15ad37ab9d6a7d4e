#pragma once
// `wego-awards simulate RULES.toml`: what an edition's rules would do, played with made-up judges. Needs no
// database. It knows no command line and no clock.

#include "judging/rehearsal.hpp"
#include "server/commands/people.hpp"
#include "server/commands/report_format.hpp"

#include <filesystem>
#include <functional>

namespace commands {

// `made_up`: everything but rules, tiers and categories, which the file says. `judges_per_entry`: numbers or
// `all`; empty: as in a rehearsal's rules. `progress`: told how many editions are done.
struct simulation {
    std::filesystem::path rules_file;
    judging::rehearsal_rules made_up;
    std::vector<std::string> judges_per_entry;
    report_format format = report_format::text;
    std::filesystem::path plot;  // empty: none
    std::function<void(int)> progress;
};

// The exit status: 0, or 2 with a sentence for each value that cannot be played, before anything is. Throws
// config::bad_file for the rules' file.
int simulate(simulation, streams);

}  // namespace commands
