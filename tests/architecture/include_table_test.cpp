// Who may include whom: the table of ARCHITECTURE.md, over the real tree.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::at;
using architecture::source_file;
using prefixes = std::vector<std::string>;

// The rows of the table in ARCHITECTURE.md: a folder, and the beginnings of what it may include besides
// itself and the standard library.
std::map<std::string, prefixes> read_table() {
    static const std::regex row("^\\| `([a-z/]+)` \\| (.*) \\|$"), in_code("`([^`]+)`");
    std::map<std::string, prefixes> rows;
    for (const auto& line : architecture::lines_of("ARCHITECTURE.md")) {
        std::smatch found;
        if (!std::regex_match(line, found, row)) continue;
        auto& allowed = rows[found[1]];
        const std::string cell = found[2];
        if (cell == "everything") allowed.push_back("");
        for (std::sregex_iterator code(cell.begin(), cell.end(), in_code), end; code != end; ++code)
            allowed.push_back((*code)[1]);
    }
    return rows;
}

const std::map<std::string, prefixes>& table() {
    static const auto rows = read_table();
    return rows;
}

bool is_standard(const std::string& included) {
    return included.find_first_of("/.") == std::string::npos;
}

bool row_allows(const std::string& folder, const std::string& included) {
    const auto row = table().find(folder);
    return row != table().end() &&
           std::ranges::any_of(row->second, [&](const auto& prefix) { return included.starts_with(prefix); });
}

// "server/features" for "server/features/city"; empty for a room itself.
std::string room_around(const std::string& folder) {
    const auto room = folder.substr(0, folder.rfind('/'));
    return room != folder && room != "server" ? room : std::string();
}

bool may_include(const source_file& file, const std::string& included) {
    if (is_standard(included) || included.starts_with(file.folder + "/")) return true;
    const auto room = room_around(file.folder);
    if (!room.empty() && row_allows(room, included)) return true;
    return row_allows(file.folder, included);
}

// The other libraries of a folder stay out of its headers: whoever includes them does not pay for them.
bool only_in_sources(const source_file& file, const std::string& included) {
    static const std::set<std::string> folders = {"judging", "server/pages", "server/access", "server/mail"};
    static const prefixes heavy = {"lemon/",   "Eigen/", "mustache.hpp", "kainjow/", "sodium.h",
                                   "liboath/", "pango/", "cairo",        "curl/",    "qrencode.h"};
    return folders.contains(file.folder) && std::any_of(heavy.begin(), heavy.end(), [&](const auto& prefix) {
               return included.starts_with(prefix);
           });
}

TEST(include_table, holds_for_every_file) {
    static const std::regex include_line("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]");
    ASSERT_GE(table().size(), 13u);
    int seen = 0;
    for (const auto& file : architecture::list_files(architecture::product_folders(), {".hpp", ".cpp"})) {
        EXPECT_TRUE(table().contains(file.folder)) << file.path << ": its folder is not in the table";
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch found;
            if (!std::regex_search(file.lines[i], found, include_line)) continue;
            ++seen;
            const std::string included = found[1];
            EXPECT_TRUE(may_include(file, included))
                << at(file, i + 1, file.folder + " may not include " + included);
            EXPECT_FALSE(file.is_header() && only_in_sources(file, included))
                << at(file, i + 1, included + " belongs into the .cpp");
        }
    }
    EXPECT_GT(seen, 100);
}

// The domain gets values and gives decisions: no clock, no files, no threads, no chance.
TEST(include_table, the_domain_is_pure) {
    static const std::regex impure(
        "_clock::now|std::time\\(|random_device|\\brand\\(|<(fstream|iostream|filesystem|thread|mutex|future)"
        ">");
    for (const auto& file :
         architecture::list_files({"workflow", "judging", "notifications"}, {".hpp", ".cpp"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], impure)) << at(file, i + 1, file.lines[i]);
}

TEST(include_table, includes_are_written_from_the_root) {
    static const std::regex relative("^\\s*#\\s*include\\s*\"(\\.|[^/\"]+\")");
    for (const auto& file : architecture::list_files(
             {"workflow", "judging", "notifications", "config", "server", "tests"}, {".hpp", ".cpp"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], relative)) << at(file, i + 1, file.lines[i]);
}

// g++ 12.2 destroys some temporaries twice around co_await: closures and aggregates written in place.
TEST(include_table, statements_with_co_await_hold_only_names_and_calls) {
    static const std::regex written_in_place("\\[(&|=|this|\\])|\\w\\s*\\{.*\\}");
    for (const auto& file : architecture::list_files({"server"}, {".hpp", ".cpp"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            const auto& line = file.lines[i];
            const auto awaits = line.find("co_await");
            if (awaits == std::string::npos || line.find("//") < awaits) continue;
            EXPECT_FALSE(std::regex_search(line.substr(awaits), written_in_place)) << at(file, i + 1, line);
        }
}

// Two structs of one name in one namespace link without a word, and one is then read as the other.
TEST(include_table, no_folder_defines_a_name_twice) {
    static const std::regex definition("^(?:struct|class|enum class) ([a-z_]+) *(?:\\{|final|:|$)");
    std::map<std::string, std::string> known;
    for (const auto& file : architecture::list_files(architecture::product_folders(), {".hpp"})) {
        std::set<std::string> here;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::smatch found;
            if (!std::regex_search(file.lines[i], found, definition)) continue;
            const auto name = file.folder + "/" + found[1].str();
            if (!here.insert(name).second) continue;
            const auto [first, is_new] = known.emplace(name, file.path);
            EXPECT_TRUE(is_new) << at(file, i + 1,
                                      found[1].str() + " is defined in " + first->second + " too");
        }
    }
}

}  // namespace
