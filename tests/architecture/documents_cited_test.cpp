// What a comment or a page names to read on must be there for whoever has the tree and nothing else.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

namespace fs = std::filesystem;

// The documents that a line cites: names that end in .md, with their folders.
std::vector<std::string> documents_in(const std::string& line) {
    static const std::regex document("[A-Za-z0-9_./-]*[A-Za-z0-9_]\\.md\\b");
    std::vector<std::string> cited;
    if (line.find(".md") == std::string::npos) return cited;
    for (std::sregex_iterator at(line.begin(), line.end(), document), end; at != end; ++at)
        cited.push_back(at->str());
    return cited;
}

// By its path from the root, as programs put it together too ("/docs/x"), or beside the file that cites it.
bool is_there(const architecture::source_file& file, std::string document) {
    const fs::path root = WEGO_SOURCE_DIR;
    if (document.starts_with("/")) document.erase(0, 1);
    return fs::exists(root / document) || fs::exists(root / file.folder / document);
}

TEST(documents, every_one_that_is_cited_is_in_the_tree) {
    const std::string own_example = "tests/architecture/documents_cited_test.cpp";
    int seen = 0;
    for (const auto& file : architecture::list_files(
             {"."}, {".cpp", ".hpp", ".sql", ".html", ".letter", ".mjs", ".js", ".scss", ".md", ".sh",
                     ".toml", ".txt", ".cmake", ".py", ".lua", "/run", "/test"})) {
        if (file.path == own_example) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& document : documents_in(file.lines[i])) {
                ++seen;
                EXPECT_TRUE(is_there(file, document))
                    << architecture::at(file, i + 1, document + " is not in the tree");
            }
    }
    EXPECT_GT(seen, 15);
}

// The tests that a line names: "suite.name" as code; a * stands for any, of suites or of names.
std::vector<std::string> tests_in(const std::string& line) {
    static const std::regex named("`([a-z_*]+\\.(?!(?:cpp|hpp|md|sql|txt|h)`)[A-Za-z0-9_*]+)`");
    std::vector<std::string> tests;
    for (std::sregex_iterator at(line.begin(), line.end(), named), end; at != end; ++at)
        tests.push_back((*at)[1]);
    return tests;
}

TEST(documents, every_test_that_a_room_names_is_there) {
    std::set<std::string> known;
    for (const auto& [suite, name] : architecture::list_tests()) {
        known.insert(suite + "." + name);
        known.insert(suite + ".*");
        known.insert("*" + suite.substr(std::min(suite.find('_'), suite.size())) + "." + name);
    }
    int seen = 0;
    bool is_in_room = false;  // in the list under a room's paragraph, over all lines of its points
    for (const auto& line : architecture::lines_of("ARCHITECTURE.md")) {
        is_in_room = line.starts_with("- never:") || (is_in_room && line.starts_with("  "));
        if (!is_in_room) continue;
        for (const auto& test : tests_in(line)) {
            ++seen;
            EXPECT_TRUE(known.contains(test)) << test;
        }
    }
    EXPECT_GT(seen, 30);
}

TEST(documents, are_read_off_a_line) {
    EXPECT_EQ(documents_in("see docs/rules.md (E5), and README.md."),
              (std::vector<std::string>{"docs/rules.md", "README.md"}));
    EXPECT_TRUE(documents_in("an .md file").empty());
    EXPECT_EQ(tests_in("- never (`rules.*`, `policy.cpp`, `x.y`)"),
              (std::vector<std::string>{"rules.*", "x.y"}));
    const architecture::source_file beside{"judging/tally.hpp", "judging", {}};
    EXPECT_TRUE(is_there(beside, "README.md"));
    EXPECT_FALSE(is_there(beside, "not_there.md"));
}

}  // namespace
