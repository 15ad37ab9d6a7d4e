// Which program made a result: the command line says it, and every tally carries it.
#include "config/version.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "server/commands/commands.hpp"

namespace {

TEST(version, is_what_git_says_of_the_tree) {
    static const std::regex one_word("[^ \\n]+");
    const std::string version(config::program_version());
    EXPECT_TRUE(std::regex_match(version, one_word)) << version;
    EXPECT_EQ(version == "unknown", !std::filesystem::exists(WEGO_SOURCE_DIR "/.git")) << version;
}

TEST(version, is_printed_by_the_command_line) {
    std::string program = "wego-awards", option = "--version";
    char* words[] = {program.data(), option.data(), nullptr};
    testing::internal::CaptureStdout();
    EXPECT_EQ(commands::run(2, words), 0);
    EXPECT_EQ(testing::internal::GetCapturedStdout(),
              "wego-awards " + std::string(config::program_version()) + "\n");
}

}  // namespace
