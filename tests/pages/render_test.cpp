#include "server/pages/render.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "server/pages/forms.hpp"
#include "server/pages/templates.hpp"
#include "tests/pages/samples.hpp"
#include "workflow/ids.hpp"

namespace {

using namespace pages;
using testing::HasSubstr;
using testing::Not;

struct inner_view {
    std::string word;
};
BOOST_DESCRIBE_STRUCT(inner_view, (), (word))

enum class colour_word { red, green };
BOOST_DESCRIBE_ENUM(colour_word, red, green)

struct outer_view {
    std::string name = "Nam";
    int count = 1234;
    number shown{1234567};
    bool yes = true;
    bool no = false;
    std::optional<inner_view> present = inner_view{"here"};
    std::optional<inner_view> absent;
    std::vector<inner_view> several{{"one"}, {"two"}};
    std::vector<std::string> plain{"a", "b"};
    colour_word colour = colour_word::green;
    workflow::entry_id id{77};
    phrase said = t("Hello {name}", {{"name", "{name}"}});
    phrase nested = t("A {what}", {{"what", t("tie of {count}", {{"count", "2"}})}});
};
BOOST_DESCRIBE_STRUCT(outer_view, (),
                      (name, count, shown, yes, no, present, absent, several, plain, colour, id, said,
                       nested))

struct worded {
    static constexpr std::string_view shown_as = "worded";
    std::string word;
};
BOOST_DESCRIBE_STRUCT(worded, (), (word))

struct counted {
    static constexpr std::string_view shown_as = "counted";
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(counted, (), (count))

struct variant_view {
    std::variant<worded, counted> one = worded{};
    std::vector<std::variant<worded, counted>> several{counted{3}, worded{"three"}};
};
BOOST_DESCRIBE_STRUCT(variant_view, (), (one, several))

// A catalogue of one page in a folder of its own.
class own_page : public testing::Test {
protected:
    std::filesystem::path folder_ = std::filesystem::path{testing::TempDir()} / "own_pages";

