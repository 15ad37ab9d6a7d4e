#include <gmock/gmock.h>

#include <chrono>
#include <map>

#include "server/pages/reader.hpp"
#include "server/pages/words.hpp"
#include "server/pages/zones.hpp"
#include "tests/pages/samples.hpp"

namespace {

using namespace std::chrono;
using workflow::zone_answer_kind;

workflow::instant utc(year_month_day date, hours hour, minutes minute = {}) {
    return sys_days{date} + hour + minute;
}

std::map<std::string, std::string> shown(const std::string& language, const std::string& zone,
                                         workflow::instant at) {
    const auto reader =
        pages::make_reader(language, zone, [](std::string_view text) { return std::string{text}; });
    std::map<std::string, std::string> parts;
    const auto all = reader->show({at});
    for (const auto& each : std::get<std::vector<pages::member>>(all.held)) {
        parts[std::string{each.name}] = std::get<std::string>(each.held.held);
    }
    return parts;
}

TEST(moment, E4_shows_the_edition_s_zone_and_utc) {
    const auto parts = shown("en", "Asia/Seoul", utc(2014y / June / 30, 9h));
    EXPECT_EQ(parts.at("edition"), "30 June 2014 at 18:00, Seoul time");
    EXPECT_EQ(parts.at("utc"), "30 June 2014 at 09:00 UTC");
    EXPECT_EQ(parts.at("iso"), "2014-06-30T09:00:00Z");
    EXPECT_EQ(parts.at("date"), "30 June 2014");
}

TEST(moment, E4_says_utc_once_when_the_edition_lives_in_it) {
    const auto parts = shown("en", "UTC", utc(2014y / June / 30, 9h));
    EXPECT_EQ(parts.at("edition"), "30 June 2014 at 09:00 UTC");
    EXPECT_EQ(parts.at("utc"), "");
}

TEST(moment, follows_the_language) {
    EXPECT_THAT(shown("fr", "Europe/Paris", utc(2014y / June / 30, 9h)).at("edition"),
                testing::HasSubstr("30 juin 2014"));
    EXPECT_THAT(shown("ko", "Asia/Seoul", utc(2014y / June / 30, 9h)).at("edition"),
                testing::HasSubstr("2014년 6월 30일"));
}

TEST(number, is_written_by_locale) {
    const auto write = [](const char* language, pages::number shown) {
        return pages::make_reader(language, "UTC", {})->write(shown);
    };
    EXPECT_EQ(write("en", {1234567}), "1,234,567");
    EXPECT_EQ(write("de", {1234567, 2}), "12.345,67");
    EXPECT_EQ(write("en", {-5, 1}), "-0.5");
}

TEST(word_count, E3_counts_unicode_words) {
    const std::pair<const char*, int> cases[] = {{"", 0},
                                                 {"   \n", 0},
                                                 {"one", 1},
                                                 {"one two, three.", 3},
                                                 {"don't stop", 2},
                                                 {"e-government", 2},
                                                 {"3.14 is pi", 3},
                                                 {"— – …", 0},
                                                 {"서울시 전자 정부", 3},
                                                 {"thành phố Hồ Chí Minh", 5},
                                                 {"город Ульяновск", 2},
                                                 {"مدينة أربيل", 2},
                                                 {"2014", 1},
                                                 {"name@example.org www.example.org", 3},
                                                 {"1,000.50 3:1 a:b A&B", 7},
                                                 {"½ of 12 %, C++ x_y", 5},
                                                 {"👨‍👩‍👧 🙂", 0}};
    for (const auto& [text, words] : cases) EXPECT_EQ(pages::count_words(text), words) << text;
    EXPECT_GT(pages::count_words("สวัสดีชาวโลก"), 1) << "Thai has no blanks";
    EXPECT_GE(pages::count_words("成都市政府"), 2) << "nor has Chinese";
}

TEST(zone_rules, E4_know_seoul_in_2014) {
    const auto answer = pages::answer_for_zone("Asia/Seoul", {2014, 6, 30, 18, 0, 0});
    EXPECT_EQ(answer.kind, zone_answer_kind::unique);
    EXPECT_EQ(answer.at, utc(2014y / June / 30, 9h));
}

TEST(zone_rules, E4_find_hours_that_do_not_exist_or_come_twice) {
    EXPECT_EQ(pages::answer_for_zone("Europe/Berlin", {2014, 3, 30, 2, 30, 0}).kind,
              zone_answer_kind::skipped);
    EXPECT_EQ(pages::answer_for_zone("Europe/Berlin", {2014, 3, 30, 1, 59, 59}).kind,
              zone_answer_kind::unique);
    EXPECT_EQ(pages::answer_for_zone("Europe/Berlin", {2014, 3, 30, 3, 0, 0}).at,
              utc(2014y / March / 30, 1h));
    const auto twice = pages::answer_for_zone("Europe/Berlin", {2014, 10, 26, 2, 30, 0});
    EXPECT_EQ(twice.kind, zone_answer_kind::twice);
    EXPECT_EQ(twice.at, utc(2014y / October / 26, 0h, 30min)) << "the earlier of the two";
    EXPECT_EQ(pages::answer_for_zone("Europe/Berlin", {2014, 10, 26, 3, 0, 0}).at,
              utc(2014y / October / 26, 2h));
    EXPECT_EQ(pages::answer_for_zone("Pacific/Apia", {2011, 12, 30, 12, 0, 0}).kind,
              zone_answer_kind::skipped)
        << "Samoa left a whole day out";
}

TEST(zone_rules, E4_do_not_guess_zones) {
    for (const auto* name : {"", "Asia/Seol", "Etc/Unknown", "Mars/Olympus", "GMT+25"}) {
        EXPECT_EQ(pages::answer_for_zone(name, {2014, 6, 30}).kind, zone_answer_kind::no_such_zone) << name;
    }
    EXPECT_EQ(pages::answer_for_zone("UTC", {2014, 6, 30}).kind, zone_answer_kind::unique);
}

TEST(zone_rules, E4_give_a_wall_time_back) {
    const workflow::civil_time wall{2014, 6, 30, 18, 0, 0};
    EXPECT_EQ(pages::civil_time_of(pages::answer_for_zone("Asia/Seoul", wall).at, "Asia/Seoul"), wall);
    EXPECT_THROW(pages::civil_time_of({}, "Nowhere"), std::invalid_argument);
}

TEST(phrases, count_one_in_the_singular_and_all_else_in_the_plural) {
    const auto said = [](int count) {
        return pages_tests::all_pages().say(
            pages::t_n("{count} point of {all}", "{count} points of {all}", count, {{"all", "9"}}),
            pages_tests::sample_frame(false));
    };
    EXPECT_EQ(said(0), "0 points of 9");
    EXPECT_EQ(said(1), "1 point of 9");
    EXPECT_EQ(said(2), "2 points of 9");
}

}  // namespace
