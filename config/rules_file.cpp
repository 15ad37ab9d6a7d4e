#include "config/rules_file.hpp"

#include "config/edition_checks.hpp"

namespace config {

rules_file load_rules_file(const std::filesystem::path& path) {
    // Whoever has a whole edition file may give that: what is not asked here is read and left.
    edition_file whole;
    whole.rules = workflow::default_rules();
    toml_reading::reader file(path.string(), toml_reading::missing_keys::keep_defaults);
    const auto table = file.parse(toml_reading::text_of(path.string()));
    file.read(table, whole);
    if (!table.contains("rules")) file.refuse("", "says no rules: there is no table [rules]");
    check_tiers(whole, file);
    check_rules(whole.rules, file);
    rules_file read{std::move(whole.categories), {}, std::move(whole.rules)};
    for (const auto& line : whole.tiers) {
        auto& tier = read.tiers.emplace_back();
        tier.order = static_cast<int>(read.tiers.size());
        tier.id = workflow::tier_id{tier.order};
        tier.key = line.key;
        tier.name = line.name.empty() ? line.key : line.name;
        tier.per_category = line.per_category;
    }
    return read;
}

}  // namespace config
