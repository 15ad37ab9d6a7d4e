// Signing in and the own account through the whole service, and what bad input gets there.

#include "tests/support/service.hpp"

#include <gmock/gmock.h>

#include <thread>

using tests::browser;
using tests::fields;
using tests::page;
using tests::service;

namespace {

page sign_in(browser& somebody, const std::string& email, const std::string& typed = service::good_password) {
    return somebody.post("/sign-in", {{"email", email}, {"password", typed}});
}

}  // namespace

TEST(signing_in, opens_a_session_for_an_applicant_with_the_password) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    const auto answer = sign_in(mina, "mina@example.org");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.location(), "/my");
    EXPECT_THAT(answer.set_cookies, testing::HasSubstr("__Host-session="));
    EXPECT_THAT(answer.set_cookies, testing::HasSubstr("Path=/; Secure; HttpOnly; SameSite=Lax"));
    EXPECT_EQ(mina.get("/account").status, 200);
}

TEST(signing_in, is_case_blind_in_the_address_and_not_in_the_password) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    EXPECT_EQ(sign_in(mina, "Mina@Example.ORG", "A LONG ENOUGH SENTENCE 7").status, 422);
    EXPECT_EQ(sign_in(mina, "Mina@Example.ORG").status, 303);
}

TEST(signing_in, says_the_same_for_a_wrong_password_and_an_unknown_address) {
    service service;
    service.add_person("Mina");
    browser one(service), other(service);
    auto known = sign_in(one, "mina@example.org", "not the password").body;
    auto unknown = sign_in(other, "nina@example.org", "not the password").body;
    const auto without = [](std::string body, const std::string& word) {
        for (auto at = body.find(word); at != body.npos; at = body.find(word))
            body.replace(at, word.size(), "…");
        return body;
    };
    known = without(without(known, "mina@example.org"), one.csrf());
    unknown = without(without(unknown, "nina@example.org"), other.csrf());
    EXPECT_EQ(known, unknown);
}

TEST(signing_in, a_disabled_person_is_nobody) {
    service service;
    const auto mina = service.add_person("Mina");
    browser client(service);
    sign_in(client, "mina@example.org");
    service.run("update person set disabled_at = clock_timestamp() where id = :id", {{"id", mina}});
    EXPECT_EQ(client.get("/account").status, 401);
    EXPECT_EQ(sign_in(client, "mina@example.org").status, 422);
}

TEST(signing_in, takes_a_new_token_and_ends_the_one_that_was_there) {
    service service;
    const auto mina = service.add_person("Mina");
    browser client(service);
    client.sign_in_as(mina);
    const auto before = client.cookies()["__Host-session"];
    client.get("/sign-in");
    sign_in(client, "mina@example.org");
    const auto after = client.cookies()["__Host-session"];
    EXPECT_NE(before, after);
    browser thief(service);
    thief.cookies()["__Host-session"] = before;
    EXPECT_EQ(thief.get("/account").status, 401);
}

TEST(signing_in, a_token_that_somebody_else_chose_is_never_taken_over) {
    service service;
    service.add_person("Mina");
    browser client(service);
    client.cookies()["__Host-session"] = std::string(43, 'a');
    client.get("/sign-in");
    sign_in(client, "mina@example.org");
    EXPECT_NE(client.cookies()["__Host-session"], std::string(43, 'a'));
}

TEST(signing_in, too_many_tries_get_429_and_the_victim_still_comes_in_from_a_known_browser) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    sign_in(mina, "mina@example.org");
    mina.cookies().erase("__Host-session");
    mina.get("/sign-in");
    browser attacker(service);
    page answer;
    for (int i = 0; i < 100 && answer.status != 429; ++i)
        answer = sign_in(attacker, "mina@example.org", "guess");
    EXPECT_EQ(answer.status, 429);
    EXPECT_GT(std::stoi(answer.header("retry-after")), 0);
    EXPECT_FALSE(answer.says("mina@example.org"));
    // As from another place, and after tries from very many places.
    service.run("delete from rate_bucket where key like '% from %'");
    service.run("update rate_bucket set tokens = -1, updated_at = clock_timestamp()");
    EXPECT_EQ(sign_in(attacker, "mina@example.org", "guess").status, 429);
    EXPECT_EQ(sign_in(mina, "mina@example.org").status, 303);
}

