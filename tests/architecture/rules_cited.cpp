// Each rule of product.md has a test whose name cites it, as in TEST(office, J5_progress_shows_no_score).
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

// J8 to J10, T2 and T4 are deepened by later work.
constexpr const char* rules[] = {"E1", "E2", "E3", "E4", "E5", "E6", "J1", "J2", "J3", "J4",
                                 "J5", "J6", "J7", "P1", "P2", "P3", "P4", "T1", "T3"};

// The rules that a test's name begins with, also several: "P1_P2_a_tier_is_added".
std::set<std::string> rules_in(const std::string& name) {
    static const std::regex rule("^([EJPT][0-9]+)_");
    std::set<std::string> cited;
    std::smatch found;
    for (auto rest = name; std::regex_search(rest, found, rule); rest = found.suffix())
        cited.insert(found[1]);
    return cited;
}

TEST(rules, each_is_cited_by_the_name_of_a_test) {
    static const std::regex test("^TEST(?:_F|_P)?\\(\\s*\\w+,\\s*(\\w+)\\)");
    std::set<std::string> cited;
    for (const auto& file : architecture::list_files({"tests"}, {".cpp"}))
        for (const auto& line : file.lines)
            if (std::smatch found; std::regex_search(line, found, test)) cited.merge(rules_in(found[1]));
    for (const auto* rule : rules) EXPECT_TRUE(cited.contains(rule)) << rule << " is cited by no test";
}

TEST(rules, are_read_off_the_names) {
    EXPECT_EQ(rules_in("P1_P2_a_tier_is_added"), (std::set<std::string>{"P1", "P2"}));
    EXPECT_EQ(rules_in("E10_is_not_E1"), std::set<std::string>{"E10"});
    EXPECT_TRUE(rules_in("shows_J5").empty());
}

}  // namespace
