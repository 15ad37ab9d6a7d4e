#include "server/features/frame/csv.hpp"

namespace features {
namespace {

std::string csv_cell(std::string text) {
    if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos)
        text.insert(0, 1, '\'');
    std::string quoted = "\"";
    for (const char sign : text) quoted += sign == '"' ? std::string("\"\"") : std::string(1, sign);
    return quoted + "\"";
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) line += (line.empty() ? "" : ",") + csv_cell(cell);
    return line + "\r\n";
}

http::response csv_file(const std::string& name, const std::string& lines) {
    return http::attachment(name, "text/csv; charset=utf-8", "\xEF\xBB\xBF" + lines);
}

}  // namespace features
