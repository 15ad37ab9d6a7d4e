#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "server/mail/eml.hpp"
#include "server/mail/mime.hpp"
#include "tests/mail/mail_sink.hpp"

namespace {

using namespace std::chrono_literals;
using notifications::attempt_result;
using testing::HasSubstr;
using testing::Not;

mail::message harmless() {
    mail::message message;
    message.from_name = "WeGO Awards";
    message.from_address = "awards@wego-awards.example";
    message.to_name = "Ada";
    message.to_address = "ada@city.example";
    message.subject = "A subject";
    message.text = "Hello\n";
    message.html = "<p>Hello</p>";
    message.message_id = mail::message_id_of("event 7", message.to_address, "wego-awards.example");
    message.date = mail::mail_date(std::chrono::sys_days(std::chrono::year(2014) / 11 / 5) + 9h);
    return message;
}

mail::server_settings server_at(const mail_sink& sink) {
    mail::server_settings server;
    server.host = "127.0.0.1";
    server.port = sink.port();
    server.security = config::mail_security::none;
    return server;
}

mail::server_settings guarded_server_at(const mail_sink& sink) {
    auto server = server_at(sink);
    server.security = config::mail_security::starttls;
    server.user = mail_sink::user;
    server.password = mail_sink::password;
    server.authority_file = sink.authority_file();
    return server;
}

// Values that try to end a header, begin another, or pass as encoded already.
std::vector<std::string> injections() {
    std::vector<std::string> values;
    const std::vector<std::string> breaks{"\r\n",
                                          "\n",
                                          "\r",
                                          "\r\n ",
                                          "\n\t",
                                          std::string(1, '\0'),
                                          "\x0b",
                                          "\x0c",
                                          "\x1b",
                                          "\x7f",
                                          "\xe2\x80\xa8",
                                          "\xe2\x80\xa9",
                                          "\xc2\x85",
                                          "\xc0\x8d\xc0\x8a",
                                          "=?utf-8?Q?=0D=0A?=",
                                          "=?utf-8?B?DQo=?=",
                                          "%0d%0a",
                                          "\\r\\n"};
    for (const auto& line_break : breaks)
        for (const std::string header :
             {"Bcc: eve@evil.example", "To: eve@evil.example", "\r\nnew body", "Subject: x"})
            values.push_back("Name" + line_break + header);
    values.push_back(std::string(5000, 'x'));
    values.push_back("\xff\xfe");
    values.push_back("\xed\xa0\x80");
    return values;
}

std::string header_of(const std::string& content) {
    return content.substr(0, content.find("\r\n\r\n"));
}

int header_count(const std::string& content) {
    int count = 0;
    const std::string head = "\r\n" + header_of(content);
    for (auto at = head.find("\r\n"); at != head.npos; at = head.find("\r\n", at + 2))
        if (head[at + 2] != ' ') ++count;
    return count;
}

TEST(mail_headers, no_name_or_subject_can_add_a_header_or_a_recipient) {
    const mail_sink sink(mail_sink::guarded::no);
    std::size_t accepted = 0;
    const auto expected = header_count(mail::as_mime(harmless()));
    for (const auto& value : injections())
        for (const auto member :
             {&mail::message::to_name, &mail::message::subject, &mail::message::from_name}) {
            auto message = harmless();
            message.*member = value;
            const auto sent = mail::send(server_at(sink), message);
            if (sent.result == attempt_result::accepted) {
                ++accepted;
                const auto mail = sink.list_received().at(accepted - 1);
                EXPECT_EQ(header_count(mail.content), expected) << value;
                EXPECT_THAT(mail.envelope, HasSubstr("\"to\": [\"ada@city.example\"]"));
                EXPECT_THAT(header_of(mail.content), Not(HasSubstr("eve@")));
            } else {
                EXPECT_EQ(sent.result, attempt_result::lasting_failure) << value;
            }
        }
    EXPECT_GT(accepted, 60u);
    EXPECT_EQ(sink.list_received().size(), accepted);
}

TEST(mail_headers, an_address_with_more_than_an_address_is_refused_before_it_leaves) {
    const mail_sink sink(mail_sink::guarded::no);
    for (const std::string bad :
         {"ada@city.example\r\nRCPT TO:<eve@evil.example>", "ada@city.example>\r\nDATA",
          "ada@city.example\nBcc: x@y.example", "<ada@city.example>", "a@b.example,c@d.example"})
        for (const auto member : {&mail::message::to_address, &mail::message::from_address,
                                  &mail::message::message_id, &mail::message::date}) {
            auto message = harmless();
            message.*member = bad;
            EXPECT_EQ(mail::send(server_at(sink), message).result, attempt_result::lasting_failure) << bad;
        }
    EXPECT_TRUE(sink.list_received().empty());
}

TEST(mail_bodies, no_text_can_end_the_message_early) {
    const mail_sink sink(mail_sink::guarded::no);
    const std::string smuggled = "MAIL FROM:<eve@evil.example>";
    std::size_t count = 0;
    for (const std::string dot : {"\n.\r\n", "\n.\n", "\r.\r", "\r.\r\n", "\r\n.\n", "\r\n.\r", "\r\n.\r\n",
                                  "\r\n\0.\r\n", "\n\n.\r\n"}) {
        auto message = harmless();
        message.text =
            "before" + dot + smuggled + "\r\nRCPT TO:<ada@city.example>\r\nDATA\r\nforged" + dot + ".";
        message.html = message.text + std::string(900, '.');
        EXPECT_EQ(mail::send(server_at(sink), message).result, attempt_result::accepted);
        ASSERT_EQ(sink.list_received().size(), ++count);
        const auto content = sink.list_received().back().content;
        EXPECT_EQ(content, mail::as_mime(message));
        for (std::size_t at = 0; at < content.size(); ++at) {
            if (content[at] == '\n') {
                ASSERT_GT(at, 0U);
                ASSERT_EQ(content[at - 1], '\r');
            }
            if (content[at] == '\r') {
                ASSERT_EQ(content[at + 1], '\n');
            }
        }
        EXPECT_EQ(content.find("\r\n."), content.npos);
    }
}

TEST(smtp, encrypts_and_authenticates) {
    const mail_sink sink(mail_sink::guarded::yes);
    EXPECT_EQ(mail::send(guarded_server_at(sink), harmless()).result, attempt_result::accepted);
    const auto received = sink.list_received();
    ASSERT_EQ(received.size(), 1u);
    EXPECT_THAT(received[0].envelope, HasSubstr("\"tls\": true"));
    EXPECT_THAT(received[0].envelope, HasSubstr("\"authenticated\": true"));
    EXPECT_THAT(received[0].content, HasSubstr("Message-ID: <" + harmless().message_id + ">"));

    auto wrong_password = guarded_server_at(sink);
    wrong_password.password = "not it";
    const auto refused = mail::send(wrong_password, harmless());
    EXPECT_EQ(refused.result, attempt_result::temporary_failure);
    EXPECT_EQ(refused.code, 535);
    EXPECT_THAT(refused.text, Not(HasSubstr("not it")));

    auto unknown_authority = guarded_server_at(sink);
    unknown_authority.authority_file.clear();
    EXPECT_EQ(mail::send(unknown_authority, harmless()).result, attempt_result::temporary_failure);
    EXPECT_EQ(sink.list_received().size(), 1u);
}

TEST(smtp, never_sends_in_clear_what_was_to_be_encrypted) {
    const mail_sink sink(mail_sink::guarded::no);
    auto server = server_at(sink);
    server.security = config::mail_security::starttls;
    EXPECT_EQ(mail::send(server, harmless()).result, attempt_result::temporary_failure);
    EXPECT_TRUE(sink.list_received().empty());
    server.security = config::mail_security::none;
    server.user = "wego";
    EXPECT_THROW(mail::send(server, harmless()), std::invalid_argument);
}

TEST(smtp, tells_what_became_of_the_letter) {
    const mail_sink sink(mail_sink::guarded::no);
    const auto send_to = [&](const std::string& name) {
        auto message = harmless();
        message.to_address = name + "@city.example";
        return mail::send(server_at(sink), message);
    };
    EXPECT_EQ(send_to("rcpt-550").result, attempt_result::lasting_failure);
    EXPECT_EQ(send_to("rcpt-550").text, "550 not this recipient");
    EXPECT_EQ(send_to("rcpt-450").result, attempt_result::temporary_failure);
    EXPECT_EQ(send_to("rcpt-552").result, attempt_result::temporary_failure);
    EXPECT_EQ(send_to("data-554").result, attempt_result::lasting_failure);
    EXPECT_EQ(send_to("data-451").result, attempt_result::temporary_failure);
    EXPECT_EQ(send_to("hang-up").result, attempt_result::unknown);
    EXPECT_EQ(send_to("ada").result, attempt_result::accepted);
    auto nobody_there = server_at(sink);
    nobody_there.port = 1;
    EXPECT_EQ(mail::send(nobody_there, harmless()).result, attempt_result::temporary_failure);
    auto staging = server_at(sink);
    staging.only_to_domains = {"wego-awards.example"};
    EXPECT_EQ(mail::send(staging, harmless()).result, attempt_result::lasting_failure);
}

TEST(mime, is_the_same_each_time_and_readable) {
    auto message = harmless();
    message.subject =
        "Reçu: “서울 열린 데이터 광장” was submitted and this subject goes on for more than one line";
    message.text = "Größe = 1\nFrom here\n" + std::string(200, 'x') + "\nend \n";
    const auto bytes = mail::as_mime(message);
    EXPECT_EQ(bytes, mail::as_mime(message));
    EXPECT_THAT(bytes, HasSubstr("Date: Wed, 05 Nov 2014 09:00:00 +0000\r\n"));
    EXPECT_THAT(bytes, HasSubstr("Gr=C3=B6=C3=9Fe =3D 1\r\n=46rom here\r\n"));
    EXPECT_THAT(bytes, HasSubstr("end=20\r\n"));
    for (std::size_t at = 0, end; (end = bytes.find("\r\n", at)) != bytes.npos; at = end + 2)
        EXPECT_LE(end - at, 78u);
    EXPECT_NE(mail::message_id_of("ab", "c@d.example", "x.example"),
              mail::message_id_of("a", "bc@d.example", "x.example"));
}

TEST(eml, holds_the_bytes_that_smtp_would_carry) {
    const auto directory =
        std::filesystem::temp_directory_path() / ("wego_eml_" + std::to_string(::getpid()));
    config::mail_settings settings;
    settings.eml_directory = directory.string();
    auto message = harmless();
    message.message_id = "../../x/y@wego-awards.example";
    EXPECT_EQ(mail::deliver(settings, message, {}).result, attempt_result::lasting_failure);
    message.message_id = "a/b@wego-awards.example";
    for (int turn = 0; turn < 2; ++turn)
        EXPECT_EQ(mail::deliver(settings, message, {}).result, attempt_result::accepted);
    std::ifstream file(directory / "a_b@wego-awards.example.eml", std::ios::binary);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), mail::as_mime(message));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(directory), {}), 1);
    EXPECT_EQ(std::filesystem::status(directory).permissions(), std::filesystem::perms::owner_all);
    std::filesystem::remove_all(directory);

    std::ofstream(directory) << "a file where the directory should be";
    EXPECT_EQ(mail::deliver(settings, message, {}).result, attempt_result::temporary_failure);
    std::filesystem::remove(directory);
}

}  // namespace
