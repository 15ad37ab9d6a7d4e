// One-time codes against RFC 6238, appendix B (SHA-1; the last six of its eight digits).

#include "server/access/one_time_codes.hpp"

#include <gtest/gtest.h>

#include <set>

using namespace access_control;

namespace {

const std::string secret_of_the_rfc = "12345678901234567890";

workflow::instant at(std::int64_t seconds) {
    return workflow::instant(std::chrono::seconds(seconds));
}

}  // namespace

TEST(one_time_codes, are_those_of_the_RFC) {
    const std::vector<std::pair<std::int64_t, std::string>> vectors{
        {59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
        {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    for (const auto& [seconds, code] : vectors)
        EXPECT_EQ(totp_code(secret_of_the_rfc, at(seconds)), code) << seconds;
}

TEST(one_time_codes, of_the_step_before_and_after_are_taken_and_of_two_away_are_not) {
    const auto now = at(1111111111);
    for (const int steps : {-1, 0, 1}) {
        const auto code = totp_code(secret_of_the_rfc, now + std::chrono::seconds(30 * steps));
        EXPECT_EQ(find_totp_step(secret_of_the_rfc, code, now), 1111111111 / 30 + steps);
    }
    for (const int steps : {-2, 2})
        EXPECT_FALSE(find_totp_step(
            secret_of_the_rfc, totp_code(secret_of_the_rfc, now + std::chrono::seconds(30 * steps)), now));
}

TEST(one_time_codes, may_be_typed_with_a_blank_and_must_be_six_digits) {
    const auto now = at(59);
    for (const char* typed : {"287 082", "287-082", "２８７０８２", "287\u00a0082"})
        EXPECT_TRUE(find_totp_step(secret_of_the_rfc, typed, now)) << typed;
    for (const auto* typed : {"", "28708", "2870822", "28708x"})
        EXPECT_FALSE(find_totp_step(secret_of_the_rfc, typed, now)) << typed;
}

TEST(one_time_codes, secrets_are_160_bits_and_never_the_same) {
    std::set<std::string> made;
    for (int i = 0; i < 1000; ++i) made.insert(make_totp_secret());
    EXPECT_EQ(made.size(), 1000U);
    EXPECT_EQ(made.begin()->size(), 20U);
}

TEST(one_time_codes, the_address_for_the_app_names_issuer_and_account) {
    EXPECT_EQ(totp_uri(secret_of_the_rfc, "WeGO Awards", "a@b.example"),
              "otpauth://totp/"
              "WeGO%20Awards:a%40b.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=WeGO%20Awards"
              "&algorithm=SHA1&digits=6&period=30");
    EXPECT_EQ(shown_secret("12345"), "GEZD GNBV");
}
