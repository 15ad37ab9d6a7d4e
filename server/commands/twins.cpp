#include "server/commands/twins.hpp"

#include <unordered_map>

#include "typed/names.hpp"

namespace commands {

void hint_at_twins(const std::filesystem::path& file, std::string_view what,
                   const std::vector<std::string>& names, std::ostream& complaints) {
    std::unordered_map<std::string, const std::string*> known;
    for (const auto& name : names) {
        const auto [first, is_new] = known.emplace(typed::look_of(name), &name);
        if (!is_new)
            complaints
                << file.string() << ": hint: the " << what << " \"" << *first->second << "\" and \"" << name
                << "\" look alike (case, blanks or the spelling of a letter differ) and count as two\n";
    }
}

}  // namespace commands
