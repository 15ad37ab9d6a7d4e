#pragma once
// Every page of the service: the Mustache templates of server/pages, loaded once at the start and translated
// then, filled with a described view struct and a frame at each request. Features call render(); the library
// underneath stays hidden. Knows no route, no request and no database.
//
// How a template is written (the path below server/pages without .html is the page's name):
//   <title>{{#t}}Sign in{{/t}}</title>            first; the layout puts it in the head
//   {{#t}}Hello {{name}}, you have …{{/t}}        every visible text is marked; names stay in the text
//   {{#asset}}emblem.svg{{/asset}}                the address of a file of server/assets, with its hash
//   {{#deadline}}{{>components/moment}}{{/deadline}}   partials by path; forms.hpp says which struct each
//   takes
//   {{frame.csrf}}                                what the frame holds
// {{{ and {{& are refused, and so is an attribute without quotes. A name that the view has not throws when
// it is met: there is no silent gap on a page.

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "server/pages/display.hpp"
#include "server/pages/frame/frame.hpp"
#include "server/pages/value.hpp"

namespace pages {

// What nearly every page holds is turned into values in render.cpp, not again in each file that shows a page.
extern template value to_value(const frame&, const reader_words&);
extern template value to_value(const field&, const reader_words&);
extern template value to_value(const table&, const reader_words&);

// A template that breaks a rule, a page that does not exist, a name that the view does not have.
struct template_error : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Gives the text in the language, or the text itself where the language has none.
using translator = std::function<std::string(std::string_view language, std::string_view text)>;

// The language in which every marked text stands in ⟦…⟧: the tests find forgotten texts with it.
inline constexpr std::string_view pseudo_language = "qps";

// Texts from gettext catalogues, DIR/LANGUAGE/LC_MESSAGES/wego-awards.mo.
translator gettext_translator(const std::filesystem::path& directory,
                              const std::vector<std::string>& languages);

// English first, then each language that has a catalogue there, by its code.
std::vector<std::string> list_languages(const std::filesystem::path& directory);

struct catalogue_source {
    std::filesystem::path templates;  // server/pages
    std::filesystem::path assets;     // the built assets with manifest.txt
    std::string assets_address = "/assets/";
    std::vector<std::string> languages{"en"};
    translator translate;  // none: every language reads the English texts
};

class catalogue {
public:
    // Loads, translates and checks all templates; throws template_error with file and reason.
    explicit catalogue(const catalogue_source&);
    ~catalogue();

    // The whole page with the layout around it. A language that is not loaded reads English.
    template <class View>
    std::string render(std::string_view page, const View& view, const frame& around) const {
        const auto reader = reader_of(around);
        return fill(page, to_value(view, *reader), to_value(around, *reader), around);
    }

    // A part without the layout, for an answer to a script or a letter's frame.
    template <class View>
    std::string render_part(std::string_view part, const View& view, const frame& around) const {
        const auto reader = reader_of(around);
        return fill_part(part, to_value(view, *reader), to_value(around, *reader), around);
    }

    // One text in the reader's language, for an answer in JSON or plain text.
    std::string say(const phrase&, const frame&) const;

    // Every page's name, and every marked text: for the tests and for the file that translators get.
    std::vector<std::string> list_pages() const;
    std::vector<std::string> list_texts() const;

    // The address of a built asset; throws template_error for one that was not built.
    std::string asset(std::string_view name) const;

private:
    struct loaded;
    std::unique_ptr<reader_words> reader_of(const frame&) const;
    std::string fill(std::string_view page, value view, value around, const frame&) const;
    std::string fill_part(std::string_view part, value view, value around, const frame&) const;
    std::unique_ptr<loaded> loaded_;
};

}  // namespace pages
