// Texts that are made in C++ are marked too: seen by a reader of the pseudo-language, in which every text of
// ours stands in ⟦…⟧, the pages hold no other words than people's own and those of the rules.
#include <gmock/gmock.h>

#include <boost/json.hpp>

#include <regex>

#include "tests/support/panel.hpp"
#include "tests/support/service.hpp"

namespace {

// Every text of the rules: questions, hints, levels.
void collect(const boost::json::value& from, std::vector<std::string>& into) {
    if (from.is_string()) into.emplace_back(from.as_string());
    if (from.is_array())
        for (const auto& each : from.as_array()) collect(each, into);
    if (from.is_object())
        for (const auto& [key, each] : from.as_object()) collect(each, into);
}

std::string without_marked(std::string_view text) {
    constexpr std::string_view opens = "⟦", closes = "⟧";
    std::string rest;
    int depth = 0;
    while (!text.empty()) {
        const bool is_mark = text.starts_with(opens) || text.starts_with(closes);
        if (is_mark)
            depth += text.starts_with(opens) ? 1 : -1;
        else if (depth == 0)
            rest += text.front();
        text.remove_prefix(is_mark ? opens.size() : 1);
    }
    return rest;
}

class pseudo_language : public testing::Test {
protected:
    pseudo_language() {
        on = service.with_database([](store::database& db) { return tests::lay_panel(db); });
        service.add_secretariat("Olga Second");
        service.run("update person set language = 'qps'");
        collect(boost::json::parse(service.value<std::string>("select body from rule_set")), own_words);
        for (const auto* sql :
             {"select name from person", "select email from person", "select name from edition",
              "select name from category", "select name from round", "select official_name from city",
              "select title from entry", "select zone from edition", "select host from edition",
              "select organiser from edition", "select name from tier", "select explanation from conflict",
              "select slug from edition", "select reason from rule_set"})
            for (const auto& each :
                 service.with_database([&](store::database& db) { return db.values<std::string>(sql); }))
                own_words.push_back(each);
        for (const auto* each :
             {"What it does", "The project", "Summary", "Spain", "South Korea", "Asia/Seoul", "KR", "ES",
              "A judge", "services", "Contact person", "Hidden Person"})
            own_words.emplace_back(each);
        std::sort(own_words.begin(), own_words.end(),
                  [](const auto& one, const auto& other) { return one.size() > other.size(); });
    }

    // What is left of the page's text without our marked texts, people's own words, months, hashes and zones.
    std::string bare_words(const std::string& body) const {
        // The names of countries and months are ICU's, which knows them in each language, but not in this
        // one.
        static const std::regex country{"(<option value=\"[A-Z]{2}\"[^>]*>)[^<]*"};
        auto text = without_marked(tests::page{200, {}, {}, std::regex_replace(body, country, "$1")}.text());
        for (const auto& own : own_words)
            if (own.size() > 2)
                for (auto at = text.find(own); at != text.npos; at = text.find(own))
                    text.replace(at, own.size(), " ");
        static const std::regex known{
            "\\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|"
            "Feb|Mar|Apr|Jun|Jul|Aug|"
            "Sept?|Oct|Nov|Dec|at|UTC|[0-9a-f]{64})\\b"};
        text = std::regex_replace(text, known, " ");
        std::string bare;
        static const std::regex word{"[A-Za-z][a-z_]+"};
        for (std::sregex_iterator each{text.begin(), text.end(), word}, none; each != none; ++each)
            bare += each->str() + " ";
        return bare;
    }

    void expect_marked(tests::browser& reader, const std::string& path) {
        const auto shown = reader.get(path);
        EXPECT_EQ(shown.status, 200) << path;
        EXPECT_THAT(shown.body, testing::HasSubstr("⟦Skip to the main content⟧")) << path;
        EXPECT_EQ(bare_words(shown.body), "") << path;
    }

    tests::service service;
    tests::panel on;
    std::vector<std::string> own_words;
};

TEST_F(pseudo_language, finds_a_text_that_was_forgotten) {
    EXPECT_EQ(bare_words("<p>⟦Hello ⟦inner⟧ of {name}⟧</p><p>2nd WeGO Awards 2014, 30 June 2014</p>"), "");
    EXPECT_EQ(bare_words("<p>⟦Hello⟧ forgotten</p>"), "forgotten ");
}

TEST_F(pseudo_language, marks_every_text_of_the_office) {
    tests::browser office(service);
    office.sign_in_as(on.office);
    const auto entry = std::to_string(workflow::value(on.open));
    const auto judge = std::to_string(workflow::value(on.first.judge));
    for (const auto& path : {std::string(),
                             std::string("/set-up"),
                             std::string("/set-up/calendar"),
                             std::string("/set-up/categories"),
                             std::string("/set-up/tiers"),
                             std::string("/set-up/rubric"),
                             std::string("/set-up/rules"),
                             std::string("/set-up/questions"),
                             std::string("/entries"),
                             "/entries/" + entry,
                             std::string("/extensions"),
                             std::string("/panel"),
                             std::string("/panel/new"),
                             "/panel/" + judge,
                             std::string("/conflicts"),
                             std::string("/judging"),
                             "/judging/entries/" + entry,
                             std::string("/letters"),
                             std::string("/decisions"),
                             std::string("/moves/cancel")})
        expect_marked(office, "/office/2014" + path);
    ASSERT_EQ(office.post("/office/2014/moves/cancel", {{"reason", "2014"}}).status, 303);
    for (const auto* path : {"/office/2014/two-people", "/office/2014/moves/cancel", "/office"})
        expect_marked(office, path);
}

TEST_F(pseudo_language, marks_every_text_of_a_judge) {
    tests::browser judge(service);
    judge.sign_in_as(on.second.person);
    const auto card = "/judging/scorecards/" + std::to_string(workflow::value(on.second.cards.at(on.open)));
    for (const auto& path :
         {std::string("/judging/2014"), std::string("/judging/2014/terms"),
          std::string("/judging/2014/comparison"), card, card + "/confirm", card + "/recuse"})
        expect_marked(judge, path);
}

TEST_F(pseudo_language, marks_every_text_of_an_account) {
    tests::browser person(service);
    person.sign_in_as(service.add_person("Mina"));
    service.run("update person set language = 'qps'");
    own_words.emplace_back("Mina");
    own_words.emplace_back("mina@example.org");
    for (const auto* path :
         {"/my", "/my/cities", "/my/cities/new", "/account", "/account/name", "/account/address"})
        expect_marked(person, path);
}

}  // namespace
