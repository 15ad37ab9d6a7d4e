// What edition_file.cpp and rules_file.cpp check alike. For these two only.
#pragma once

#include "config/edition_file.hpp"
#include "config/toml_reading.hpp"

namespace config {

// Categories and tiers each once, every tier with at least one prize. Throws bad_file at the line.
void check_tiers(const edition_file&, const toml_reading::reader&);
// The first problem that workflow::check names, at its line.
void check_rules(const workflow::rule_set&, const toml_reading::reader&);

}  // namespace config
