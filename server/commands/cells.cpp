#include "server/commands/cells.hpp"

#include <charconv>

#include "config/edition_file.hpp"

namespace commands {

void need(const config::csv_row& row, std::size_t column) {
    if (row[column].empty()) row.refuse(column, "must not be empty");
    if (row[column].find_first_of("\r\n\t") != std::string_view::npos)
        row.refuse(column, "must be one line, without tabs");
}

std::string read_country(const config::csv_row& row, std::size_t column) {
    const auto code = row[column];
    if (!code.empty() && !config::is_country_code(code))
        row.refuse(column, "must be two capital letters, as in ISO 3166-1");
    return std::string(code);
}

std::optional<int> find_whole_number(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace commands