TEST(signing_in, the_limit_is_the_same_for_an_address_that_nobody_has) {
    service service;
    browser attacker(service);
    page answer;
    int tries = 0;
    for (; tries < 100 && answer.status != 429; ++tries)
        answer = sign_in(attacker, "nobody@example.org", "guess");
    EXPECT_EQ(tries, service.settings().security.sign_in_tries + 1);
}

TEST(signing_in, leads_back_to_the_page_that_was_asked_for_and_nowhere_else) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    const auto asked = mina.get("/account/name");
    EXPECT_EQ(asked.status, 401);
    EXPECT_EQ(asked.value_of("next"), "/account/name");
    EXPECT_EQ(mina.post("/sign-in", {{"email", "mina@example.org"},
                                     {"password", service::good_password},
                                     {"next", "/account/name"}})
                  .location(),
              "/account/name");
    for (const auto* away :
         {"//evil.example", "https://evil.example", "/\\evil.example", "/a b", "javascript:alert(1)"}) {
        browser again(service);
        const auto answer =
            again.post("/sign-in",
                       {{"email", "mina@example.org"}, {"password", service::good_password}, {"next", away}});
        EXPECT_EQ(answer.location(), "/my") << away;
    }
}

TEST(signing_in, fields_that_are_missing_or_unreadable_get_422_and_what_was_typed) {
    service service;
    browser client(service);
    const auto empty = client.post("/sign-in", {{"email", "a@example.org"}});
    EXPECT_EQ(empty.status, 422);
    EXPECT_EQ(empty.value_of("email"), "a@example.org");
    EXPECT_TRUE(empty.says("Type your password"));
    EXPECT_EQ(client.post("/sign-in", {{"email", "\xff\xfe"}, {"password", "x"}}).status, 422);
    EXPECT_EQ(client.post("/sign-in", {{"emial", "a"}}).status, 400);
}

TEST(signing_in, a_new_device_is_told_by_letter_and_a_known_one_is_not) {
    service service;
    service.add_person("Mina");
    browser first(service), second(service);
    sign_in(first, "mina@example.org");
    EXPECT_TRUE(service.letters_to("mina@example.org").empty());
    sign_in(second, "mina@example.org");
    ASSERT_EQ(service.letters_to("mina@example.org").size(), 1U);
    EXPECT_EQ(service.letters_to("mina@example.org")[0].occasion, "sign_in_notice");
    second.get("/sign-in");
    sign_in(second, "mina@example.org");
    EXPECT_EQ(service.letters_to("mina@example.org").size(), 1U);
}

TEST(signing_in, each_act_is_an_audit_event_without_personal_data) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    sign_in(mina, "mina@example.org", "wrong");
    sign_in(mina, "mina@example.org");
    mina.get("/account");
    mina.post("/sign-out");
    EXPECT_EQ(service.value<std::string>("select string_agg(action, ' ' order by id) from audit_event"),
              "sign_in_failed signed_in signed_out");
    EXPECT_EQ(service.value<int>("select count(*) from audit_event where body like '%ina%example%'"), 0);
}

TEST(signing_out, ends_the_session_at_once_and_forgets_what_the_browser_kept) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    const auto token = mina.cookies()["__Host-session"];
    const auto answer = mina.post("/sign-out");
    EXPECT_EQ(answer.status, 303);
    EXPECT_EQ(answer.header("clear-site-data"), "\"storage\"");
    EXPECT_FALSE(mina.is_signed_in());
    mina.cookies()["__Host-session"] = token;
    EXPECT_EQ(mina.get("/account").status, 401);
}

// ── the second factor
// ──────────────────────────────────────────────────────────────────────────────────────────────

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
    service.run("insert into secretariat (person_id) values (:id)", {{"id", person}});
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
    service.run("insert into secretariat (person_id) values (:id)", {{"id", person}});
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
    service.run("update session set second_factor_at = second_factor_at - interval '11 minutes'");
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

// ── a login that expired in the middle of a form; a form without its token
// ─────────────────────────────────────────

