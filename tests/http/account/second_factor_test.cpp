// The second factor through the whole service.
#include "tests/http/account/ground.hpp"

#include "tests/support/builders.hpp"

#include <thread>

using tests::browser;
using tests::page;
using tests::service;
using tests::sign_in;

// A judge who only types, saved field by field, must not be signed out in the middle of it.
TEST(a_session, is_kept_alive_by_what_is_sent_as_well_as_by_what_is_read) {
    service on;
    browser mina(on);
    mina.sign_in_as(on.add_person("Mina"));
    for (const bool reads : {true, false}) {
        on.run("update session set seen_at = clock_timestamp() - interval '10 minutes'");
        const auto answer = reads ? mina.get("/account") : mina.post("/account/name", {{"name", "Mina Kim"}});
        EXPECT_LT(answer.status, 400);
        EXPECT_TRUE(on.value<bool>("select seen_at > clock_timestamp() - interval '5 minutes' from session"))
            << reads;
    }
}

TEST(second_factor, the_password_alone_opens_nothing_to_the_secretariat) {
    service service;
    service.add_secretariat("Sofia");
    browser sofia(service);
    const auto answer = sign_in(sofia, "sofia@example.org");
    EXPECT_EQ(answer.location(), "/sign-in/code");
    EXPECT_EQ(sofia.get("/account").status, 403);
    EXPECT_EQ(sofia.post("/account/name", {{"name", "X"}}).status, 403);
}

TEST(second_factor, the_code_opens_under_a_new_token_and_leads_to_the_errand) {
    service service;
    service.add_secretariat("Sofia");
    browser sofia(service);
    sofia.post("/sign-in",
               {{"email", "sofia@example.org"}, {"password", service::good_password}, {"next", "/account"}});
    const auto before = sofia.cookies()["__Host-session"];
    const auto form = sofia.get("/sign-in/code?next=/account");
    EXPECT_EQ(form.value_of("next"), "/account");
    const auto answer = sofia.post("/sign-in/code", {{"code", service.code_now()}, {"next", "/account"}});
    EXPECT_EQ(answer.location(), "/account");
    EXPECT_NE(sofia.cookies()["__Host-session"], before);
    EXPECT_EQ(sofia.get("/account").status, 200);
}

TEST(second_factor, a_code_is_good_once_also_in_parallel) {
    service service;
    const auto sofia = service.add_secretariat("Sofia");
    const auto code = service.code_now();
    std::vector<std::unique_ptr<browser>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<browser>(service));
        clients.back()->sign_in_as(sofia, false);
    }
    std::vector<int> statuses(clients.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < clients.size(); ++i)
        threads.emplace_back([&, i] {
            statuses[i] = clients[i]->post("/sign-in/code", {{"code", code}}).status;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 303), 1);
    EXPECT_EQ(std::count(statuses.begin(), statuses.end(), 422), 3);
}

TEST(second_factor, wrong_codes_run_out) {
    service service;
    const auto sofia = service.add_secretariat("Sofia");
    browser client(service);
    client.sign_in_as(sofia, false);
    page answer;
    int tries = 0;
    for (; tries < 100 && answer.status != 429; ++tries)
        answer = client.post("/sign-in/code", {{"code", "abcdef"}});
    EXPECT_EQ(tries, service.settings().security.sign_in_tries + 1);
}

TEST(second_factor, a_judge_or_secretary_without_one_must_set_it_up_first) {
    service service;
    const auto person = service.add_person("Sofia");
    service.with_database([&](store::database& db) { tests::put_in_office(db, person); });
    browser sofia(service);
    EXPECT_EQ(sign_in(sofia, "sofia@example.org").location(), "/account/second-factor");
    EXPECT_EQ(sofia.get("/account").status, 403);
    const auto form = sofia.get("/account/second-factor");
    EXPECT_EQ(form.status, 200);
    EXPECT_TRUE(form.has("<path d=\"M"));
    EXPECT_EQ(sofia.post("/account/second-factor", {{"code", "000000"}}).status, 422);
    EXPECT_EQ(service.value<int>("select count(*) from credential where totp_secret is not null"), 0);
}

TEST(second_factor, is_set_up_with_a_code_and_shows_ten_recovery_codes_once) {
    service service;
    const auto person = service.add_person("Sofia");
    service.with_database([&](store::database& db) { tests::put_in_office(db, person); });
    browser sofia(service);
    sofia.sign_in_as(person, false);
    const auto form = sofia.get("/account/second-factor");
    const auto codes = sofia.post("/account/second-factor", {{"code", tests::code_of_page(service, form)}});
    EXPECT_EQ(codes.status, 200);
    const auto shown = tests::recovery_codes_of(codes);
    ASSERT_EQ(shown.size(), 10U);
    EXPECT_EQ(sofia.get("/account").status, 200);
    EXPECT_FALSE(sofia.get("/account").has(shown[0]));

    browser elsewhere(service);
    sign_in(elsewhere, "sofia@example.org");
    EXPECT_EQ(elsewhere.post("/sign-in/code", {{"code", shown[3]}}).status, 303);
    EXPECT_EQ(elsewhere.get("/account").status, 200);
    browser again(service);
    sign_in(again, "sofia@example.org");
    EXPECT_EQ(again.post("/sign-in/code", {{"code", shown[3]}}).status, 422);
}

TEST(second_factor, setting_it_up_anew_and_new_recovery_codes_want_a_fresh_one) {
    service service;
    const auto sofia = service.add_secretariat("Sofia");
    browser client(service);
    client.sign_in_as(sofia);
    EXPECT_EQ(client.get("/account/second-factor").status, 200);
    EXPECT_EQ(client.post("/account/recovery-codes").status, 200);
    service.run("update session set second_factor_at = second_factor_at - interval '6 minutes'");
    EXPECT_EQ(client.get("/account/second-factor").status, 403);
    EXPECT_EQ(client.post("/account/second-factor", {{"code", "123456"}}).status, 403);
    EXPECT_EQ(client.post("/account/recovery-codes").status, 403);
}

TEST(second_factor, the_password_alone_cannot_replace_it) {
    service service;
    const auto sofia = service.add_secretariat("Sofia");
    browser client(service);
    client.sign_in_as(sofia, false);
    EXPECT_EQ(client.get("/account/second-factor").status, 403);
    EXPECT_EQ(client.post("/account/second-factor", {{"code", "123456"}}).status, 403);
}
