// Every template of ours: marked for translators, shown by a sample, labelled, and laid out in either
// direction.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>

#include "notifications/wording.hpp"
#include "tests/pages/samples.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;

TEST(templates, mark_every_visible_text) {
    const std::filesystem::path folder{WEGO_SOURCE_DIR "/server/pages"};
    const auto without = [](std::string text, const char* pattern) {
        return std::regex_replace(text, std::regex{pattern}, " ");
    };
    for (const auto& each : std::filesystem::recursive_directory_iterator{folder}) {
        if (each.path().extension() != ".html") continue;
        std::ifstream file{each.path()};
        std::string text{std::istreambuf_iterator<char>{file}, {}};
        text = without(text, R"(\{\{#(t|asset)\}\}[^]*?\{\{/(t|asset)\}\})");
        for (const auto* spoken : {"alt", "title", "aria-label", "placeholder"}) {
            const std::regex attribute{std::string{"\\s"} + spoken + "=\"([^\"]*)\""};
            for (std::sregex_iterator found{text.begin(), text.end(), attribute}, none; found != none;
                 ++found) {
                EXPECT_FALSE(
                    std::regex_search(without((*found)[1], R"(\{\{[^}]*\}\})"), std::regex{"[A-Za-z]"}))
                    << each.path() << ": " << found->str();
            }
        }
        text = without(without(without(text, R"(\{\{[^}]*\}\})"), R"(<("[^"]*"|[^">])*>)"), "&[a-z#0-9]+;");
        std::smatch forgotten;
        EXPECT_FALSE(std::regex_search(text, forgotten, std::regex{"[A-Za-z]+"}))
            << each.path() << ": " << forgotten.str();
    }
}

// Rendered, every text of ours stands in brackets; what is left are people's own words in the sample.
TEST(templates, show_no_bare_text_of_ours_in_the_pseudo_language) {
    for (const auto& [name, page] : pages_tests::render_samples(std::string{pages::pseudo_language})) {
        EXPECT_THAT(page, HasSubstr("⟦Skip to the main content⟧")) << name;
        EXPECT_THAT(page, Not(HasSubstr("{{"))) << name;
    }
}

std::set<std::string> list_texts_of_pages_and_letters() {
    const auto of_pages = pages_tests::all_pages().list_texts();
    std::set<std::string> texts(of_pages.begin(), of_pages.end());
    const auto note = [&](std::string_view text) { return *texts.emplace(text).first; };
    for (const auto& each : std::filesystem::directory_iterator{WEGO_SOURCE_DIR "/notifications/wording"}) {
        std::ifstream file{each.path()};
        notifications::in_language(std::string{std::istreambuf_iterator<char>{file}, {}}, note);
    }
    return texts;
}

TEST(templates, all_have_a_sample) {
    const auto samples = pages_tests::render_samples("en");
    for (const auto& page : pages_tests::all_pages().list_pages()) {
        const auto found = samples.lower_bound(page);
        ASSERT_TRUE(found != samples.end()) << page;
        EXPECT_TRUE(found->first.starts_with(page)) << page;
    }
    // What translators start from (scripts/begin_language.sh).
    std::ofstream template_file{WEGO_BINARY_DIR "/wego-awards.pot"};
    template_file << "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n";
    for (auto text : list_texts_of_pages_and_letters()) {
        text = std::regex_replace(text, std::regex{"[\"\\\\]"}, "\\$&");
        template_file << "\nmsgid \"" << text << "\"\nmsgstr \"\"\n";
    }
    const std::filesystem::path preview{WEGO_BINARY_DIR "/preview"};
    std::filesystem::create_directories(preview);
    for (const auto& [name, page] : samples) {
        std::ofstream{preview / (std::regex_replace(name, std::regex{"/"}, "_") + ".html")} << page;
    }
}

TEST(templates, give_every_field_a_label_and_every_id_once) {
    for (const auto& [name, page] : pages_tests::render_samples("en")) {
        std::set<std::string> ids;
        const std::regex id{" id=\"([^\"]*)\""};
        for (std::sregex_iterator each{page.begin(), page.end(), id}, none; each != none; ++each) {
            EXPECT_TRUE(ids.insert((*each)[1]).second) << name << ": " << each->str();
        }
        const std::regex label{" for=\"([^\"]*)\""};
        for (std::sregex_iterator each{page.begin(), page.end(), label}, none; each != none; ++each) {
            EXPECT_TRUE(ids.contains((*each)[1])) << name << ": " << each->str();
        }
        EXPECT_NE(page.find("<h1"), page.npos) << name;
        EXPECT_EQ(page.find("<h1"), page.rfind("<h1")) << name;
    }
}

TEST(templates, name_the_rows_of_every_table_that_is_written_by_hand) {
    const std::filesystem::path folder{WEGO_SOURCE_DIR "/server/pages"};
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (file.path().extension() != ".html" || file.path().filename() == "table.html") continue;
        std::ifstream opened{file.path()};
        const std::string text{std::istreambuf_iterator<char>{opened}, {}};
        for (auto table = text.find("<table"); table != text.npos; table = text.find("<table", table + 1))
            EXPECT_LT(text.find("scope=\"row\"", table), text.find("</table>", table)) << file.path();
    }
}

TEST(stylesheet, uses_logical_properties_only) {
    const auto address = pages_tests::all_pages().asset("awards.css");
    std::ifstream file{WEGO_BINARY_DIR + address};
    const std::string css{std::istreambuf_iterator<char>{file}, {}};
    ASSERT_GT(css.size(), 50000u);
    const std::regex physical{
        "[;{]((margin|padding|border)-(left|right)[-a-z]*|left|right|border-(top|bottom)-(left|right)-radius|"
        "(text-align|float|clear):(left|right))[:! ;}]?[^;}]*"};
    std::smatch found;
    EXPECT_FALSE(std::regex_search(css, found, physical)) << found.str();
}

}  // namespace
