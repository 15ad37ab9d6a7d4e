#pragma once
// `wego-awards edition import FILE.toml`: from the file to the database, without a browser. Knows no page.

#include "config/settings.hpp"

#include <filesystem>

namespace commands {

// The edition's key. Reads and checks the file before it looks for a database. Throws
// config::bad_edition_file with the line, and store::failure when the edition is there already.
std::string import_edition(const config::settings&, const std::filesystem::path& file);

}  // namespace commands
