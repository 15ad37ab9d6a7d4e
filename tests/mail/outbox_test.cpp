// The outbox between a real database and a real mail server: what waits, what goes out once, what is given up
// and shown.
#include "server/jobs/outbox.hpp"
#include "server/store/people.hpp"
#include "tests/mail/mail_sink.hpp"
#include "tests/support/database.hpp"

#include <gmock/gmock.h>

namespace {

class outbox : public tests::http_test {
protected:
    outbox() : owner(database.owner_connection(), {}), sender(database.connection(), {}) {
        settings.mail.host = "127.0.0.1";
        settings.mail.security = config::mail_security::none;
        settings.mail.timeout_seconds = 5;
        settings.paths.wording = WEGO_SOURCE_DIR "/notifications/wording";
        settings.server.public_address = "https://awards.example";
    }

    template <class Work>
    auto as_owner(Work work) {
        owner.begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
        owner.run_script("set local role none");
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            owner.commit();
        } else {
            auto result = work();
            owner.commit();
            return result;
        }
    }
    void queue(const std::string& address, const std::string& cause = "sign-in 1") {
        as_owner([&] {
            store::queue_letter(owner, store::letter_about(
                                           notifications::sign_in_notice_content{
                                               {"now", {}}, "a browser", "https://awards.example/account"},
                                           std::nullopt, {std::nullopt, "Ada", address}, cause));
        });
    }
    // A letter to Ada, who has an account in this zone, of an instant.
    void queue_to_reader_in(const std::string& zone) {
        as_owner([&] {
            const auto ada = store::add_person(owner, "ada@city.example", "Ada", true);
            EXPECT_TRUE(store::change_zone(owner, ada, zone));
            const auto at = owner.value<workflow::instant>("select timestamptz '2014-06-30 23:30+00'");
            store::queue_letter(
                owner, store::letter_about(
                           notifications::account_closed_content{store::moment_of(owner, at, "Asia/Seoul")},
                           std::nullopt, {ada, "Ada", "ada@city.example"}, "closed"));
        });
    }
    std::string sent_text() {
        const mail_sink sink(mail_sink::guarded::no);
        EXPECT_EQ(send_with(sink.port()), 1);
        auto text = sink.list_received().at(0).content;
        std::replace(text.begin(), text.end(), '\n', ' ');
        std::erase(text, '\r');
        return text;  // on one line
    }
    // One look into the outbox, with the mail server on this port.
    int send_with(int port) {
        settings.mail.port = port;
        jobs::outbox at(settings, {{"en", notifications::untranslated}}, nobody_told);
        return at.send_due(sender);
    }
    // As if the time until the next try had passed.
    void let_time_pass() {
        as_owner([&] { owner.run("update letter set next_attempt_at = clock_timestamp()"); });
    }
    std::string state() {
        return as_owner([&] { return owner.value<std::string>("select state from letter"); });
    }
    // Seconds until the next try, from the last.
    double wait() {
        return as_owner([&] {
            return owner.value<double>(
                "select extract(epoch from next_attempt_at - clock_timestamp()) from letter");
        });
    }

    static constexpr int nobody_there = 1;
    config::settings settings;
    store::database owner, sender;
    const jobs::teller nobody_told{[](auto, auto) {}, [](auto, auto) {}, [](auto, auto) {}};
};

TEST_F(outbox, bad_input_a_mail_server_away_makes_the_letter_wait_and_go_out_once_later) {
    queue("ada@city.example");
    queue("ada@city.example");  // the same event writes once
    EXPECT_EQ(send_with(nobody_there), 1);
    EXPECT_EQ(state(), "queued");
    EXPECT_EQ(send_with(nobody_there), 0) << "it was not due yet";
    const mail_sink back(mail_sink::guarded::no);
    let_time_pass();
    EXPECT_EQ(send_with(back.port()), 1);
    EXPECT_EQ(state(), "accepted");
    let_time_pass();
    EXPECT_EQ(send_with(back.port()), 0);
    EXPECT_EQ(back.list_received().size(), 1u);
}

