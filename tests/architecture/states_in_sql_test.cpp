// A state reaches SQL as a parameter, alone or as a set of workflow/state_sets.hpp, so that the compiler
// knows each place that uses it; a quoted one is found here.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "server/store/states.hpp"
#include "tests/architecture/source_tree.hpp"
#include "workflow/names.hpp"
#include "workflow/states.hpp"

namespace {

template <class... Enums>
std::set<std::string> list_names() {
    std::set<std::string> names;
    const auto take = [&](const auto& all) {
        for (const auto& [state, name] : all) names.emplace(name);
    };
    (take(workflow::all_of<Enums>), ...);
    return names;
}

const std::set<std::string>& states() {
    static const auto names =
        list_names<workflow::edition_state, workflow::entry_state, workflow::scorecard_state,
                   workflow::certificate_state, store::attachment_state, store::slate_state,
                   store::prize_state, store::letter_state>();
    return names;
}

// Where the statement repeats the predicate of a partial index, which is found by its words alone.
const std::set<std::pair<std::string, std::string>> excepted{
    {"server/store/letters.cpp", "queued"},  // letter_due
    {"server/store/letters.cpp", "leased"},
};

std::vector<std::string> list_quoted_states(const std::string& line) {
    static const std::regex quoted("'([a-z_]+)'");
    std::vector<std::string> found;
    for (auto one = std::sregex_iterator(line.begin(), line.end(), quoted); one != std::sregex_iterator{};
         ++one)
        if (states().contains((*one)[1])) found.push_back((*one)[1]);
    return found;
}

TEST(states_in_sql, are_parameters) {
    auto unused = excepted;
    for (const auto& file : architecture::list_files({"server/store"}, {".cpp", ".hpp"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& state : list_quoted_states(file.lines[i])) {
                unused.erase({file.path, state});
                EXPECT_TRUE(excepted.contains({file.path, state}))
                    << architecture::at(file, i + 1, "pass the state '" + state + "' as a parameter");
            }
    for (const auto& [path, state] : unused) ADD_FAILURE() << path << " quotes '" << state << "' no more";
}

TEST(states_in_sql, the_check_knows_a_state_from_other_words) {
    EXPECT_EQ(list_quoted_states("where state in ('submitted', 'returned')"),
              (std::vector<std::string>{"submitted", "returned"}));
    EXPECT_TRUE(list_quoted_states("where kind = 'tie' and state = :submitted").empty());
}

}  // namespace
