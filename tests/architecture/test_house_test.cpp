// The tests' own house: rows are built in one place and states reached by the product's own moves, one
// expectation says one thing, and a file that holds tests is named for it.
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::source_file;

// These try by hand what the database itself must refuse: constraints, rights and row-level security are the
// second lock behind the product's own moves, and no builder would ever offer such a row.
constexpr std::string_view second_lock[] = {
    "tests/store/catalogue_test.cpp", "tests/store/amendments_test.cpp", "tests/store/database_test.cpp",
    "tests/store/grave_acts_test.cpp", "tests/store/judging_test.cpp"};

const std::vector<source_file>& test_files() {
    static const auto once = [] {
        auto files = architecture::list_files({"tests"}, {".cpp", ".hpp"});
        EXPECT_GT(files.size(), 100u);
        // This file tells good from bad by examples of both.
        std::erase_if(files, [](const auto& file) { return file.path.ends_with("test_house_test.cpp"); });
        return files;
    }();
    return once;
}

// A race of two clocks is run forty times on one edition; no move leads back, so what it left is taken away
// by hand.
bool is_run_again_and_again(const source_file& file) {
    return file.folder == "tests/http/jobs";
}

bool is_second_lock(const source_file& file) {
    return is_run_again_and_again(file) ||
           std::find(std::begin(second_lock), std::end(second_lock), file.path) != std::end(second_lock);
}

std::string text_of(const source_file& file) {
    std::string all;
    for (const auto& line : file.lines) all += line + '\n';
    return all;
}

std::size_t line_of(const std::string& text, std::size_t at) {
    return static_cast<std::size_t>(
               std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
           1;
}

// Where a pattern is found, as line numbers; no file without the word that it begins with is searched.
std::vector<std::size_t> lines_with(const std::string& text, std::string_view word,
                                    const std::regex& pattern) {
    std::vector<std::size_t> lines;
    if (text.find(word) == std::string::npos) return lines;
    for (std::sregex_iterator one(text.begin(), text.end(), pattern), end; one != end; ++one)
        lines.push_back(line_of(text, static_cast<std::size_t>(one->position())));
    return lines;
}

const std::regex& forged_decision() {
    static const std::regex once(
        "\\b(edition|entry|scorecard|certificate)_decision(\\s+\\w+)?\\s*\\{|\\bdecision_on<");
    return once;
}
const std::regex& state_by_hand() {
    static const std::regex once(
        "\\bupdate\\s+(edition|entry|scorecard|certificate)\\s+set\\b[^;]*\\bstate\\s*=|"
        "\\binsert\\s+into\\s+(edition|entry|scorecard|certificate)\\s*\\([^)]*\\bstate\\b");
    return once;
}
const std::regex& row_by_hand() {
    static const std::regex once(
        "\\binsert\\s+into\\s+(edition|entry|judge|scorecard|city|person|category|tier|round)\\s*\\(");
    return once;
}

TEST(test_house, no_decision_is_forged_and_no_state_written_by_hand) {
    for (const auto& file : test_files()) {
        const auto text = text_of(file);
        for (const auto line : lines_with(text, "decision", forged_decision()))
            ADD_FAILURE() << architecture::at(file, line, "only workflow::decide() makes a decision");
        if (is_second_lock(file)) continue;
        for (const auto line : lines_with(text, "state", state_by_hand()))
            ADD_FAILURE() << architecture::at(file, line, "bring() it there: tests/support/states.hpp");
    }
}

TEST(test_house, rows_are_built_in_one_place) {
    for (const auto& file : test_files()) {
        if (file.folder == "tests/support" || is_second_lock(file)) continue;
        for (const auto line : lines_with(text_of(file), "insert", row_by_hand()))
            ADD_FAILURE() << architecture::at(file, line, "tests/support/builders.hpp builds it");
    }
}

// The operators of an expectation's own condition: not those in brackets within it.
struct expectation {
    std::size_t line;
    std::string macro;
    std::string operators;  // "&&||"
};

std::vector<expectation> list_expectations(const std::string& bare) {
    static const std::regex opening("\\b(EXPECT|ASSERT)_(TRUE|FALSE)\\(");
    std::vector<expectation> found;
    for (std::sregex_iterator one(bare.begin(), bare.end(), opening), end; one != end; ++one) {
        expectation made{line_of(bare, static_cast<std::size_t>(one->position())), (*one)[2], ""};
        int depth = 1;
        for (auto at = static_cast<std::size_t>(one->position() + one->length());
             depth > 0 && at < bare.size(); ++at) {
            const std::string_view rest = std::string_view(bare).substr(at);
            if (std::string_view("([{").find(bare[at]) != std::string_view::npos) ++depth;
            if (std::string_view(")]}").find(bare[at]) != std::string_view::npos) --depth;
            if (depth == 1 && (rest.starts_with("&&") || rest.starts_with("||")))
                made.operators += rest.substr(0, 2);
        }
        found.push_back(std::move(made));
    }
    return found;
}

bool says_one_thing(const expectation& one) {
    return one.operators.find(one.macro == "TRUE" ? "&&" : "||") == std::string::npos;
}

TEST(test_house, an_expectation_says_one_thing) {
    for (const auto& file : test_files())
        for (const auto& one : list_expectations(architecture::bare_code(file)))
            EXPECT_TRUE(says_one_thing(one))
                << architecture::at(file, one.line, "two expectations say which of the two did not hold");
}

TEST(test_house, a_file_with_tests_is_named_for_it) {
    static const std::regex test("(^|\n)(TEST|TEST_F|TEST_P|RC_GTEST_PROP)\\(");
    for (const auto& file : test_files()) {
        const bool is_named = file.path.ends_with("_test.cpp");
        EXPECT_EQ(std::regex_search(text_of(file), test), is_named) << file.path;
    }
}

TEST(test_house, the_checks_know_good_from_bad) {
    for (const auto* bad :
         {"workflow::entry_decision{draft, withdraw, withdrawn, {}}", "const edition_decision opening{",
          "workflow::decision_on<entry_state, entry_action>{}"})
        EXPECT_TRUE(std::regex_search(bad, forged_decision())) << bad;
    for (const auto* bad :
         {"update edition set version = 2,\n  state = 'open'", "update entry set state = :state",
          "insert into certificate (serial, state) values ('x', 'revoked')"})
        EXPECT_TRUE(std::regex_search(bad, state_by_hand())) << bad;
    for (const auto* good :
         {"update attachment set state = 'stored'", "select state from entry where state = 'draft'",
          "update entry set title = 'x'; select 1 where state = 'draft'"})
        EXPECT_FALSE(std::regex_search(good, state_by_hand())) << good;
    EXPECT_TRUE(std::regex_search("insert into judge (id)", row_by_hand()));
    EXPECT_FALSE(std::regex_search("insert into entry_version (id)", row_by_hand()));
    const std::vector<std::pair<std::string, bool>> expectations{
        {"EXPECT_TRUE(a && b)", false},
        {"ASSERT_TRUE(a\n && b) << c", false},
        {"EXPECT_FALSE(a || f(b && c))", false},
        {"EXPECT_TRUE(a || b)", true},
        {"EXPECT_TRUE(f(a && b)) << (c && d)", true}};
    for (const auto& [code, is_good] : expectations)
        EXPECT_EQ(says_one_thing(list_expectations(code).at(0)), is_good) << code;
}

}  // namespace
