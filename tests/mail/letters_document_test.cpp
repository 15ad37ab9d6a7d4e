// docs/letters.md shows every letter as its wording makes it, for whoever reads them all. Made here from
// sample values and compared, so that it never lies.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "server/mail/compose.hpp"
#include "tests/mail/filled_letters.hpp"
#include "workflow/names.hpp"

namespace {

// By the member's name; of any other the name itself, in brackets.
const std::map<std::string, std::string> samples{
    {"entry_title", "Night buses on demand"},
    {"city_name", "Seongnam"},
    {"category", "Services"},
    {"title", "Results report"},
    {"label", "What was wrong before?"},
    {"what", "Results"},
    {"sha256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
    {"deadline", "30 June 2014, 18:00 (Asia/Seoul), 09:00 UTC"},
    {"new_deadline", "7 July 2014, 18:00 (Asia/Seoul), 09:00 UTC"},
    {"old_deadline", "30 June 2014, 18:00 (Asia/Seoul), 09:00 UTC"},
    {"submitted_at", "29 June 2014, 14:05 (Asia/Seoul), 05:05 UTC"},
    {"reopen_until", "30 June 2014, 18:00 (Asia/Seoul), 09:00 UTC"},
    {"valid_until", "1 July 2014, 10:00 UTC"},
    {"reason", "A flood closed the city hall."},
    {"version", "1"},
    {"tier", "Outstanding"},
};

std::string sample_of(const std::string& name) {
    if (name.ends_with("link")) return "https://awards.example/…";
    const auto found = samples.find(name);
    return found == samples.end() ? "[" + name + "]" : found->second;
}

std::string in_words(std::string_view name) {
    std::string words(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string made_document() {
    std::string document =
        "# Letters\n\nEvery letter that the service writes, as its wording (`notifications/wording/`) makes "
        "it of "
        "sample values; what stands in\nbrackets is a fact without a sample. What a letter may leave out is "
        "there. "
        "Made by `letters_document.T6_is_as_the_wordings_make_it`.\n";
    const mail::wording words(mail::read_wording_files(WEGO_SOURCE_DIR "/notifications/wording"),
                              notifications::untranslated);
    const notifications::circumstances at{"The 2nd WeGO Awards", "WeGO", "https://awards.example",
                                          "awards@awards.example", false};
    for (const auto& letter :
         tests::letters_of_all_occasions(at, {"Mina Kim", "mina@seongnam.example"}, sample_of)) {
        const auto& kind = notifications::kind_of(letter.about);
        const auto composed = words.compose(letter);
        document += "\n## " + std::string(kind.name) + " (`" + std::string(workflow::name_of(letter.about)) +
                    "`)\n\nGoes to: " + in_words(workflow::name_of(kind.who)) + "." +
                    (kind.tells_the_result ? " Not before the announcement." : "") +
                    "\n\n```text\nSubject: " + composed.subject + "\n\n" + composed.text + "```\n";
    }
    return document;
}

TEST(letters_document, T6_is_as_the_wordings_make_it) {
    const auto made = made_document();
    const auto where = std::filesystem::path(WEGO_BINARY_DIR) / "letters.text";
    std::ofstream(where) << made;
    std::ostringstream kept;
    kept << std::ifstream(WEGO_SOURCE_DIR "/docs/letters.md").rdbuf();
    EXPECT_TRUE(kept.str() == made) << "a letter changed: read the difference, then\n    cp "
                                    << where.string() << " docs/letters.md";
}

}  // namespace
