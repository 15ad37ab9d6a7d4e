#include "tests/support/schema_dump.hpp"

#include <array>
#include <cstdio>
#include <sstream>
#include <stdexcept>

namespace tests {
namespace {

// Without comments, settings of the dump's own and pg_dump's random key, which differ between releases and
// runs.
bool is_kept(const std::string& line) {
    for (const auto* head : {"--", "\\", "SET ", "SELECT pg_catalog.set_config"})
        if (line.starts_with(head)) return false;
    return true;
}

}  // namespace

std::string dumped_schema(const std::string& connection) {
    const std::string command = "pg_dump --schema-only --no-owner --dbname=\"" + connection + "\"";
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("pg_dump does not start");
    std::string all;
    std::array<char, 65536> piece;
    for (std::size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        all.append(piece.data(), count);
    if (pclose(pipe) != 0) throw std::runtime_error("pg_dump failed");
    std::istringstream lines(all);
    std::string kept = "-- The schema after all migrations. Made by the test current_schema; do not edit.\n";
    bool after_blank = false;
    for (std::string line; std::getline(lines, line);) {
        if (!is_kept(line)) continue;
        if (!line.empty() || !after_blank) kept += line + '\n';
        after_blank = line.empty();
    }
    return kept;
}

}  // namespace tests
