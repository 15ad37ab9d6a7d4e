// Databases with the demonstration in them, for tests that want a whole edition: each stage is told once in a
// program and copied. And a person of each kind in them, with the addresses of what concerns these people.
#pragma once

#include "server/commands/demo.hpp"
#include "tests/support/service.hpp"

#include <string>
#include <vector>

namespace tests {

// What the program needs to load a demonstration into a database; cheap passwords. Its accounts land in a
// folder of the temporary ones, paths.var, which the caller removes.
config::settings settings_to_demonstrate(const throw_away_database&);

// The name of a database that nobody is connected to: tests::service({}, demonstrated(stage)).
const std::string& demonstrated(commands::demo_stage);

class demonstration_people {
public:
    explicit demonstration_people(service&);

    workflow::person_id city{}, judge{}, office{};

    // Every address of a route's pattern, with what is theirs and what is not in the places of its
    // parameters.
    std::vector<std::string> paths_of(std::string_view pattern) const;

private:
    std::vector<std::string> values_of(const std::string& parameter) const;
    service& service_;
};

}  // namespace tests
