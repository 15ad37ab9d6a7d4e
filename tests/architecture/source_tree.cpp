#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>

namespace architecture {

namespace fs = std::filesystem;

namespace {

// What is not the tree's own: what the build and npm make, and what a running service keeps.
bool is_foreign(const fs::path& folder) {
    const auto name = folder.filename();
    return name == "build" || name == "node_modules" || name == "var" || name == ".git";
}

source_file read_file(const fs::path& root, const fs::path& where) {
    const auto path = where.lexically_relative(root);
    source_file file{path.string(), path.parent_path().string(), {}};
    std::ifstream in(where);
    for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    return file;
}

}  // namespace

std::vector<source_file> list_files(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& endings) {
    const auto root = fs::path(WEGO_SOURCE_DIR).lexically_normal();
    std::vector<source_file> files;
    for (const auto& folder : folders) {
        if (!fs::exists(root / folder)) continue;
        for (fs::recursive_directory_iterator at((root / folder).lexically_normal()), end; at != end; ++at) {
            if (at->is_directory() && is_foreign(at->path())) at.disable_recursion_pending();
            const auto path = at->path().string();
            if (at->is_regular_file() &&
                std::ranges::any_of(endings, [&](const auto& ending) { return path.ends_with(ending); }))
                files.push_back(read_file(root, at->path()));
        }
    }
    std::ranges::sort(files, {}, &source_file::path);
    return files;
}

std::vector<std::string> lines_of(const std::string& path) {
    const auto root = fs::path(WEGO_SOURCE_DIR).lexically_normal();
    return read_file(root, root / path).lines;
}

std::vector<test_name> list_tests() {
    static const std::regex test("\\n(?:TEST(?:_F|_P)?|RC_GTEST_PROP)\\(\\s*(\\w+),\\s*(\\w+)");
    std::vector<test_name> tests;
    for (const auto& file : list_files({"tests"}, {".cpp"})) {
        std::string text = "\n";
        for (const auto& line : file.lines) text += line + "\n";
        for (std::sregex_iterator at(text.begin(), text.end(), test), end; at != end; ++at)
            tests.push_back({(*at)[1], (*at)[2]});
    }
    return tests;
}

const std::vector<std::string>& product_folders() {
    static const std::vector<std::string> folders = {"typed",         "workflow", "judging",
                                                     "notifications", "config",   "server"};
    return folders;
}

namespace {

// Reads C++ or SQL sign by sign and keeps what is neither a comment nor quoted.
class bare_reader {
public:
    bare_reader(std::string all, bool is_sql) : all_(std::move(all)), is_sql_(is_sql) {}

    std::string read() {
        for (; at_ < all_.size(); ++at_) {
            if (all_[at_] == '\n') bare_ += '\n';
            read_sign();
        }
        return bare_;
    }

private:
    enum class inside { code, line_comment, block_comment, text, character, raw_text };

    void read_sign() {
        const bool is_escaped = at_ > 0 && all_[at_ - 1] == '\\' && !(at_ > 1 && all_[at_ - 2] == '\\');
        switch (where_) {
            case inside::code: return read_code();
            case inside::line_comment: return leave_at("\n");
            case inside::block_comment: return leave_at("*/");
            case inside::raw_text: return leave_at(")\"");
            case inside::text:
                if (!is_escaped) leave_at("\"");
                return;
            case inside::character:
                if (!is_escaped) leave_at("'");
                return;
        }
    }

    void read_code() {
        const char sign = all_[at_];
        if (begins(is_sql_ ? "--" : "//"))
            where_ = inside::line_comment;
        else if (begins("/*"))
            where_ = inside::block_comment;
        else if (!is_sql_ && begins("R\"("))
            where_ = inside::raw_text;
        else if (!is_sql_ && sign == '"')
            where_ = inside::text;
        // Not the apostrophe in 1'000.
        else if (sign == '\'' &&
                 (is_sql_ || at_ == 0 || !std::isdigit(static_cast<unsigned char>(all_[at_ - 1]))))
            where_ = inside::character;
        else if (sign != '\n')
            bare_ += sign;
    }

    bool begins(std::string_view what) const { return all_.compare(at_, what.size(), what) == 0; }
    void leave_at(std::string_view what) {
        if (!begins(what)) return;
        where_ = inside::code;
        at_ += what.size() - 1;
    }

    std::string all_, bare_;
    bool is_sql_;
    std::size_t at_ = 0;
    inside where_ = inside::code;
};

}  // namespace

std::string bare_code(const source_file& file) {
    std::string all;
    for (const auto& line : file.lines) all += line + "\n";
    return bare_reader(std::move(all), file.path.ends_with(".sql")).read();
}

std::vector<word> list_words(const std::string& code) {
    std::vector<word> words;
    std::string current;
    std::size_t line = 1;
    for (const char letter : code + "\n") {
        if (std::isalpha(static_cast<unsigned char>(letter))) {
            current += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
            continue;
        }
        if (!current.empty()) words.push_back({current, line});
        current.clear();
        if (letter == '\n') ++line;
    }
    return words;
}

std::string at(const source_file& file, std::size_t line, const std::string& what) {
    return file.path + ":" + std::to_string(line) + ": " + what;
}

}  // namespace architecture
