// One word for one thing, files that fit on a few screens, functions that fit on one, headers that say what
// they are for.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::at;
using architecture::list_files;
using architecture::source_file;

// A synonym and the product's word for it.
const std::map<std::string, std::string>& synonyms() {
    static const std::map<std::string, std::string> words = {
        {"submission", "entry"},     {"submissions", "entries"},  {"application", "entry"},
        {"applications", "entries"}, {"nomination", "entry"},     {"nominations", "entries"},
        {"nominee", "entry"},        {"nominees", "entries"},     {"reviewer", "judge"},
        {"reviewers", "judges"},     {"juror", "judge"},          {"jurors", "judges"},
        {"jury", "panel"},           {"juries", "panels"},        {"referee", "judge"},
        {"referees", "judges"},      {"evaluator", "judge"},      {"evaluators", "judges"},
        {"contest", "edition"},      {"contests", "editions"},    {"competition", "edition"},
        {"municipality", "city"},    {"scoresheet", "scorecard"}, {"organizer", "organiser"},
    };
    return words;
}

TEST(words, code_and_schema_use_the_products_words) {
    auto files = list_files(architecture::product_folders(), {".hpp", ".cpp"});
    for (auto& file : list_files({"schema"}, {".sql"})) files.push_back(std::move(file));
    EXPECT_GT(files.size(), 50u);
    for (const auto& file : files)
        for (const auto& word : architecture::list_words(architecture::bare_code(file)))
            if (const auto known = synonyms().find(word.text); known != synonyms().end())
                ADD_FAILURE() << at(file, word.line,
                                    "say \"" + known->second + "\", not \"" + word.text + "\"");
}

// What a person reads: the text between the tags.
TEST(words, templates_use_the_products_words) {
    static const std::regex tags("<[^>]*>|\\{\\{[^}]*\\}\\}");
    for (const auto& file : list_files({"server/pages", "notifications/wording"}, {".html", ".txt"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& word : architecture::list_words(std::regex_replace(file.lines[i], tags, " ")))
                if (const auto known = synonyms().find(word.text);
                    known != synonyms().end() && !word.text.starts_with("submission"))
                    ADD_FAILURE() << at(file, i + 1,
                                        "say \"" + known->second + "\", not \"" + word.text + "\"");
}

TEST(words, nothing_is_left_for_later) {
    // In two pieces, so that this file does not find itself.
    static const std::regex later(
        "\\b(TO"
        "DO|FIX"
        "ME|X"
        "XX|HA"
        "CK)\\b");
    for (const auto& file : list_files({"typed", "workflow", "judging", "notifications", "config", "server",
                                        "schema", "tests", "scripts"},
                                       {".hpp", ".cpp", ".sql", ".html", ".mjs", ".sh", ".css", ".js"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], later)) << at(file, i + 1, file.lines[i]);
}

using reasons = std::map<std::string, std::string>;

// The files that may be longer than 300 lines, each for its reason.
const reasons long_files{
    {"server/routes.cpp", "the table of every URL"},
    {"notifications/letter_content.hpp", "the list of every letter"},
    {"schema/0007_roles.sql", "a migration is not edited once it is out"},
    {"schema/current.sql", "made by pg_dump"},
    {"server/http/connection.cpp", "one class template, whose members are seen where it is instantiated"},
};

// The functions that may be longer than 40 lines.
const reasons long_functions{
    {"server/features/account/errand.cpp: words_for_act_of", "a word for each enumerator"},
    {"server/features/office/log_words.cpp: words_for", "a word for each enumerator"},
    {"server/store/visits.cpp: load_visit", "one statement"},
    {"tests/http/frame/demonstration_test.cpp: tells_its_history_by_known_moves",
     "one loading, which is dear"},
    {"tests/pages/render_test.cpp: hostile_texts", "a list of texts"},
};

std::size_t columns_of(const std::string& line) {
    return static_cast<std::size_t>(
        std::ranges::count_if(line, [](unsigned char letter) { return (letter & 0xC0) != 0x80; }));
}

// Walks a file's lines and knows which of them clang-format leaves alone: a table between its marks, and the
// text of a statement.
class reader {
public:
    explicit reader(bool is_sql) : is_sql_(is_sql) {}

    void read(const std::string& line) {
        if (line.find("clang-format off") != std::string::npos) is_table_ = true;
        if (line.find("clang-format on") != std::string::npos) is_table_ = false;
        was_text_ = is_text_;
        for (std::size_t at = 0; at < line.size(); ++at) {
            if (!is_text_ && line.compare(at, 3, "R\"(") == 0)
                is_text_ = was_text_ = true, at += 2;
            else if (is_text_ && line.compare(at, 2, ")\"") == 0)
                is_text_ = false, ++at;
        }
    }

    bool is_left_alone() const { return is_sql_ || is_table_ || was_text_; }
    // The next line begins within a text: what stands in its first column is no code.
    bool is_within_text() const { return is_text_; }

private:
    bool is_sql_, is_table_ = false, is_text_ = false, was_text_ = false;
};

struct function_size {
    std::string name;
    std::size_t line, lines;
};

// "save_answers" of its opening line, and a test by its own name.
std::string name_of_function(const std::string& opening) {
    static const std::regex test("^(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP)\\(\\w+,\\s*(\\w*)"),
        function("([\\w:~]+)\\(");
    std::smatch found;
    if (std::regex_search(opening, found, test)) return found[1];
    return std::regex_search(opening, found, function) ? found[1].str() : opening;
}

// From the line in the first column that opens it to the brace in the first column that ends it. What ends
// with a semicolon is a type or a table.
std::vector<function_size> list_functions(const source_file& file) {
    std::vector<function_size> functions;
    std::size_t opened = 0;
    bool was_code = true;
    reader at_line(false);
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const auto& line = file.lines[i];
        const bool is_code = was_code;
        at_line.read(line);
        was_code = !at_line.is_within_text();
        if (!is_code || line.empty()) continue;
        if (line == "}")
            functions.push_back({name_of_function(file.lines[opened]), opened + 1, i - opened + 1});
        else if (std::isalpha(static_cast<unsigned char>(line[0])))
            opened = i;
    }
    return functions;
}

std::vector<source_file> list_measured() {
    return list_files(
        {"typed", "workflow", "judging", "notifications", "config", "server", "schema", "tests"},
        {".hpp", ".cpp", ".sql"});
}

TEST(sizes, lines_fit_in_110_columns_and_what_clang_format_leaves_alone_in_160) {
    for (const auto& file : list_measured()) {
        if (file.path == "schema/current.sql") continue;
        reader at_line(file.path.ends_with(".sql"));
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            at_line.read(file.lines[i]);
            EXPECT_LE(columns_of(file.lines[i]), at_line.is_left_alone() ? 160u : 110u)
                << at(file, i + 1, "too long");
        }
    }
}