    void SetUp() override {
        std::filesystem::remove_all(folder_);
        write("frame/layout", "<h1>{{>title}}</h1>{{>content}}");
    }
    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream{folder_ / (name + ".html")} << text;
    }
    catalogue load(translator translate = {}, std::vector<std::string> languages = {"en"}) {
        return catalogue{{folder_, {}, "/assets/", std::move(languages), std::move(translate)}};
    }
    template <class View>
    std::string shown(const std::string& text, const View& view, const frame& around = {}) {
        write("page", "<title>T</title>" + text);
        return load().render("page", view, around);
    }
};

TEST_F(own_page, shows_every_kind_of_described_member) {
    EXPECT_EQ(
        shown(
            "{{name}} {{count}} {{shown}} {{#yes}}yes{{/yes}}{{^no}}no{{/no}} "
            "{{#present}}{{word}}{{/present}}"
            "{{^absent}}-{{/absent}} {{#several}}{{word}},{{/several}} {{#plain}}{{.}}{{/plain}} {{colour}} "
            "{{id}} {{said}} {{present.word}}",
            outer_view{}),
        "<h1>T</h1>Nam 1234 1,234,567 yesno here- one,two, ab green 77 Hello {name} here");
}

TEST_F(own_page, throws_for_a_name_that_the_view_has_not) {
    for (const auto* text : {"{{nam}}", "{{#nam}}x{{/nam}}", "{{^nam}}x{{/nam}}", "{{present.wor}}",
                             "{{name.word}}", "{{#several}}{{wor}}{{/several}}", "{{frame.zon}}"}) {
        EXPECT_THROW(shown(text, outer_view{}), template_error) << text;
    }
}

TEST_F(own_page, shows_one_section_of_a_variant) {
    const std::string kinds =
        "{{#worded}}word {{word}};{{/worded}}{{#counted}}count {{count}};{{/counted}}"
        "{{^worded}}no word;{{/worded}}{{^counted}}no count;{{/counted}}";
    EXPECT_EQ(shown("{{#one}}" + kinds + "{{/one}}", variant_view{}), "<h1>T</h1>word ;no count;");
    EXPECT_EQ(shown("{{#several}}" + kinds + "{{/several}}", variant_view{}),
              "<h1>T</h1>count 3;no word;word three;no count;");
}

TEST_F(own_page, throws_for_an_alternative_that_a_variant_has_not) {
    for (const auto* text :
         {"{{#one}}{{#word}}x{{/word}}{{/one}}", "{{#one}}{{^coloured}}x{{/coloured}}{{/one}}",
          "{{#several}}{{#coloured}}x{{/coloured}}{{/several}}", "{{one.coloured}}",
          "{{one.counted.count}}"}) {
        EXPECT_THROW(shown(text, variant_view{}), template_error) << text;
    }
}

TEST_F(own_page, refuses_templates_that_break_a_rule) {
    for (const auto* text : {"{{{name}}}", "{{&name}}", "{{& name}}", "{{=<% %>=}}", "<a href={{name}}>x</a>",
                             "<a href='x'>x</a>", "<p style=\"x\">y</p>", "<p onclick=\"x\">y</p>",
                             "<script>x</script>", "<style>x</style>", "{{>missing}}",
                             "{{#asset}}missing.css{{/asset}}", "{{#t}}no end", "{{#yes}}no end"}) {
        write("page", std::string{"<title>T</title>"} + text);
        EXPECT_THROW(load(), template_error) << text;
    }
    write("page", "no title");
    EXPECT_THROW(load(), template_error);
    write("page", "<title>T</title>{{>round}}");
    write("round", "{{>round}}");
    EXPECT_THROW(load(), template_error);
}

TEST_F(own_page, treats_an_empty_text_as_no) {
    outer_view view;
    view.name.clear();
    EXPECT_EQ(shown("{{#name}}a{{/name}}{{^name}}b{{/name}}", view), "<h1>T</h1>b");
}

TEST_F(own_page, translates_marks_when_loaded_and_phrases_when_rendered) {
    write("page",
          "<title>{{#t}}Title{{/t}}</title><p title=\"{{#t}}Tip{{/t}}\">{{#t}}Hello\n   "
          "{{name}}!{{/t}}</p>{{said}}");
    const auto pages = load(
        [](std::string_view language, std::string_view text) {
            if (language != "ar") return std::string{text};
            return std::map<std::string, std::string>{{"Title", "عنوان"},
                                                      {"Tip", "نصيحة"},
                                                      {"Hello {{name}}!", "{{name}} مرحبا"},
                                                      {"Hello {name}", "{name} أهلا"}}[std::string{text}];
        },
        {"en", "ar"});
    frame around;
    EXPECT_THAT(pages.render("page", outer_view{}, around), HasSubstr("<p title=\"Tip\">Hello Nam!</p>"));
    around.language = "ar";
    const auto arabic = pages.render("page", outer_view{}, around);
    EXPECT_THAT(arabic, HasSubstr("<p title=\"نصيحة\">Nam مرحبا</p>{name} أهلا"));
    EXPECT_THAT(arabic, HasSubstr("<h1>عنوان</h1>"));
    around.language = "ar-EG";
    EXPECT_EQ(pages.render("page", outer_view{}, around), arabic);
    around.language = "xx";
    EXPECT_THAT(pages.render("page", outer_view{}, around), HasSubstr("Hello Nam!"));
    EXPECT_THAT(pages.list_texts(), testing::ElementsAre("Hello {{name}}!", "Tip", "Title"));
}

// A gettext catalogue as msgfmt writes it: a table of originals, one of translations, sorted.
void write_catalogue(const std::filesystem::path& file, const std::map<std::string, std::string>& texts) {
    std::string originals, translations, strings;
    const auto put = [](std::string& to, std::uint32_t number) {
        to.append(reinterpret_cast<const char*>(&number), 4);
    };
    const auto count = static_cast<std::uint32_t>(texts.size());
    const auto start = 28 + 16 * count;
    for (const bool translated : {false, true}) {
        for (const auto& [original, translation] : texts) {
            const auto& text = translated ? translation : original;
            auto& table = translated ? translations : originals;
            put(table, static_cast<std::uint32_t>(text.size()));
            put(table, start + static_cast<std::uint32_t>(strings.size()));
            strings += text + '\0';
        }
    }
    std::string head;
    for (const std::uint32_t number : {0x950412deu, 0u, count, 28u, 28 + 8 * count, 0u, start})
        put(head, number);
    std::filesystem::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << head << originals << translations << strings;
}

TEST_F(own_page, translates_a_phrase_inside_a_phrase) {
    write("page", "<title>T</title>{{nested}}");
    frame around;
    around.language = "qps";
    EXPECT_THAT(load({}, {"qps"}).render("page", outer_view{}, around), HasSubstr("⟦A ⟦tie of 2⟧⟧"));
}

TEST_F(own_page, reads_gettext_catalogues) {
    write_catalogue(
        folder_ / "fr/LC_MESSAGES/wego-awards.mo",
        {{"", "Content-Type: text/plain; charset=UTF-8\n"}, {"Hello {{name}}", "Bonjour à {{name}}"}});
    write("page", "<title>T</title>{{#t}}Hello {{name}}{{/t}} {{#t}}Bye{{/t}}");
    const auto pages = load(gettext_translator(folder_, {"en", "fr"}), {"en", "fr"});
    frame around;
    around.language = "fr";
    EXPECT_EQ(pages.render("page", outer_view{}, around), "<h1>T</h1>Bonjour à Nam Bye");
    EXPECT_THAT(list_languages(folder_), testing::ElementsAre("en", "fr"));
    EXPECT_THAT(list_languages(folder_ / "nowhere"), testing::ElementsAre("en"));
}

TEST_F(own_page, refuses_a_translation_that_brings_names_of_its_own) {
    write("page", "<title>T</title>{{#t}}Hello {{name}}{{/t}}");
    for (const auto* bad : {"{{other}}", "{{{name}}}", "{{&name}}", "{{#yes}}", "{{>page}}"}) {
        EXPECT_THROW(load([&](auto, auto) { return bad; }, {"fr"}), template_error) << bad;
    }
}

// A page with one text in every place that people or rules can fill.
std::string confirm_page_with(const std::string& text) {
    pages::text_area area;
    area.name = area.value = text;
    area.label = area.hint = area.error = pages::phrase{text};
    auto around = pages_tests::sample_frame(true);
    around.person->name = around.edition_name = text;
    around.errors = {{text, text}};
    const pages::confirm_view view{text, {text}, text, {{text, text}}, {area}, {text, text, text, text, text},
                                   text};
    return pages_tests::all_pages().render("frame/confirm", view, around);
}

const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts{"<script>alert(1)</script>",
                                                "\"><script>alert(1)</script>",
                                                "'><img src=x onerror=alert(1)>",
                                                "</textarea><script>",
                                                "</title><script>",
                                                "<svg onload=alert(1)>",
                                                "\" onmouseover=\"alert(1)",
                                                "' onfocus='alert(1)",
                                                "<iframe src=x>",
                                                "<a href=javascript:alert(1)>",
                                                "<body onload=alert(1)>",
                                                "<!--",
                                                "-->",
                                                "]]>",
                                                "<![CDATA[",
                                                "&lt;script&gt;",
                                                "&#60;",
                                                "{{csrf}}",
                                                "{{{name}}}",
                                                "{{>frame/layout}}",
                                                "{{#t}}x{{/t}}",
                                                "<style>*{}</style>",
                                                "<math><mtext>",
                                                "<base href=x>",
                                                "<form action=x>",
                                                "<input autofocus onfocus=alert(1)>",
                                                "<meta http-equiv=refresh>",
                                                "<link rel=x>",
                                                "<object data=x>",
                                                "<embed src=x>",
                                                "<video><source onerror=x>",
                                                "<details ontoggle=x open>",
                                                "\\\"><b>",
                                                "\r\n<b>",
                                                "<b\t>",
                                                "<\u202E>",
                                                "\"\"\"",
                                                "''''",
                                                "<xmp>",
                                                "<noscript><p title=\"</noscript><img>\">"};
    return texts;
}

TEST(rendering, keeps_forty_hostile_texts_out_of_the_markup) {
    ASSERT_EQ(hostile_texts().size(), 40u);
    for (const auto& text : hostile_texts()) {
        // Whatever was typed, the page has as many tags and quotes as with a plain word.
        const auto page = confirm_page_with(text), plain = confirm_page_with("word");
        for (const char each : {'<', '>', '"'}) {
            EXPECT_EQ(std::count(page.begin(), page.end(), each),
                      std::count(plain.begin(), plain.end(), each))
                << text;
        }
    }
}

}  // namespace
