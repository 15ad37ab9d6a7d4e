// The rules alone, from a whole edition file or from a file with nothing but [rules], [[tiers]] and
// [[categories]]: for the commands that tally, assign and rehearse without a database. Knows no calendar and
// no people.
#pragma once

#include "config/edition_file.hpp"

namespace config {

// Tiers in the order of the file, numbered from 1.
struct rules_file {
    std::vector<category_line> categories;
    std::vector<workflow::tier> tiers;
    workflow::rule_set rules;
};

// Rules that the file leaves out are workflow::default_rules(). Throws bad_file with the line: malformed, no
// table [rules], unknown keys, doubled keys, too few or too many prizes, rules that workflow::check refuses.
rules_file load_rules_file(const std::filesystem::path&);

}  // namespace config
