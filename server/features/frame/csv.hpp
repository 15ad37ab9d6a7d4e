#pragma once
// Tables as CSV files for spreadsheets (RFC 4180, UTF-8 with its mark, which Excel wants). Used by every
// export.

#include "server/http/response.hpp"

#include <string>
#include <vector>

namespace features {

// One line with its end. What a spreadsheet would take for a formula stays text.
std::string csv_line(const std::vector<std::string>& cells);
// To be saved under this name.
http::response csv_file(const std::string& name, const std::string& lines);

}  // namespace features
