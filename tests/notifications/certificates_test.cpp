#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <random>

#include "notifications/certificate.hpp"

namespace {

using namespace notifications;

std::string words_file() {
    std::ifstream file(WEGO_SOURCE_DIR "/notifications/wording/certificate.words", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

certificate_number number_from(std::mt19937& random) {
    certificate_number number;
    for (auto& byte : number) byte = static_cast<std::uint8_t>(random());
    return number;
}

TEST(serials, come_back_as_the_number_however_they_are_typed) {
    std::mt19937 random(2014);
    for (int turn = 0; turn < 200; ++turn) {
        const auto number = number_from(random);
        std::string serial = serial_of(number);
        EXPECT_EQ(serial.size(), 33u);
        EXPECT_EQ(find_number(serial), number);
        for (char& c : serial) {
            c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            if (c == '-') c = ' ';
            if (c == '0') c = 'o';
            if (c == '1') c = 'l';
        }
        EXPECT_EQ(find_number(serial), number);
    }
    EXPECT_EQ(serial_of({}), "0000-0000-0000-0000-0000-0000-000");
    for (const char* bad : {"", "7", "0000-0000-0000-0000-0000-0000-00", "0000-0000-0000-0000-0000-0000-0000",
                            "8000-0000-0000-0000-0000-0000-000", "U000-0000-0000-0000-0000-0000-000"})
        EXPECT_FALSE(find_number(bad)) << bad;
}

TEST(serials, show_every_wrong_digit_and_every_exchange_of_two) {
    constexpr std::string_view digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::mt19937 random(14);
    const std::string serial = serial_of(number_from(random));
    for (std::size_t at = 0; at < serial.size(); ++at) {
        if (serial[at] == '-') continue;
        for (const char digit : digits) {
            std::string wrong = serial;
            wrong[at] = digit;
            EXPECT_EQ(find_number(wrong).has_value(), digit == serial[at]) << wrong;
        }
        for (std::size_t other = at + 1; other < serial.size(); ++other) {
            std::string exchanged = serial;
            std::swap(exchanged[at], exchanged[other]);
            if (serial[other] == '-' || serial[at] == serial[other]) continue;
            EXPECT_FALSE(find_number(exchanged)) << exchanged;
        }
    }
}

TEST(certificates, P2_say_their_content_and_nothing_else_and_that_a_prize_is_shared) {
    const auto words = read_certificate_words(words_file(), untranslated);
    certificate_content content;
    content.kind = certificate_kind::winner;
    content.name = "Taipei";
    content.country_code = "TW";
    content.tier = "Best e-Government Prize";
    content.tier_rank = 1;
    content.category = "Services";
    content.edition_name = "The 2nd WeGO Awards";
    content.edition_year = 2014;
    content.issue_date = std::chrono::year(2014) / 11 / 5;
    content.service_address = "https://a.example";
    const auto printed = write_certificate(words, content);
    EXPECT_EQ(printed.heading, "Best e-Government Prize");
    EXPECT_EQ(printed.reason, "in the category Services");
    EXPECT_EQ(printed.name_language, "zh-tw");
    EXPECT_EQ(printed.issued_at, "2014-11-05T00:00:00Z");
    EXPECT_EQ(printed.check_address, "https://a.example/verify/" + printed.serial);
    EXPECT_EQ(printed.demonstration_mark, "");
    content.is_shared = true;
    EXPECT_EQ(write_certificate(words, content).reason, "in the category Services, as a shared prize");
    content.demonstration = true;
    content.kind = certificate_kind::judge;
    const auto marked = write_certificate(words, content);
    EXPECT_EQ(marked.demonstration_mark, "Demonstration");
    EXPECT_EQ(marked.heading, "Certificate of Appreciation");
}

TEST(certificates, refuse_words_that_are_missing_unknown_or_given_twice) {
    const std::string good = words_file();
    EXPECT_THROW(read_certificate_words(good + "serial_label: again\n", untranslated), bad_wording);
    EXPECT_THROW(read_certificate_words(good + "colour: blue\n", untranslated), bad_wording);
    EXPECT_THROW(read_certificate_words(good.substr(0, good.rfind("demonstration_line")), untranslated),
                 bad_wording);
    EXPECT_THROW(read_certificate_words(good + "no colon\n", untranslated), bad_wording);
}

}  // namespace