TEST(bad_input, a_login_expired_in_the_middle_of_a_form_brings_the_form_back_as_it_was) {
    service service;
    service.add_secretariat("Sofia");
    browser sofia(service);
    sofia.get("/sign-in");
    const auto turned_away = sofia.post("/account/name", {{"name", "Sofía & Söhne <b>"}});
    EXPECT_EQ(turned_away.status, 401);
    EXPECT_TRUE(turned_away.says("What you typed is kept"));

    auto form = turned_away.hidden_fields();
    form.insert(form.end(), {{"email", "sofia@example.org"}, {"password", "wrong the first time"}});
    const auto wrong = sofia.post("/sign-in", form);
    EXPECT_EQ(wrong.status, 422);
    form = wrong.hidden_fields();
    form.insert(form.end(), {{"email", "sofia@example.org"}, {"password", service::good_password}});
    const auto code = sofia.post("/sign-in", form);
    EXPECT_EQ(code.status, 200);

    form = code.hidden_fields();
    form.emplace_back("code", service.code_now());
    const auto kept = sofia.post("/sign-in/code", form);
    EXPECT_EQ(kept.status, 200);
    EXPECT_TRUE(kept.says("Sofía & Söhne <b>"));
    EXPECT_TRUE(kept.has("action=\"/account/name\""));
    const auto sent = sofia.post("/account/name", kept.hidden_fields());
    EXPECT_EQ(sent.location(), "/account");
    EXPECT_EQ(service.value<std::string>("select name from person"), "Sofía & Söhne <b>");
}

TEST(bad_input, passwords_are_never_carried_along) {
    service service;
    browser client(service);
    client.get("/sign-in");
    const auto page = client.post("/account/password",
                                  {{"old_password", "an old secret"}, {"new_password", "a new secret"}});
    EXPECT_EQ(page.status, 401);
    EXPECT_FALSE(page.has("old secret"));
    EXPECT_FALSE(page.has("new secret"));
}

TEST(bad_input, a_form_without_or_with_a_wrong_token_gets_403_and_can_be_sent_again) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    for (const fields& form :
         {fields{{"name", "Mina Kim"}}, fields{{"name", "Mina Kim"}, {"csrf", "wrong"}}}) {
        const auto refused = mina.post_bare("/account/name", form);
        EXPECT_EQ(refused.status, 403);
        EXPECT_TRUE(refused.says("Mina Kim"));
        EXPECT_EQ(service.value<std::string>("select name from person"), "Mina");
    }
    const auto refused = mina.post_bare("/account/name", {{"name", "Mina Kim"}});
    EXPECT_EQ(mina.post("/account/name", refused.hidden_fields()).status, 303);
    EXPECT_EQ(service.value<std::string>("select name from person"), "Mina Kim");
}

TEST(bad_input, a_form_from_another_site_gets_403) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    EXPECT_EQ(mina.post("/account/name", {{"name", "X"}}, {{"Origin", "https://evil.example"}}).status, 403);
    EXPECT_EQ(mina.post("/account/name", {{"name", "X"}}, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
}

TEST(bad_input, a_visitor_without_any_cookie_can_send_the_form_of_registering_again) {
    service service;
    browser stranger(service);
    const auto refused = stranger.post_bare(
        "/register", {{"name", "Mina"}, {"email", "mina@example.org"}, {"password", service::good_password}});
    EXPECT_EQ(refused.status, 403);
    EXPECT_FALSE(refused.has(service::good_password));
    const auto again = stranger.post("/register", refused.hidden_fields());
    EXPECT_EQ(again.status, 422);
    EXPECT_EQ(again.value_of("email"), "mina@example.org");
}

TEST(bad_input, scripts_get_401_and_403_as_JSON) {
    service service;
    const auto sofia = service.add_secretariat("Sofia");
    browser script(service);
    const fields json{{"Accept", "application/json"}};
    EXPECT_EQ(script.get("/account", json).status, 401);
    EXPECT_THAT(script.get("/account", json).body, testing::StartsWith("{\"error\":\"sign_in_first\""));
    script.sign_in_as(sofia, false);
    EXPECT_EQ(script.get("/account", json).status, 403);
    EXPECT_THAT(script.get("/account", json).body, testing::StartsWith("{\"error\":\"second_factor_first\""));
    EXPECT_THAT(script.post_bare("/sign-out", {}, json).body,
                testing::StartsWith("{\"error\":\"form_token_wrong\""));
}
