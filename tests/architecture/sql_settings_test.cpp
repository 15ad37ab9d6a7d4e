// A setting that outlives its transaction is the next person's on the same connection: roles
// and the acting person are set for one transaction only.
#include <gtest/gtest.h>

#include <regex>

#include "tests/architecture/source_tree.hpp"

namespace {

const std::regex& lasting() {
    static const std::regex once("\\bset (session|role)\\b|\\bset app\\.|set_config\\([^)]*, *false\\)",
                                 std::regex::icase);
    return once;
}

TEST(sql_settings, roles_and_the_acting_person_last_for_one_transaction_only) {
    for (const auto& file : architecture::list_files({"server", "schema"}, {".cpp", ".hpp", ".sql"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], lasting()))
                << architecture::at(file, i + 1, file.lines[i]);
}

TEST(sql_settings, the_check_knows_good_from_bad) {
    for (const auto* bad : {"set role wego_judge", "SET SESSION AUTHORIZATION x", "set app.person = 1",
                            "select set_config('app.person', '1', false)"})
        EXPECT_TRUE(std::regex_search(bad, lasting())) << bad;
    for (const auto* good : {"set local role wego_judge", "select set_config('app.person', '1', true)"})
        EXPECT_FALSE(std::regex_search(good, lasting())) << good;
}

}  // namespace
