// A login that expired in the middle of a form, and a form without its token.
#include "tests/http/account/ground.hpp"

using tests::browser;
using tests::fields;
using tests::page;
using tests::service;

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
    EXPECT_TRUE(kept.says("Send it: change your account")) << kept.text();
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

// Whoever is signed out and sent here by another site's form would send it with the first press after signing
// in.
TEST(bad_input, T3_a_form_from_another_site_is_never_kept_for_who_signs_in) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.get("/sign-in");
    const fields form{{"name", "Mallory"}};
    for (const auto& answer :
         {mina.post("/account/name", form, {{"Origin", "https://evil.example"}}),
          mina.post("/account/name", form, {{"Sec-Fetch-Site", "cross-site"}}),
          mina.post_bare("/account/name", form),
          mina.post_bare("/account/name", {{"name", "Mallory"}, {"csrf", "of another"}})}) {
        EXPECT_EQ(answer.status, 401);
        EXPECT_FALSE(answer.has("Mallory")) << answer.text();
    }
    mina.sign_in_as(person);
    EXPECT_FALSE(mina.post("/account/name", form, {{"Origin", "https://evil.example"}}).has("Mallory"));
    EXPECT_FALSE(browser(service).post_bare("/account/name", form).has("Mallory")) << "no cookie at all";
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
