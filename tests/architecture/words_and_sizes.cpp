// One word for one thing, files that fit on a few screens, headers that say what they are for.
#include <gtest/gtest.h>

#include <map>
#include <regex>

#include "tests/architecture/source_tree.hpp"

namespace {

using architecture::at;
using architecture::list_files;

// A synonym and the product's word for it.
const std::map<std::string, std::string>& synonyms() {
    static const std::map<std::string, std::string> words = {
        {"submission", "entry"},     {"submissions", "entries"},  {"application", "entry"},
        {"applications", "entries"}, {"nomination", "entry"},     {"nominations", "entries"},
        {"nominee", "entry"},        {"nominees", "entries"},     {"reviewer", "judge"},
        {"reviewers", "judges"},     {"juror", "judge"},          {"jurors", "judges"},
        {"jury", "panel"},           {"juries", "panels"},        {"referee", "judge"},
        {"referees", "judges"},      {"evaluator", "judge"},      {"evaluators", "judges"},
        {"contest", "edition"},      {"contests", "editions"},    {"competition", "edition"},
        {"municipality", "city"},    {"scoresheet", "scorecard"}, {"organizer", "organiser"},
    };
    return words;
}

TEST(words, code_and_schema_use_the_products_words) {
    auto files = list_files(architecture::product_folders(), {".hpp", ".cpp"});
    for (auto& file : list_files({"schema"}, {".sql"})) files.push_back(std::move(file));
    EXPECT_GT(files.size(), 50u);
    for (const auto& file : files)
        for (const auto& word : architecture::list_words(architecture::bare_code(file)))
            if (const auto known = synonyms().find(word.text); known != synonyms().end())
                ADD_FAILURE() << at(file, word.line,
                                    "say \"" + known->second + "\", not \"" + word.text + "\"");
}

// What a person reads: the text between the tags.
TEST(words, templates_use_the_products_words) {
    static const std::regex tags("<[^>]*>|\\{\\{[^}]*\\}\\}");
    for (const auto& file : list_files({"server/pages", "notifications/wording"}, {".html", ".txt"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            for (const auto& word : architecture::list_words(std::regex_replace(file.lines[i], tags, " ")))
                if (const auto known = synonyms().find(word.text);
                    known != synonyms().end() && !word.text.starts_with("submission"))
                    ADD_FAILURE() << at(file, i + 1,
                                        "say \"" + known->second + "\", not \"" + word.text + "\"");
}

TEST(words, nothing_is_left_for_later) {
    // In two pieces, so that this file does not find itself.
    static const std::regex later(
        "\\b(TO"
        "DO|FIX"
        "ME|X"
        "XX|HA"
        "CK)\\b");
    for (const auto& file : list_files(
             {"workflow", "judging", "notifications", "config", "server", "schema", "tests", "scripts"},
             {".hpp", ".cpp", ".sql", ".html", ".mjs", ".sh", ".css", ".js"}))
        for (std::size_t i = 0; i < file.lines.size(); ++i)
            EXPECT_FALSE(std::regex_search(file.lines[i], later)) << at(file, i + 1, file.lines[i]);
}

// 110 columns is what clang-format aims at; only rows of tables may run longer, to 160.
TEST(sizes, lines_and_files_stay_short) {
    for (const auto& file :
         list_files({"workflow", "judging", "notifications", "config", "server", "schema", "tests"},
                    {".hpp", ".cpp", ".sql"})) {
        if (file.path == "schema/current.sql") continue;  // made by pg_dump
        EXPECT_LE(file.lines.size(), 550u) << file.path << " wants to be two files";
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            std::size_t columns = 0;
            for (const char letter : file.lines[i])
                columns += (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
            EXPECT_LE(columns, 160u) << at(file, i + 1, "too long");
        }
    }
}

TEST(sizes, every_header_says_what_it_is_for) {
    for (const auto& file : list_files(architecture::product_folders(), {".hpp"})) {
        std::size_t comments = 0;
        bool once = false;
        for (const auto& line : file.lines) {
            if (line.starts_with("#pragma once"))
                once = true;
            else if (line.starts_with("//"))
                ++comments;
            else
                break;
        }
        EXPECT_GE(comments, 1u) << file.path << ": open with two to five lines that say what it is for";
        EXPECT_TRUE(once ||
                    std::find(file.lines.begin(), file.lines.end(), "#pragma once") != file.lines.end())
            << file.path << ": #pragma once";
    }
}

}  // namespace
