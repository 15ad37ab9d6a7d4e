// Passwords, tokens, anti-forgery tokens and recovery codes.

#include "server/access/passwords.hpp"
#include "server/access/tokens.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace access_control;
using enum password_problem;

TEST(passwords, twelve_that_are_taken_or_not) {
    const std::vector<std::pair<std::string, password_problem>> table{
        {"correct horse battery", none},
        {"one two three four", none},
        {"ünïcödé wörds", none},
        {std::string(64, 'a') + "bc d", none},
        {"한국어 비밀번호 문장입니다", none},
        {"short", too_short},
        {"elevenletters" + std::string(1020, 'x'), too_long},
        {"password1234", too_common},
        {"PasswordPassword", too_common},
        {"123456789012", too_common},
        {"aaaaaaaaaaaa", too_common},
        {"Mina.Kim.2014", too_common},
    };
    for (const auto& [password, expected] : table)
        EXPECT_EQ(check_password(password, 12, "minakim@example.org"), expected) << password;
}

TEST(passwords, length_is_counted_in_characters_and_not_in_bytes) {
    EXPECT_EQ(check_password("åäöåäöåäöåä", 12, ""), too_short);
    EXPECT_EQ(check_password("åäöåäöåäöåäö", 12, ""), none);
}

TEST(passwords, are_hashed_by_argon2id_with_a_salt_each) {
    const password_cost cheap{1, 8};
    const auto hash = hash_password("correct horse battery", cheap);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8,t=1,p=1$")) << hash;
    EXPECT_NE(hash, hash_password("correct horse battery", cheap));
    EXPECT_TRUE(is_password("correct horse battery", hash, cheap));
    EXPECT_FALSE(is_password("correct horse batter", hash, cheap));
    EXPECT_FALSE(is_password("", hash, cheap));
}

TEST(passwords, nobodys_password_is_never_right) {
    EXPECT_FALSE(is_password("a password that nobody has", "", {1, 8}));
    EXPECT_FALSE(is_password("", "", {1, 8}));
}

TEST(tokens, ten_thousand_are_43_signs_long_and_all_different) {
    std::set<std::string> made;
    for (int i = 0; i < 10000; ++i) made.insert(make_token());
    EXPECT_EQ(made.size(), 10000U);
    for (const auto& token : made) ASSERT_EQ(token.size(), 43U);
}

TEST(tokens, the_database_keeps_a_hash_that_opens_nothing) {
    const auto token = make_token();
    EXPECT_EQ(hash_of(token).data.size(), 32U);
    EXPECT_EQ(hash_of(token).data.find(token), std::string::npos);
}

TEST(anti_forgery_tokens, belong_to_one_cookie) {
    const auto mine = make_token(), other = make_token();
    EXPECT_TRUE(is_csrf_token(csrf_token(mine), mine));
    EXPECT_FALSE(is_csrf_token(csrf_token(other), mine));
    EXPECT_FALSE(is_csrf_token("", mine));
    EXPECT_FALSE(is_csrf_token(csrf_token(mine).substr(1), mine));
    EXPECT_NE(csrf_token(mine).find_first_not_of('='), std::string::npos);
}

TEST(recovery_codes, are_ten_different_ones_that_may_be_typed_carelessly) {
    const auto codes = make_recovery_codes();
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    for (const auto& code : codes) EXPECT_EQ(code.size(), 14U);
    EXPECT_EQ(hash_of_recovery_code("K7QF-2M9D-XR4T"), hash_of_recovery_code(" k7qf 2m9dxr4t"));
    EXPECT_NE(hash_of_recovery_code("K7QF-2M9D-XR4T"), hash_of_recovery_code("K7QF-2M9D-XR4U"));
}
