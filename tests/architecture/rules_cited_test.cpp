// docs/rules.md and the tests hold each other to it: a rule that the service carries out is cited by the name
// of a test, as in TEST(office, J5_progress_shows_no_score); one that it does not carry out is cited by none,
// so that the book's mark cannot go stale.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"
#include "workflow/states.hpp"

namespace {

constexpr const char* mark = "**Not carried out yet:**";

// The book's paragraphs by their headings: "E5", "Edition".
using book = std::map<std::string, std::string>;

book read_book(const std::vector<std::string>& lines) {
    static const std::regex heading("^### ([EJPT][0-9]+|[A-Z][a-z]+)( .+)?$");
    book paragraphs;
    std::string* paragraph = nullptr;
    for (const auto& line : lines) {
        if (std::smatch found; std::regex_match(line, found, heading))
            paragraph = &paragraphs[found[1]];
        else if (line.starts_with("#"))
            paragraph = nullptr;
        else if (paragraph != nullptr && !line.empty())
            *paragraph += (paragraph->empty() ? "" : " ") + line;
    }
    return paragraphs;
}

const book& the_book() {
    static const auto paragraphs = read_book(architecture::lines_of("docs/rules.md"));
    return paragraphs;
}

bool is_rule(const std::string& heading) {
    return heading.size() > 1 && heading[1] >= '0' && heading[1] <= '9';
}

bool is_carried_out(const std::string& paragraph) {
    return paragraph.find(std::string(mark) + " the whole rule.") == std::string::npos;
}

// The rules that a test's name begins with, also several: "P1_P2_a_tier_is_added".
std::set<std::string> rules_in(const std::string& name) {
    static const std::regex rule("^([EJPT][0-9]+)_");
    std::set<std::string> cited;
    std::smatch found;
    for (auto rest = name; std::regex_search(rest, found, rule); rest = found.suffix())
        cited.insert(found[1]);
    return cited;
}

std::set<std::string> list_cited() {
    std::set<std::string> cited;
    for (const auto& test : architecture::list_tests()) cited.merge(rules_in(test.name));
    return cited;
}

template <class State>
std::string state_without_a_word(const std::string& paragraph) {
    std::string missing;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto state) {
        if (paragraph.find(std::string("`") + state.name + "`") == std::string::npos)
            missing += std::string(missing.empty() ? "" : " ") + state.name;
    });
    return missing;
}

TEST(rules, each_that_is_carried_out_is_cited_by_the_name_of_a_test) {
    const auto cited = list_cited();
    for (const auto& [rule, paragraph] : the_book()) {
        if (!is_rule(rule)) continue;
        if (is_carried_out(paragraph))
            EXPECT_TRUE(cited.contains(rule)) << rule << " is cited by no test";
        else
            EXPECT_FALSE(cited.contains(rule)) << rule << " is cited by a test: say what it does by now";
    }
}

TEST(rules, no_test_cites_one_that_is_not_in_the_book) {
    for (const auto& rule : list_cited()) EXPECT_TRUE(the_book().contains(rule)) << rule;
}

TEST(rules, the_book_counts_without_a_gap) {
    std::map<char, int> highest, count;
    for (const auto& [rule, paragraph] : the_book()) {
        if (!is_rule(rule)) continue;
        highest[rule[0]] = std::max(highest[rule[0]], std::stoi(rule.substr(1)));
        ++count[rule[0]];
    }
    EXPECT_EQ(highest, count);
    EXPECT_EQ(count.size(), 4u) << "entries, judging, prizes, trust";
}

TEST(rules, what_is_not_carried_out_stands_at_the_end_after_the_rule) {
    for (const auto& [rule, paragraph] : the_book()) {
        const auto at = paragraph.find(mark);
        if (at == std::string::npos) continue;
        EXPECT_GT(at, 0u) << rule << " has to be stated first";
        EXPECT_EQ(paragraph.find("**", at + std::string(mark).size()), std::string::npos) << rule;
    }
}

TEST(rules, each_lifecycle_names_its_states_and_actions) {
    const auto check = [](const std::string& machine, auto state, auto action) {
        ASSERT_TRUE(the_book().contains(machine)) << machine;
        EXPECT_EQ(state_without_a_word<decltype(state)>(the_book().at(machine)), "") << machine;
        EXPECT_EQ(state_without_a_word<decltype(action)>(the_book().at(machine)), "") << machine;
    };
    check("Edition", workflow::edition_state{}, workflow::edition_action{});
    check("Entry", workflow::entry_state{}, workflow::entry_action{});
    check("Scorecard", workflow::scorecard_state{}, workflow::scorecard_action{});
    check("Certificate", workflow::certificate_state{}, workflow::certificate_action{});
}

TEST(rules, are_read_off_the_names_and_off_the_book) {
    EXPECT_EQ(rules_in("P1_P2_a_tier_is_added"), (std::set<std::string>{"P1", "P2"}));
    EXPECT_EQ(rules_in("E10_is_not_E1"), std::set<std::string>{"E10"});
    EXPECT_TRUE(rules_in("shows_J5").empty());
    const auto read = read_book({"# The rules", "", "### E1 Two", "", "A city", "enters two.", "## Next",
                                 "nothing", "### T2 Verify", "", "It verifies. **Not carried out yet:** the",
                                 "whole rule. There is none."});
    EXPECT_EQ(read.at("E1"), "A city enters two.");
    EXPECT_TRUE(is_carried_out(read.at("E1")));
    EXPECT_FALSE(is_carried_out(read.at("T2")));
}

}  // namespace
