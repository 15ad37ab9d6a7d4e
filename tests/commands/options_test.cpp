// The command line itself: what every number option takes, and how a file that is not there is told.
#include "server/commands/commands.hpp"

#include <gmock/gmock.h>

#include "tests/support/scratch_folder.hpp"

namespace {

struct program_run {
    int status = 0;
    std::string output, complaints;
};

class command_options : public tests::scratch_folder {
protected:
    static program_run run(std::vector<std::string> words) {
        std::vector<char*> arguments{const_cast<char*>("wego-awards")};
        for (auto& word : words) arguments.push_back(word.data());
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        program_run said;
        said.status = commands::run(static_cast<int>(arguments.size()), arguments.data());
        said.output = testing::internal::GetCapturedStdout();
        said.complaints = testing::internal::GetCapturedStderr();
        return said;
    }
    // Status 2, and nothing but a first line that begins so.
    static void expect_refused(const std::vector<std::string>& words, const std::string& complaint) {
        const auto said = run(words);
        EXPECT_EQ(said.status, 2) << testing::PrintToString(words);
        EXPECT_EQ(said.output, "");
        EXPECT_THAT(said.complaints, testing::StartsWith(complaint)) << testing::PrintToString(words);
    }

    std::string edition = WEGO_SOURCE_DIR "/config/editions/wego-2014.toml";
    std::string scores = write("scores.csv", "entry,category,judge,criterion,score\n").string();
};

TEST_F(command_options, no_number_is_taken_that_is_none_or_out_of_range) {
    for (const auto* bad : {"nan", "inf", "-1", "1e400", "0x10", " 1", "", "18446744073709551616"}) {
        for (const auto* option : {"--confidence", "--draws", "--seed"})
            expect_refused({"tally", scores, "--rules", edition, option, bad},
                           std::string(option) + ": must be a ");
        for (const auto* option : {"--seed", "--judges-per-entry"})
            expect_refused({"assign", scores, scores, "--rules", edition, option, bad},
                           std::string(option) + ": must be a ");
        for (const auto* option :
             {"--editions", "--entries", "--judges", "--countries", "--seed", "--quality", "--noise",
              "--severity", "--halo", "--dropouts", "--recusals"})
            expect_refused({"simulate", edition, option, bad}, std::string(option) + ": must be a ");
    }
    expect_refused({"simulate", edition, "--home-bias", "nan"},
                   "--home-bias: must be a number from -100 to 100");
    expect_refused({"tally", scores, "--rules", edition, "--confidence", "0.9999"},
                   "--confidence: must be a number from 0.5 to 0.999");
}

TEST_F(command_options, a_file_that_cannot_be_read_is_told_as_every_bad_file_is) {
    const auto absent = (folder_ / "absent").string();
    const auto reason = absent + ": cannot be read: No such file or directory\n";
    const std::vector<std::vector<std::string>> without{{"tally", absent, "--rules", edition},
                                                        {"tally", scores, "--rules", absent},
                                                        {"simulate", absent},
                                                        {"assign", absent, scores, "--rules", edition},
                                                        {"assign", scores, absent, "--rules", absent},
                                                        {"edition", "import", absent},
                                                        {"--settings", absent, "settings", "dump"}};
    for (const auto& words : without) expect_refused(words, reason);
    expect_refused({"tally", folder_.string(), "--rules", edition},
                   folder_.string() + ": cannot be read: Is a directory\n");
    expect_refused({"tally", scores, "--rules", folder_.string()},
                   folder_.string() + ": cannot be read: Is a directory\n");
    expect_refused({"simulate", edition, "--plot", absent + "/plot.svg"},
                   absent + "/plot.svg: cannot be written: No such file or directory\n");
}

}  // namespace