TEST(sizes, files_have_at_most_300_lines) {
    std::set<std::string> longer;
    for (const auto& file : list_measured())
        if (file.lines.size() > 300) longer.insert(file.path);
    for (const auto& path : longer)
        EXPECT_TRUE(long_files.contains(path)) << path << " wants to be two files";
    for (const auto& [path, reason] : long_files)
        EXPECT_TRUE(longer.contains(path)) << path << " is no exception any more";
}

TEST(sizes, functions_have_at_most_40_lines) {
    std::set<std::string> longer;
    for (const auto& file : list_measured()) {
        if (file.path.ends_with(".sql")) continue;
        for (const auto& function : list_functions(file)) {
            if (function.lines <= 40) continue;
            const auto name = file.path + ": " + function.name;
            longer.insert(name);
            EXPECT_TRUE(long_functions.contains(name)) << at(
                file, function.line, function.name + " has " + std::to_string(function.lines) + " lines");
        }
    }
    for (const auto& [name, reason] : long_functions)
        EXPECT_TRUE(longer.contains(name)) << name << " is no exception any more";
}

TEST(sizes, are_measured_from_the_first_column) {
    const source_file file{"a.cpp",
                           "",
                           {"int one(", "    int two) {", "    return two;", "}", "struct two {", "};",
                            "TEST(three, counts) {", "}"}};
    const auto functions = list_functions(file);
    ASSERT_EQ(functions.size(), 2u);
    EXPECT_EQ(functions[0].name, "one");
    EXPECT_EQ(functions[0].lines, 4u);
    EXPECT_EQ(functions[1].name, "counts");
    EXPECT_EQ(functions[1].lines, 2u);
    EXPECT_EQ(columns_of("Málaga"), 6u);
}

TEST(sizes, every_header_says_what_it_is_for) {
    for (const auto& file : list_files(architecture::product_folders(), {".hpp"})) {
        std::size_t comments = 0;
        bool once = false;
        for (const auto& line : file.lines) {
            if (line.starts_with("#pragma once"))
                once = true;
            else if (line.starts_with("//"))
                ++comments;
            else
                break;
        }
        EXPECT_GE(comments, 1u) << file.path << ": open with two to five lines that say what it is for";
        EXPECT_TRUE(once ||
                    std::find(file.lines.begin(), file.lines.end(), "#pragma once") != file.lines.end())
            << file.path << ": #pragma once";
    }
}

}  // namespace
