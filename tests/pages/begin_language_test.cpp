// A new language begins with every text that people see: locale/README.md says how, and this does it.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/support/scratch_folder.hpp"

namespace {

class begin_language : public tests::scratch_folder {};

TEST_F(begin_language, has_the_texts_of_pages_of_letters_and_of_tables_and_what_counts) {
    const auto catalogue = folder_ / "fr.po";
    const auto command =
        "BUILD=" WEGO_BINARY_DIR " " WEGO_SOURCE_DIR "/scripts/begin_language.sh fr " + catalogue.string();
    ASSERT_EQ(std::system((command + " >/dev/null").c_str()), 0) << command;
    std::ostringstream text;
    text << std::ifstream(catalogue).rdbuf();
    for (const auto* known : {"msgid \"Skip to the main content\"", "msgid \"Dear {{to_name}},\"",
                              "msgid \"Your changes have been saved.\"",
                              "msgid \"{count} project\"\nmsgid_plural \"{count} projects\""})
        EXPECT_THAT(text.str(), testing::HasSubstr(known));
    EXPECT_NE(std::system((command + " >/dev/null 2>&1").c_str()), 0) << "a catalogue is never written over";
}

}  // namespace
