#pragma once
// A template made ready once and filled many times: Mustache's sections, inverted sections and escaped names,
// as render.hpp describes them, and nothing else of Mustache. catalogue keeps one for each page and language;
// any number of threads may fill one. A line that holds nothing but tags of sections leaves no empty line
// behind.

#include <atomic>
#include <string>
#include <string_view>
#include <vector>

#include "server/pages/value.hpp"

namespace pages {

class compiled {
public:
    // Throws template_error, which names the page, for a tag that is not closed or not known.
    compiled(std::string page, std::string_view text);

    // Names are looked up from the innermost section outwards, then in the view, then in what is around it;
    // throws template_error for one that is nowhere.
    std::string fill(const value& view, const value& around) const;

private:
    enum class kind { text, line_end, name, section, inverted };
    struct part {
        kind is;
        std::string text;               // as it stands: of text, a line end, and the whole name of a tag
        std::vector<std::string> path;  // the name's parts between dots; empty for "."
        std::vector<part> inside;
    };
    struct filling;
    void parse(std::string_view& rest, std::string_view open_section, std::vector<part>& to) const;
    static void add_text(std::string_view text, std::vector<part>& to);

    std::string page_;
    std::vector<part> parts_;
    mutable std::atomic<std::size_t> longest_{0};
};

}  // namespace pages
