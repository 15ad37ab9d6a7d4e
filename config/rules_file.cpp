#include "config/rules_file.hpp"

#include "config/edition_checks.hpp"

namespace config {

rules_file load_rules_file(const std::filesystem::path& path) {
    // Whoever has a whole edition file may give that: what is not asked here is read and left.
    edition_file whole;
    whole.rules = workflow::default_rules();
    toml_reading::reader file(path.string(), toml_reading::missing_keys::keep_defaults);
    file.read(file.parse(toml_reading::text_of(path.string())), whole);
    check_tiers(whole, file);
    check_rules(whole.rules, file);
    return {std::move(whole.categories), std::move(whole.tiers), std::move(whole.rules)};
}

}  // namespace config
