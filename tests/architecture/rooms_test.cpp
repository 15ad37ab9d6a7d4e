// What must never be true in a room, as ARCHITECTURE.md says it, where a look at the text shows it.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::at;

void expect_nowhere(const std::vector<architecture::source_file>& files, const std::regex& what) {
    ASSERT_FALSE(files.empty());
    for (const auto& file : files)
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], what)) << at(file, i + 1, file.lines[i]);
}

std::vector<architecture::source_file> sources_where(
    const std::vector<std::string>& folders,
    const std::function<bool(const architecture::source_file&)>& wanted) {
    auto files = architecture::list_files(folders, {".cpp", ".hpp"});
    std::erase_if(files, [&](const auto& file) { return !wanted(file); });
    return files;
}

const std::regex& statement() {
    static const std::regex begins("[\"(](select|insert into|update|delete from) [a-z_]+ ");
    return begins;
}

const std::regex& change_of_state() {
    static const std::regex sets(
        "update (edition|entry|scorecard|certificate)( [a-z])? set (sealed_)?state\\b");
    return sets;
}

const std::regex& other_time() {
    static const std::regex names(
        "database_of_the_past|include .server/store/demonstration|\\bstand_at\\((?!workflow::instant)");
    return names;
}

TEST(rooms, J6_no_order_rests_on_floating_point) {
    static const std::set<std::string> exact = {"canonical", "methods", "rubric", "scorecard",
                                                "slate",     "tally",   "ties"};
    expect_nowhere(sources_where({"judging"},
                                 [](const auto& file) {
                                     const auto name = file.path.substr(file.path.rfind('/') + 1);
                                     return exact.contains(name.substr(0, name.find('.')));
                                 }),
                   std::regex("\\b(double|float)\\b"));
}

TEST(rooms, E3_no_length_of_a_text_is_asked_in_bytes) {
    // A limit in figures or by its name; what is compared with 60 or less is a word of ours, never a text.
    expect_nowhere(sources_where({"server/features", "workflow"}, [](const auto&) { return true; }),
                   std::regex("(reason|note|name|value|body|why|text|title|comment|\\))\\.size\\(\\) *>=? *"
                              "([1-9][0-9]{2,}|longest_)"));
}

TEST(rooms, no_statement_stands_outside_the_store) {
    expect_nowhere(sources_where(architecture::product_folders(),
                                 [](const auto& file) { return file.folder != "server/store"; }),
                   statement());
}

TEST(rooms, one_file_changes_the_state_of_what_has_a_lifecycle) {
    expect_nowhere(sources_where({"server/store"},
                                 [](const auto& file) { return file.path != "server/store/moves.cpp"; }),
                   change_of_state());
}

TEST(rooms, only_the_demonstration_tells_of_another_time) {
    expect_nowhere(sources_where(architecture::product_folders(),
                                 [](const auto& file) {
                                     return !file.path.starts_with("server/commands/demo") &&
                                            !file.path.starts_with("server/store/demonstration.");
                                 }),
                   other_time());
}

TEST(rooms, the_checks_know_good_from_bad) {
    EXPECT_TRUE(std::regex_search("db.run(\"select name from city\")", statement()));
    EXPECT_TRUE(std::regex_search("R\"(update entry e set state = 'x')\"", change_of_state()));
    EXPECT_TRUE(std::regex_search("db.stand_at(then);", other_time()));
    EXPECT_FALSE(std::regex_search("void stand_at(workflow::instant);", other_time()));
    EXPECT_FALSE(std::regex_search("t(\"Select a city from the list\")", statement()));
    EXPECT_FALSE(std::regex_search("update slate set state = 'ratified'", change_of_state()));
}

}  // namespace
