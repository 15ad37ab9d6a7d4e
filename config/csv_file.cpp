#include "config/csv_file.hpp"

#include <csv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <exception>
#include <fstream>

#include "config/open_file.hpp"

namespace config {
namespace {

// Why this is no text that a person wrote; empty: it is one.
const char* fault_of(std::string_view text) {
    const auto length = static_cast<std::int32_t>(text.size());
    std::int32_t at = 0;
    UChar32 letter = 0;
    while (at < length) {
        U8_NEXT(text.data(), at, length, letter);
        if (letter < 0) return "is not UTF-8 text";
    }
    return holds_control_characters(text) ? "holds a control character" : nullptr;
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& one : names) text += (text.empty() ? "" : ", ") + one;
    return text;
}

}  // namespace

std::string_view csv_row::operator[](std::size_t column) const {
    const int place = place_of_[column];
    if (place < 0) return {};
    const auto at = static_cast<std::size_t>(place);
    const auto begin = at == 0 ? 0 : ends_[at - 1];
    return std::string_view(text_).substr(begin, ends_[at] - begin);
}

void csv_row::refuse(std::size_t column, const std::string& reason) const {
    throw bad_file({file_, line_, static_cast<unsigned>(place_of_[column] + 1)},
                   names_[column] + ": " + reason);
}

// libcsv splits; one physical line is fed at a time, so that it is known on which line a row begins.
class csv_reading {
public:
    csv_reading(const std::filesystem::path& path, const csv_columns& columns,
                const std::function<void(const csv_row&)>& each)
        : path_(path), columns_(columns), each_(each) {
        row_.file_ = path.string();
        row_.names_ = columns.required;
        row_.names_.insert(row_.names_.end(), columns.optional.begin(), columns.optional.end());
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
    }
    csv_reading(const csv_reading&) = delete;
    ~csv_reading() { csv_free(&parser_); }

    void read() {
        auto in = open_to_read(path_);
        std::string line;
        bool goes_on = false;
        while (std::getline(in, line)) {
            ++line_;
            if (line_ == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            const bool is_empty = line.find_first_not_of(" \t\r") == std::string::npos;
            if (!in.eof()) line += '\n';
            if (!goes_on) row_.line_ = line_;
            finished_ = false;
            feed(line);
            goes_on = !finished_ && (goes_on || !is_empty);
        }
        if (in.bad()) throw bad_file({row_.file_, line_, 1}, "cannot be read any further");
        if (csv_fini(&parser_, &on_cell, &on_end, this) != 0) refuse("a quote is not closed");
        rethrow();
        if (!has_heading_)
            throw bad_file({row_.file_, 1, 1}, "is empty: the first line must name the columns");
        if (!has_rows_ && !columns_.may_have_no_rows)
            throw bad_file({row_.file_, line_, 1}, "has a heading and no rows");
    }

private:
    // A quote that nobody closes must not collect the rest of the file.
    static constexpr std::size_t longest_row = 1 << 20;

    void feed(const std::string& line) {
        if (row_.text_.size() + line.size() > longest_row)
            refuse("is longer than a row can be: is a quote not closed?");
        if (csv_parse(&parser_, line.data(), line.size(), &on_cell, &on_end, this) != line.size()) {
            rethrow();
            refuse("a quote is in the wrong place");
        }
        rethrow();
    }

    // An exception cannot pass through the library's C.
    static void on_cell(void* text, std::size_t length, void* self) {
        auto& me = *static_cast<csv_reading*>(self);
        me.row_.text_.append(static_cast<const char*>(text), length);
        me.row_.ends_.push_back(me.row_.text_.size());
    }
    static void on_end(int, void* self) {
        auto& me = *static_cast<csv_reading*>(self);
        me.finished_ = true;
        if (me.failed_) return;
        try {
            me.take_row();
        } catch (...) {
            me.failed_ = std::current_exception();
        }
        me.row_.text_.clear();
        me.row_.ends_.clear();
    }
    void rethrow() const {
        if (failed_) std::rethrow_exception(failed_);
    }
    [[noreturn]] void refuse(const std::string& reason) const {
        throw bad_file({row_.file_, row_.line_, static_cast<unsigned>(row_.ends_.size() + 1)}, reason);
    }

    void take_row() {
        check_text();
        if (!has_heading_) return take_heading();
        if (row_.text_.find_first_not_of(" \t\r\n") == std::string::npos) return;
        if (row_.ends_.size() != width_)
            throw bad_file(
                {row_.file_, row_.line_, static_cast<unsigned>(std::min(row_.ends_.size(), width_) + 1)},
                "has " + std::to_string(row_.ends_.size()) + " cells, and the first line names " +
                    std::to_string(width_) + " columns");
        has_rows_ = true;
        each_(row_);
    }

    // Cell by cell: two halves of a letter in two cells are no letter.
    void check_text() const {
        std::size_t begin = 0;
        for (std::size_t cell = 0; cell < row_.ends_.size(); begin = row_.ends_[cell++])
            if (const auto* fault =
                    fault_of(std::string_view(row_.text_).substr(begin, row_.ends_[cell] - begin)))
                throw bad_file({row_.file_, row_.line_, static_cast<unsigned>(cell + 1)}, fault);
    }

    void take_heading() {
        has_heading_ = true;
        width_ = row_.ends_.size();
        row_.place_of_.assign(row_.names_.size(), -1);
        std::size_t begin = 0;
        for (std::size_t cell = 0; cell < width_; begin = row_.ends_[cell++]) {
            const auto name = std::string_view(row_.text_).substr(begin, row_.ends_[cell] - begin);
            const auto wanted = std::ranges::find(row_.names_, name);
            const auto refuse_name = [&](const std::string& reason) {
                throw bad_file({row_.file_, row_.line_, static_cast<unsigned>(cell + 1)},
                               "\"" + std::string(name) + "\" " + reason);
            };
            if (wanted == row_.names_.end()) refuse_name("is no column; known are " + joined(row_.names_));
            auto& place = row_.place_of_[static_cast<std::size_t>(wanted - row_.names_.begin())];
            if (place >= 0) refuse_name("is there twice");
            place = static_cast<int>(cell);
        }
        for (std::size_t at = 0; at < columns_.required.size(); ++at)
            if (row_.place_of_[at] < 0)
                throw bad_file({row_.file_, row_.line_, static_cast<unsigned>(width_ + 1)},
                               "the column \"" + columns_.required[at] + "\" is missing");
    }

    const std::filesystem::path& path_;
    const csv_columns& columns_;
    const std::function<void(const csv_row&)>& each_;
    csv_parser parser_{};
    csv_row row_;
    std::size_t width_ = 0;
    unsigned line_ = 0;
    bool has_heading_ = false, has_rows_ = false, finished_ = false;
    std::exception_ptr failed_;
};

void read_csv(const std::filesystem::path& path, const csv_columns& columns,
              const std::function<void(const csv_row&)>& each) {
    csv_reading(path, columns, each).read();
}

}  // namespace config
