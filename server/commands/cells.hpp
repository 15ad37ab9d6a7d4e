#pragma once
// What the commands ask of the cells of a CSV file, whatever the file is about.

#include <optional>
#include <string>
#include <string_view>

#include "config/csv_file.hpp"

namespace commands {

// Throws config::bad_file when the cell is empty or no name: of more than one line.
void need(const config::csv_row&, std::size_t column);
// ISO 3166-1 alpha-2; empty when the cell is. Throws config::bad_file for anything but two capital letters.
std::string read_country(const config::csv_row&, std::size_t column);
// The whole text as a number; nothing when it is none.
std::optional<int> find_whole_number(std::string_view);

}  // namespace commands
