// E3: lengths in characters as people see them, and what is blank to the eye.
#include <gtest/gtest.h>

#include <string>

#include "typed/characters.hpp"

namespace {

using namespace typed;

std::string repeated(std::string_view one, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += one;
    return all;
}

TEST(typed_characters, E3_are_counted_as_people_see_them) {
    const std::pair<const char*, std::size_t> cases[] = {{"", 0},
                                                         {"Suva", 4},
                                                         {"Đà Nẵng", 7},
                                                         {"नेपाल", 3},
                                                         {"กรุงเทพ", 6},
                                                         {"서울", 2},
                                                         {"👨‍👩‍👧", 1},
                                                         {"🇰🇷", 1},
                                                         {"e\u0301", 1}};
    for (const auto& [text, count] : cases) EXPECT_EQ(count_characters(text), count) << text;
}

TEST(typed_characters, E3_a_limit_is_exact_in_every_script) {
    for (const char* one : {"a", "ü", "ने", "กี่", "市", "👨‍👩‍👧"}) {
        EXPECT_FALSE(is_longer_than(repeated(one, 200), 200)) << one;
        EXPECT_TRUE(is_longer_than(repeated(one, 201), 200)) << one;
        EXPECT_EQ(first_characters(repeated(one, 201), 200), repeated(one, 200)) << one;
    }
    EXPECT_TRUE(is_longer_than("a", 0));
    EXPECT_FALSE(is_longer_than("", 0));
}

TEST(typed_characters, one_that_is_heaped_up_without_end_is_too_long_for_the_database_too) {
    EXPECT_TRUE(is_longer_than("a" + repeated("\u0301", 2000), 200));
}

TEST(typed_characters, blanks_of_every_kind_are_none_at_the_ends) {
    EXPECT_EQ(trimmed(" \t\u00a0Ada Byron\u3000\u200b\r\n"), "Ada Byron");
    EXPECT_EQ(trimmed("\ufeffAda"), "Ada");
    EXPECT_EQ(trimmed(" \u2003 "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("नेपाल"), "नेपाल");
}

TEST(typed_characters, what_no_eye_can_see_is_blank) {
    for (const char* blank :
         {"", " ", "\u00a0", "\u200b\u200d", "\u3164", "\u2800", "\u200e\u202e", "\u00ad", "\u115f"})
        EXPECT_TRUE(is_blank(blank)) << blank;
    for (const char* seen : {"a", "\u00a0.", "市", "👍"}) EXPECT_FALSE(is_blank(seen)) << seen;
}

}  // namespace
