#pragma once
// Names in a file that a reader takes for one and the program for two. For the commands that read files.

#include <filesystem>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace commands {

// A line for each two names that differ only in case, in blanks or in how Unicode writes a letter. They stay
// two: only who wrote the file knows. `what` they are, as "entries".
void hint_at_twins(const std::filesystem::path&, std::string_view what, const std::vector<std::string>& names,
                   std::ostream& complaints);

}  // namespace commands
