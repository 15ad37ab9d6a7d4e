// What a template must not do: print unescaped, leave an attribute unquoted, run a script or a style of
// its own (the content security policy would stop it).
#include <gtest/gtest.h>

#include <regex>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::at;

struct ban {
    std::regex pattern;
    std::string reason;
};

const std::vector<ban>& bans() {
    static const auto no_case = std::regex::ECMAScript | std::regex::icase;
    static const std::vector<ban> all = {
        {std::regex("\\{\\{\\{|\\{\\{\\s*&"), "prints unescaped"},
        {std::regex("[a-z-]=\\{\\{", no_case), "an attribute without quotes"},
        {std::regex("<script(?![^>]*\\bsrc=)", no_case), "a script in the page"},
        {std::regex("<style\\b|<[^>]*\\sstyle\\s*=", no_case), "a style in the page"},
        {std::regex("<[^>]*\\son[a-z]+\\s*=", no_case), "an event handler in an attribute"},
        {std::regex("javascript:", no_case), "a script in an address"},
    };
    return all;
}

std::string refusal_of(const std::string& line) {
    for (const auto& ban : bans())
        if (std::regex_search(line, ban.pattern)) return ban.reason;
    return "";
}

TEST(templates, keep_to_what_is_allowed) {
    for (const auto& file : architecture::list_files({"server/pages"}, {".html"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_EQ(refusal_of(file.lines[i]), "") << at(file, i + 1, file.lines[i]);
}

TEST(templates, the_bans_find_what_they_are_for) {
    EXPECT_NE(refusal_of("<p>{{{name}}}</p>"), "");
    EXPECT_NE(refusal_of("<p>{{& name}}</p>"), "");
    EXPECT_NE(refusal_of("<a href={{address}}>"), "");
    EXPECT_NE(refusal_of("<script>go()</script>"), "");
    EXPECT_NE(refusal_of("<p style=\"color: red\">"), "");
    EXPECT_NE(refusal_of("<body onload=\"go()\">"), "");
    EXPECT_EQ(refusal_of("<script src=\"/assets/save.js\" defer></script>"), "");
    EXPECT_EQ(refusal_of("<a class=\"one\" href=\"{{address}}\">{{name}}</a>"), "");
}

}  // namespace
