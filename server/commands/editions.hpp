#pragma once
// `wego-awards edition import FILE.toml`: from the file to the database, without a browser. Knows no page.

#include "server/store/database.hpp"

#include <filesystem>

namespace commands {

// The edition's key. The caller gives an open transaction of a role that may found editions, and commits. Throws
// config::bad_edition_file with the line, and store::failure when the edition is there already.
std::string import_edition(store::database&, const std::filesystem::path& file);

}  // namespace commands
