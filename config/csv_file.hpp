// Reads CSV files as spreadsheets write them (RFC 4180, UTF-8, a heading first), row by row without keeping
// them, and knows where every cell stood. Used by edition_file.cpp and by the commands that read scores and
// judges. It knows no meaning of a column.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "config/bad_file.hpp"

namespace config {

// Columns by the names in the heading, in any order in the file.
struct csv_columns {
    std::vector<std::string> required;
    std::vector<std::string> optional;
    bool may_have_no_rows = false;
};

// One row, valid during the call that it is given to. Columns are numbered as they were asked for, the
// required ones first.
class csv_row {
public:
    // The cell's text; empty when the file does not have the column.
    std::string_view operator[](std::size_t column) const;
    // The line of the file on which the row begins, from 1.
    unsigned line() const { return line_; }
    // Throws bad_file at this row and column, the column's name in front of the reason.
    [[noreturn]] void refuse(std::size_t column, const std::string& reason) const;

private:
    friend class csv_reading;
    std::string file_;
    unsigned line_ = 0;
    std::vector<std::string> names_;
    std::vector<int> place_of_;  // of each wanted column in the file, from 0; -1: not there
    std::string text_;
    std::vector<std::size_t> ends_;
};

// Calls `each` for every row after the heading; empty lines, and rows of empty cells as spreadsheets leave
// them, are passed over. Throws bad_file with line and column: no such file, no heading, no rows, a column
// that is missing, unknown or twice, a row with more or fewer cells than the heading, a quote in the wrong
// place, text that is not UTF-8 or holds control characters, a row of more than a mebibyte; and whatever
// `each` throws. The column is the number of the cell.
void read_csv(const std::filesystem::path&, const csv_columns&,
              const std::function<void(const csv_row&)>& each);

}  // namespace config
