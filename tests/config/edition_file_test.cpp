#include "config/edition_file.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "config/toml_reading.hpp"

namespace {

namespace fs = std::filesystem;

// Seoul is nine hours ahead all year; other zones are not known here. ICU has the real rules.
workflow::zone_answer seoul_only(const std::string& zone, const workflow::civil_time& wall) {
    if (zone != "Asia/Seoul") return {};
    using namespace std::chrono;
    const sys_days day =
        year(wall.year) / month(static_cast<unsigned>(wall.month)) / static_cast<int>(wall.day);
    return {workflow::zone_answer_kind::unique, day + hours(wall.hour - 9) + minutes(wall.minute)};
}

const fs::path of_2014 = fs::path(WEGO_SOURCE_DIR) / "config/editions/wego-2014.toml";

class edition_file : public testing::Test {
protected:
    void SetUp() override {
        fs::create_directory(folder);
        fs::copy(of_2014.parent_path() / "members-2014.csv", folder);
        text = config::toml_reading::text_of(of_2014.string());
    }
    void TearDown() override { fs::remove_all(folder); }

    // The edition of 2014 with one thing put wrong; what is said about it, and whether the line is right.
    std::string refusal(const std::string& right, const std::string& wrong) {
        std::string changed = text;
        const auto at = changed.find(right);
        EXPECT_NE(at, std::string::npos) << right;
        if (at != std::string::npos) changed.replace(at, right.size(), wrong);
        std::ofstream(folder / "edition.toml") << changed;
        try {
            config::load_edition_file(folder / "edition.toml", seoul_only);
        } catch (const config::bad_edition_file& bad) {
            line = bad.line();
            line_of_change =
                1 + static_cast<unsigned>(std::count(changed.begin(), changed.begin() + long(at), '\n'));
            return bad.reason();
        }
        return "accepted";
    }

