#pragma once
// Brings a database to the newest schema: numbered SQL files, forward only, one transaction each. Called by
// `wego-awards migrate` and by the tests' template database, with a connection that may create roles and
// tables.

#include <filesystem>
#include <string>

namespace store {

// Applies what is not applied yet, in order, and fills lifecycle_edge from the tables of workflow/ and
// audit_word from its words. Two callers at once: one works, the other waits and finds nothing to do. Returns
// how many files were applied. Throws failure, or std::runtime_error that names the file.
int migrate(const std::string& connection, const std::filesystem::path& schema_directory);

}  // namespace store
