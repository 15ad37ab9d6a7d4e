// `wego-awards simulate`, as the function behind it: what it says, what it refuses, what it draws.
#include "server/commands/simulate.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <sstream>

namespace {

struct spoken {
    int status = 0;
    std::string output, complaints;
};

spoken simulate(commands::simulation wanted) {
    wanted.rules_file = WEGO_SOURCE_DIR "/config/editions/wego-2014.toml";
    std::ostringstream output, complaints;
    spoken said;
    said.status = commands::simulate(std::move(wanted), {output, complaints});
    said.output = output.str();
    said.complaints = complaints.str();
    return said;
}

commands::simulation few_editions() {
    commands::simulation wanted;
    wanted.made_up.editions = 10;
    return wanted;
}

TEST(simulate, answers_first_and_says_that_it_is_made_up) {
    const auto said = simulate(few_editions());
    EXPECT_EQ(said.status, 0);
    EXPECT_TRUE(said.complaints.empty());
    EXPECT_TRUE(said.output.starts_with("A rehearsal: projects, judges and scores are made up."));
    EXPECT_NE(
        said.output.find("With every judge on every entry the truly best project of a category wins in "),
        std::string::npos);
    EXPECT_NE(said.output.find("68 entries in 5 categories, 7 judges; tally by mean"), std::string::npos);
}

TEST(simulate, compares_the_assignments_that_are_asked_for) {
    auto wanted = few_editions();
    wanted.judges_per_entry = {"all", "3"};
    wanted.format = commands::report_format::json;
    const auto said = simulate(wanted);
    EXPECT_NE(said.output.find("\"judges_per_entry\":null"), std::string::npos);
    EXPECT_NE(said.output.find("\"judges_per_entry\":3"), std::string::npos);
    EXPECT_EQ(said.output.find("\"judges_per_entry\":5"), std::string::npos);
}

TEST(simulate, refuses_bad_values_before_anything_starts) {
    for (auto change : std::vector<std::function<void(commands::simulation&)>>{
             [](auto& one) { one.judges_per_entry = {"three"}; },
             [](auto& one) { one.judges_per_entry = {"8"}; }, [](auto& one) { one.judges_per_entry = {"0"}; },
             [](auto& one) { one.made_up.people.dropouts = 2; }, [](auto& one) { one.made_up.editions = 0; },
             [](auto& one) { one.made_up.people.noise = -1; },
             [](auto& one) { one.made_up.people.halo = std::nan(""); },
             [](auto& one) { one.plot = "/nowhere/at/all.svg"; }}) {
        auto wanted = few_editions();
        change(wanted);
        wanted.progress = [](int) { ADD_FAILURE() << "an edition was played"; };
        const auto said = simulate(wanted);
        EXPECT_EQ(said.status, 2);
        EXPECT_TRUE(said.output.empty());
        EXPECT_FALSE(said.complaints.empty());
    }
}

TEST(simulate, draws_a_picture_that_speaks) {
    auto wanted = few_editions();
    wanted.plot = std::filesystem::temp_directory_path() / "wego-simulate-test.svg";
    ASSERT_EQ(simulate(wanted).status, 0);
    std::ostringstream drawn;
    drawn << std::ifstream(wanted.plot).rdbuf();
    std::filesystem::remove(wanted.plot);
    const auto svg = drawn.str();
    EXPECT_TRUE(svg.starts_with("<?xml"));
    for (const auto* part : {"role='img'", "<title id='title'>", "<desc id='desc'>", ">all judges</text>"})
        EXPECT_NE(svg.find(part), std::string::npos) << part;
    EXPECT_EQ(svg.find("<script"), std::string::npos);
}

}  // namespace