TEST_F(outbox, E4_an_instant_is_told_in_the_zone_of_who_reads_it_too) {
    queue_to_reader_in("Europe/Madrid");
    EXPECT_THAT(sent_text(), testing::HasSubstr("1 July 2014, 08:30 (Asia/Seoul), 30 June 2014, 23:30 UTC, "
                                                "1 July 2014, 01:30 (Europe/Madrid)"));
}

TEST_F(outbox, E4_where_no_zone_is_wanted_letters_give_the_editions_and_UTC) {
    queue_to_reader_in("");
    const auto text = sent_text();
    EXPECT_THAT(text, testing::HasSubstr("1 July 2014, 08:30 (Asia/Seoul), 30 June 2014, 23:30 UTC"));
    EXPECT_THAT(text, testing::Not(testing::HasSubstr("UTC, ")));
}

TEST_F(outbox, E4_a_letter_that_was_queued_in_words_alone_goes_out_as_it_is) {
    queue_to_reader_in("Europe/Madrid");
    as_owner([&] { owner.run(R"(update letter set facts = '{"closed_at":"1 July 2014, 08:30"}')"); });
    EXPECT_THAT(sent_text(), testing::HasSubstr("1 July 2014, 08:30"));
    EXPECT_EQ(state(), "accepted");
}

TEST_F(outbox, waits_longer_after_each_try) {
    queue("ada@city.example");
    double before = 0;
    for (int tries = 0; tries < 5; ++tries) {
        let_time_pass();
        send_with(nobody_there);
        EXPECT_GT(wait(), before * 1.5);
        before = wait();
    }
}

TEST_F(outbox, gives_up_after_the_last_try_and_keeps_the_reason_for_the_secretariat) {
    settings.mail.attempts = 2;
    queue("ada@city.example");
    for (int tries = 0; tries < 2; ++tries) {
        let_time_pass();
        send_with(nobody_there);
    }
    EXPECT_EQ(state(), "failed");
    EXPECT_NE(as_owner([&] { return owner.value<std::string>("select last_error from letter"); }), "");
}

TEST_F(outbox, a_recipient_who_is_refused_for_good_is_not_tried_again) {
    queue("rcpt-550@city.example");
    const mail_sink sink(mail_sink::guarded::no);
    send_with(sink.port());
    EXPECT_EQ(state(), "failed");
    EXPECT_EQ(as_owner([&] { return owner.value<std::string>("select last_error from letter"); }),
              "550 not this recipient");
}

// RFC 1047: nobody knows whether it arrived; what comes again bears the same name, so that a reader's program
// sees one.
TEST_F(outbox, an_unknown_outcome_is_tried_again_under_the_same_message_id) {
    queue("hang-up@city.example");
    const mail_sink sink(mail_sink::guarded::no);
    send_with(sink.port());
    EXPECT_EQ(state(), "queued");
    as_owner([&] { owner.run("update letter set to_address = 'ada@city.example'"); });
    let_time_pass();
    send_with(sink.port());
    as_owner([&] { owner.run("update letter set state = 'queued'"); });
    let_time_pass();
    send_with(sink.port());
    const auto received = sink.list_received();
    ASSERT_EQ(received.size(), 2u);
    EXPECT_EQ(received[0].content, received[1].content);
    EXPECT_THAT(received[0].content, testing::HasSubstr("Message-ID: <"));
}

TEST_F(outbox, a_letter_whose_sender_died_is_taken_up_by_the_next) {
    queue("ada@city.example");
    as_owner([&] {
        owner.run(
            "update letter set state = 'leased', lease_until = clock_timestamp() + interval '1 minute'");
    });
    const mail_sink sink(mail_sink::guarded::no);
    EXPECT_EQ(send_with(sink.port()), 0);
    as_owner([&] { owner.run("update letter set lease_until = clock_timestamp() - interval '1 second'"); });
    EXPECT_EQ(send_with(sink.port()), 1);
    EXPECT_EQ(state(), "accepted");
}

}  // namespace
