// Signing in and out through the whole service.
#include "tests/http/account/ground.hpp"

using tests::browser;
using tests::page;
using tests::service;
using tests::sign_in;

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
    const auto known = sign_in(one, "mina@example.org", "not the password");
    const auto unknown = sign_in(other, "nina@example.org", "not the password");
    const auto without = [](std::string body, const std::string& word) {
        for (auto at = body.find(word); at != body.npos; at = body.find(word))
            body.replace(at, word.size(), "…");
        return body;
    };
    const auto alike = [&](const tests::page& page, const std::string& address, browser& client) {
        return without(without(without(page.body, address), client.csrf()), page.value_of("once"));
    };
    EXPECT_EQ(alike(known, "mina@example.org", one), alike(unknown, "nina@example.org", other));
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
