#include <gmock/gmock.h>

#include <regex>

#include "server/mail/compose.hpp"
#include "tests/mail/filled_letters.hpp"
#include "workflow/names.hpp"

namespace {

using namespace notifications;
using testing::HasSubstr;
using testing::Not;

const mail::wording_files& files() {
    static const auto read = mail::read_wording_files(WEGO_SOURCE_DIR "/notifications/wording");
    return read;
}

// One letter for each occasion, every fact there or every fact that may be empty empty.
std::vector<letter> letters_of_all_occasions(const std::string& with, bool demonstration) {
    const circumstances at{with, with, "https://7.example", with, demonstration};
    const recipient to{with, "a@b.example"};
    if (!with.empty())
        return tests::letters_of_all_occasions(at, to, [&](const std::string& name) {
            return name.ends_with("link") ? "https://7.example/8?a=1&b=2" : with;
        });
    std::vector<letter> letters;
    [&]<class... Content>(std::type_identity<std::variant<Content...>>) {
        (letters.push_back(write_letter(at, to, Content{}, "1@b.example")), ...);
    }(std::type_identity<any_letter_content>{});
    return letters;
}

TEST(wordings, every_occasion_renders_in_text_and_html_with_strict_names) {
    const mail::wording words(files(), untranslated);
    for (const std::string with : {"Da Nang <&> 'one'", ""})
        for (const bool demonstration : {false, true})
            for (const auto& letter : letters_of_all_occasions(with, demonstration)) {
                SCOPED_TRACE(workflow::name_of(letter.about));
                const auto composed = words.compose(letter);
                for (const auto& part : {composed.subject, composed.text, composed.html}) {
                    EXPECT_FALSE(part.empty());
                    EXPECT_THAT(part, Not(HasSubstr("{{")));
                    EXPECT_THAT(part, Not(HasSubstr("}}")));
                    EXPECT_EQ(part.find("emonstration") != part.npos, demonstration);
                }
                EXPECT_THAT(composed.html, Not(HasSubstr("<&>")));
                if (!with.empty()) {
                    EXPECT_THAT(composed.text, HasSubstr("Nang <&> 'one'"));
                    EXPECT_THAT(composed.html, HasSubstr("Nang &lt;&amp;&gt; &#39;one&#39;"));
                }
            }
}

TEST(wordings, every_text_is_marked_for_translation) {
    const auto into_accents = [](std::string_view message) {
        return std::regex_replace(std::string(message), std::regex("\\{\\{[^}]*\\}\\}|[A-Za-z]"), "$&\x01");
    };
    const mail::wording words(files(), [&](std::string_view message) {
        std::string accented;
        const std::string marked = into_accents(message);
        for (std::size_t at = 0; at < marked.size(); ++at) {
            const bool is_letter = at + 1 < marked.size() && marked[at + 1] == '\x01' && marked[at] != '}';
            if (is_letter)
                accented += "é";
            else if (marked[at] != '\x01')
                accented += marked[at];
            if (is_letter) ++at;
        }
        return accented;
    });
    const std::regex not_words("<style[^>]*>[^<]*</style>|<[^>]*>|&[a-z#0-9]+;|https://7\\.example[^ \\n<]*");
    for (const auto& letter : letters_of_all_occasions("7", true)) {
        const auto composed = words.compose(letter);
        for (const auto& part : {composed.subject, composed.text, composed.html}) {
            const auto rest = std::regex_replace(part, not_words, "");
            const auto found = std::find_if(rest.begin(), rest.end(), [](char c) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            });
            EXPECT_TRUE(found == rest.end())
                << workflow::name_of(letter.about) << ": " << std::string(found, rest.end());
        }
    }
}

TEST(wordings, refuse_an_unknown_name_and_an_unescaped_one) {
    auto changed = files();
    changed["receipt.letter"] += "\n{{unknown_name}}\n";
    const mail::wording words(changed, untranslated);
    const auto receipt = write_letter({}, {"A", "a@b.example"}, receipt_content{}, "1@b.example");
    EXPECT_THROW(words.compose(receipt), bad_wording);
    changed["receipt.letter"] = "subject: x\n\n{{{entry_title}}}\n";
    EXPECT_THROW(mail::wording(changed, untranslated), bad_wording);
    changed.erase("receipt.letter");
    EXPECT_THROW(mail::wording(changed, untranslated), bad_wording);
}

TEST(wordings, keep_a_subject_on_one_line_and_links_on_the_web) {
    const mail::wording words(files(), untranslated);
    receipt_content about;
    about.entry_title = "One\r\nBcc: x@y.example\ncounter";
    auto composed = words.compose(write_letter({}, {"A\nB", "a@b.example"}, about, "1@b.example"));
    EXPECT_EQ(composed.subject.find_first_of("\r\n"), std::string::npos);
    EXPECT_EQ(composed.to_name, "A B");
    about.entry_link = "javascript:alert(1)";
    EXPECT_THROW(words.compose(write_letter({}, {"A", "a@b.example"}, about, "1@b.example")),
                 std::invalid_argument);
}

TEST(wordings, T6_an_extension_is_for_the_city_and_not_for_one_entry_alone) {
    const mail::wording words(files(), untranslated);
    const extension_granted_content about{
        "One counter", "Seoul", {"tomorrow", {}}, "A flood", "https://7.example/8"};
    const auto text = words.compose(write_letter({}, {"A", "a@b.example"}, about, "1@b.example")).text;
    EXPECT_THAT(text, Not(HasSubstr("this entry alone")));
    EXPECT_THAT(text, HasSubstr("all entries of Seoul"));
}

TEST(wordings, E8_tell_an_entry_s_contact_why_the_letter_comes_and_nobody_else) {
    const mail::wording words(files(), untranslated);
    for (const bool is_contact : {true, false}) {
        const auto composed = words.compose(
            write_letter({}, {"", "a@b.example", is_contact}, receipt_content{}, "1@b.example"));
        for (const auto& part : {composed.text, composed.html})
            EXPECT_EQ(part.find("names you as its contact") != part.npos, is_contact);
    }
}

TEST(wordings, T6_the_reminder_says_that_nothing_is_missing_only_where_it_is_so) {
    const mail::wording words(files(), untranslated);
    const auto says_so = [&](const reminder_deadline_content& about) {
        const auto composed = words.compose(write_letter({}, {"A", "a@b.example"}, about, "1@b.example"));
        return composed.text.find("Nothing is missing any more") != composed.text.npos;
    };
    reminder_deadline_content about{"One counter",        "Seoul", {"tomorrow", {}}, {}, {}, false,
                                    "https://7.example/8"};
    EXPECT_TRUE(says_so(about));
    about.places_taken = true;
    EXPECT_FALSE(says_so(about));
    about.places_taken = false, about.to_correct = {{"Results"}};
    EXPECT_FALSE(says_so(about));
    about.to_correct = {}, about.missing = {{"Contact"}};
    EXPECT_FALSE(says_so(about));
}

TEST(wordings, run_from_the_right_where_the_language_does) {
    const auto receipt = write_letter({}, {"A", "a@b.example"}, receipt_content{}, "1@b.example");
    EXPECT_THAT(mail::wording(files(), untranslated, "ar").compose(receipt).html,
                HasSubstr("lang=\"ar\" dir=\"rtl\""));
    EXPECT_THAT(mail::wording(files(), untranslated).compose(receipt).html,
                HasSubstr("lang=\"en\" dir=\"ltr\""));
}

}  // namespace
