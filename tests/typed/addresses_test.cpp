// One rule for addresses, at every door and in the mailer.
#include <gtest/gtest.h>

#include "typed/addresses.hpp"
#include "typed/names.hpp"
#include "typed/numbers.hpp"

namespace {

using namespace typed;

TEST(typed_addresses, are_known_by_one_spelling_and_sent_in_ascii) {
    const struct {
        const char *typed, *known, *wire;
    } cases[] = {
        {"Chris-Moore@Panel.Example", "chris-moore@panel.example", "chris-moore@panel.example"},
        {"max@müller.de", "max@müller.de", "max@xn--mller-kva.de"},
        {"max@XN--MLLER-KVA.de", "max@müller.de", "max@xn--mller-kva.de"},
        {"x@城市.example", "x@城市.example", "x@xn--uis47l.example"},
        {"first.last+tag@sub.city.example", "first.last+tag@sub.city.example",
         "first.last+tag@sub.city.example"},
        {"o'neil@x-y.example", "o'neil@x-y.example", "o'neil@x-y.example"},
    };
    for (const auto& [typed, known, wire] : cases) {
        EXPECT_EQ(find_mail_address(typed), known) << typed;
        EXPECT_EQ(find_wire_address(typed), wire) << typed;
        EXPECT_EQ(find_mail_address(wire), known) << wire;
    }
}

TEST(typed_addresses, that_no_mail_server_takes_are_none) {
    const std::string too_long = std::string(65, 'a') + "@b.example";
    for (const std::string& bad : {std::string(),
                                   std::string("a"),
                                   std::string("@b.example"),
                                   std::string("a@"),
                                   std::string("a@b"),
                                   std::string("a b@c.example"),
                                   std::string("a\u00a0b@c.example"),
                                   std::string("a@b\u00a0c.example"),
                                   std::string("a@b.example\n"),
                                   std::string(" a@b.example"),
                                   std::string("a@b.example\r\nBcc: x@y.example"),
                                   std::string("a@b.example\0x", 13),
                                   std::string("<a@b.example>"),
                                   std::string("a@b.example, c@d.example"),
                                   std::string("\"a b\"@c.example"),
                                   std::string("a..b@c.example"),
                                   std::string(".a@c.example"),
                                   std::string("a.@c.example"),
                                   std::string("a@-b.example"),
                                   std::string("a@b-.example"),
                                   std::string("a@b..example"),
                                   std::string("a@b.example."),
                                   std::string("ä@b.example"),
                                   std::string("a@b@c.example"),
                                   std::string("a@b.example>"),
                                   std::string("a(x)@b.example"),
                                   too_long,
                                   std::string("a@[127.0.0.1]"),
                                   std::string("a@127.0.0.1"),
                                   std::string("a@x_y.example")})
        EXPECT_FALSE(is_mail_address(bad)) << bad;
}

TEST(typed_addresses, of_the_web_may_begin_with_a_capital) {
    for (const char* good :
         {"Https://City.Example/a", "HTTP://müller.example", "https://city.example:8080/a?b=c#d"})
        EXPECT_TRUE(is_web_address(good)) << good;
    for (const char* bad : {"city.example", "ftp://city.example", "javascript:alert(1)", "https://city"})
        EXPECT_FALSE(is_web_address(bad)) << bad;
}

TEST(typed_numbers, of_telephones_are_as_people_write_them) {
    for (const char* good :
         {"(+34) 93 402 70 00", "+34 93 402 70 00 ext. 12", "93 402 70 00 x12",
          "+82\u00a02\u00a01234\u20115678", "010/123.45", "+1 (212) 555-0100, ext 7", "٠١٢٣٤٥٦٧"})
        EXPECT_TRUE(is_telephone(good)) << good;
    for (const char* bad : {"1234", "call me", "12+34567", "93 402 70 00 ext.", "93 402 70 00 ext. twelve",
                            "++34 93 402 70 00", "exit 12345"})
        EXPECT_FALSE(is_telephone(bad)) << bad;
}

TEST(typed_numbers, are_as_people_write_them_and_never_below_zero) {
    for (const char* good : {"0", "12000", "12,000", "12\u00a0000", "12\u202f000.50", "1'000", "1’000", "95%",
                             "95 %", "+3", "１２"})
        EXPECT_TRUE(is_number(good)) << good;
    for (const char* bad : {"-5", "\u22125", "many", "12,,000", "1e5", "12.", ".5", "%", "10–12", ""})
        EXPECT_FALSE(is_number(bad)) << bad;
}

TEST(typed_names, an_advertisement_is_none) {
    for (const char* bad : {"open https://x.example", "Win at WWW.x.example", "a prize: x.com!",
                            "Ada <ada@x.example>", "x.xyz/abc now"})
        EXPECT_TRUE(is_advertisement(bad)) << bad;
    for (const char* name :
         {"Ada Byron", "J.R. Smith", "St.John, Ph.D.", "Müller-Lüdenscheidt", "A. B. C. Org", "O'Neil"})
        EXPECT_FALSE(is_advertisement(name)) << name;
}

}  // namespace
