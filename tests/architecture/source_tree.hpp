// The project's own files as the architecture tests look at them: path, lines, and the code without its
// comments and texts. It knows the tree's layout and no rule.
#pragma once

#include <string>
#include <vector>

namespace architecture {

struct source_file {
    std::string path;    // from the root: "server/store/audit.cpp"
    std::string folder;  // "server/store"
    std::vector<std::string> lines;
    bool is_header() const { return path.ends_with(".hpp"); }
};

// Files with one of these endings under these folders of the root ("." is all of it, but for what is made or
// brought in), sorted by path.
std::vector<source_file> list_files(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& endings);

// One file's lines; none when it is not there.
std::vector<std::string> lines_of(const std::string& path);

// The folders with the product's own C++: everything but tests.
const std::vector<std::string>& product_folders();

// Every test in tests/.
struct test_name {
    std::string suite, name;
};
std::vector<test_name> list_tests();

// C++ or SQL without comments and without what stands in quotes; lines stay lines.
std::string bare_code(const source_file& file);

// The words of all identifiers, in small letters: "entry_limit" gives entry and limit.
struct word {
    std::string text;
    std::size_t line;
};
std::vector<word> list_words(const std::string& code);

// A message of the form "path:line: what".
std::string at(const source_file& file, std::size_t line, const std::string& what);

}  // namespace architecture