    const fs::path folder = fs::path(testing::TempDir()) / ("edition-" + std::to_string(getpid()));
    std::string text;
    unsigned line = 0, line_of_change = 0;
};

TEST(edition_of_2014, holds_the_facts_of_the_report) {
    const auto loaded = config::load_edition_file(of_2014, seoul_only);
    const auto& file = loaded.file;
    EXPECT_EQ(file.edition.name, "The 2nd WeGO Awards");
    EXPECT_TRUE(file.edition.demonstration);
    EXPECT_EQ(file.categories.size(), 5u);
    ASSERT_EQ(file.tiers.size(), 3u);
    EXPECT_FALSE(file.tiers[1].added_during_edition);
    EXPECT_TRUE(file.tiers[2].added_during_edition);
    EXPECT_EQ(file.judges.size(), 7u);
    EXPECT_EQ(file.winners.size(), 15u);
    EXPECT_EQ(
        std::count_if(file.cities.begin(), file.cities.end(), [](const auto& city) { return city.member; }),
        83);
    EXPECT_EQ(file.cities.size(), 83u + 6u);
    EXPECT_EQ(loaded.calendar.ceremony_on, "2014-11-05");
    EXPECT_EQ(workflow::utc_text(loaded.calendar.closes_at), "2014-06-30T09:00:00Z");
}

TEST(edition_of_2014, marks_what_is_made_up) {
    const auto made_up = config::load_edition_file(of_2014, seoul_only).file.edition.made_up;
    EXPECT_NE(std::find(made_up.begin(), made_up.end(), "calendar"), made_up.end());
    EXPECT_NE(std::find(made_up.begin(), made_up.end(), "rules"), made_up.end());
}

TEST(edition_of_2014, J1_six_winners_come_from_a_judges_own_country) {
    const auto file = config::load_edition_file(of_2014, seoul_only).file;
    int own = 0;
    for (const auto& winner : file.winners)
        for (const auto& city : file.cities)
            for (const auto& judge : file.judges)
                own += city.name == winner.city && city.country == judge.country;
    EXPECT_EQ(own, 6);
}

TEST_F(edition_file, E4_a_date_that_does_not_exist_is_refused_with_its_line) {
    EXPECT_EQ(refusal("closes_at = \"2014-06-30T18:00\"", "closes_at = \"2014-06-31T18:00\"").substr(0, 19),
              "date does not exist");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, E4_a_zone_that_is_none_is_refused_with_its_line) {
    EXPECT_EQ(refusal("zone = \"Asia/Seoul\"", "zone = \"Asia/Soul\"").substr(0, 12), "zone unknown");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, E4_a_calendar_out_of_order_is_refused) {
    EXPECT_EQ(refusal("opens_at = \"2014-04-01", "opens_at = \"2014-07-01").substr(0, 21),
              "calendar out of order");
}

TEST_F(edition_file, an_unknown_key_is_refused_with_its_line) {
    EXPECT_EQ(refusal("organiser = ", "organizer = "), "unknown key \"edition.organizer\"");
    EXPECT_EQ(line, line_of_change);
    EXPECT_EQ(refusal("weight_bp = 3000", "weight = 3000"),
              "unknown key \"rules.rubric.criteria[0].weight\"");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, a_missing_key_is_refused_with_the_line_of_its_table) {
    EXPECT_EQ(refusal("ordinal = 2\n", ""), "missing key \"edition.ordinal\"");
    EXPECT_EQ(line, line_of_change - 1);
}

TEST_F(edition_file, J10_faulty_rules_are_refused_in_plain_words_with_a_line) {
    EXPECT_EQ(refusal("weight_bp = 3000", "weight_bp = 2900"),
              "rubric: The weights sum to 99 %; they must sum to 100 %.");
    EXPECT_GT(line, 0u);
    EXPECT_EQ(refusal("scale_max = 10", "scale_max = 1"),
              "rubric.impact: The scale needs at least two scores between 0 and 100.");
    EXPECT_GT(line, 0u);
    EXPECT_EQ(refusal("rung = \"chair\"\n[[rules.tie_ladder]]\nrung = \"shared\"\n", "rung = \"chair\"\n"),
              "accepted")
        << "the chair ends it";
    EXPECT_EQ(
        refusal("[[rules.tie_ladder]]\nrung = \"chair\"\n[[rules.tie_ladder]]\nrung = \"shared\"\n", ""),
        "tie_ladder: The ladder has no end: its last rung must be the chair or a shared prize.");
    EXPECT_GT(line, 0u);
}

TEST_F(edition_file, J10_prizes_are_written_once_as_tiers) {
    EXPECT_EQ(
        refusal("[rules]", "[[rules.prizes]]\nkey = \"best\"\nname = \"Best\"\nper_category = 1\n[rules]"),
        "prizes are written as [[tiers]]");
}

TEST_F(edition_file, a_winner_of_an_unknown_city_is_refused_with_its_line) {
    EXPECT_EQ(refusal("city = \"Taipei\"", "city = \"Tapei\""), "there is no city \"Tapei\"");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, a_doubled_key_is_refused_with_its_line) {
    EXPECT_EQ(refusal("key = \"efficiency\"", "key = \"services\""), "\"services\" is there twice");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, countries_are_codes_and_parents_are_cities) {
    EXPECT_EQ(refusal("country = \"CA\"", "country = \"Canada\""),
              "must be two capital letters, as in ISO 3166-1");
    EXPECT_EQ(line, line_of_change);
    EXPECT_EQ(refusal("parent = \"Seoul\"", "parent = \"Soul\""), "there is no city \"Soul\"");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, a_panel_has_one_chair) {
    EXPECT_EQ(refusal("chair = true", "chair = false"), "exactly one judge is the chair");
}

TEST_F(edition_file, a_word_that_is_none_of_the_words_is_refused_with_its_line) {
    EXPECT_EQ(refusal("tally = \"mean\"", "tally = \"average\""),
              "\"rules.tally\" must be one of the words mean, trimmed_mean, median, borda, adjusted");
    EXPECT_EQ(line, line_of_change);
}

TEST_F(edition_file, a_members_file_is_refused_with_its_line) {
    const auto members = folder / "members.csv";
    std::ofstream(members) << "city,country_code\r\n\"San Fernando, La Union\",PH\r\nSeoul,Korea\r\n";
    try {
        config::list_members(members);
        FAIL() << "accepted";
    } catch (const config::bad_edition_file& bad) {
        EXPECT_EQ(bad.line(), 3u);
        EXPECT_EQ(bad.file(), members.string());
    }
    std::ofstream(members) << "city,country_code\r\n\"San Fernando, La Union\",PH\r\n";
    EXPECT_EQ(config::list_members(members).at(0).name, "San Fernando, La Union");
}

}  // namespace
