#pragma once
// Opens what a person named, and says of a text whether a terminal would obey it. Used by everything in this
// folder that reads a file.

#include <filesystem>
#include <fstream>
#include <string_view>

namespace config {

// Other than line feed, carriage return and tab: a terminal obeys them, and no person writes them.
bool holds_control_characters(std::string_view utf8);

// The file, open. Throws bad_file with the system's reason: not there, a folder, not for us to read.
std::ifstream open_to_read(const std::filesystem::path&);

}  // namespace config
