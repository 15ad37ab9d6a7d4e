// Links by mail through the whole service: a link works once, for a while, for one purpose.
#include "tests/http/account/ground.hpp"

#include <sstream>

#include "server/access/tokens.hpp"
#include "server/commands/people.hpp"
#include "server/store/people.hpp"

using tests::browser;
using tests::new_password;
using tests::scan;
using tests::service;

TEST(a_forgotten_password, is_replaced_once_by_a_link_and_ends_all_sessions) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), elsewhere(service);
    elsewhere.sign_in_as(person);
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto link = service.letters_to("mina@example.org").back().link();
    scan(service, link);
    EXPECT_EQ(mina.get(link).status, 200);
    EXPECT_EQ(mina.post(link, {{"password", "short"}}).status, 422);
    EXPECT_EQ(mina.post(link, {{"password", new_password}}).location(), "/sign-in");
    EXPECT_EQ(mina.post(link, {{"password", "yet another sentence 3"}}).status, 404);
    EXPECT_EQ(elsewhere.get("/account").status, 401);
    EXPECT_EQ(
        mina.post("/sign-in", {{"email", "mina@example.org"}, {"password", service::good_password}}).status,
        422);
    EXPECT_EQ(mina.post("/sign-in", {{"email", "mina@example.org"}, {"password", new_password}}).status, 303);
}

TEST(a_forgotten_password, says_the_same_for_an_unknown_address) {
    service service;
    service.add_person("Mina");
    browser one(service), other(service);
    const auto known = one.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto unknown = other.post("/forgot-password", {{"email", "nina@example.org"}});
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(known.body_but_mark(), unknown.body_but_mark());
    EXPECT_TRUE(service.letters_to("nina@example.org").empty());
}

TEST(a_forgotten_password, costs_an_unknown_address_the_same_work_and_leaves_nothing_of_it) {
    service service;
    browser one(service);
    one.post("/forgot-password", {{"email", "nina@example.org"}});
    EXPECT_EQ(service.value<std::int64_t>("select count(*) from mail_link"), 0);
    EXPECT_EQ(service.value<std::int64_t>("select count(*) from letter"), 0);
    // The numbers of rows that were undone are gone: the work was done.
    service.add_person("Mina");
    one.post("/forgot-password", {{"email", "mina@example.org"}});
    EXPECT_EQ(service.value<std::int64_t>("select id from letter"), 2);
}

TEST(a_letter, keeps_no_link_that_was_used) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto link = service.letters_to("mina@example.org").back().link();
    EXPECT_EQ(mina.post(link, {{"password", new_password}}).status, 303);
    EXPECT_EQ(service.value<std::string>("select state from letter"), "settled");
    EXPECT_EQ(service.value<std::int64_t>("select count(*) from letter where facts ~ '[A-Za-z0-9_-]{43}'"),
              0);
    EXPECT_ANY_THROW(service.run("update letter set state = 'accepted', facts = :facts",
                                 {{"facts", "https://awards.example" + link}}))
        << "the database keeps none in clear";
}

TEST(registering, sends_no_advertisement_for_a_name) {
    service service;
    browser anybody(service);
    const auto answer = anybody.post("/register", {{"name", "Win a prize, open https://x.example"},
                                                   {"email", "victim@example.org"},
                                                   {"password", service::good_password}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("Type your name alone")) << answer.text();
    EXPECT_TRUE(service.letters_to("victim@example.org").empty());
}

TEST(registering, E3_takes_a_name_by_its_characters_and_none_that_is_blank_to_the_eye) {
    service service;
    browser one(service);
    std::string thai;
    for (int i = 0; i < 98; ++i) thai += "กี่";
    const auto with_name = [&](const std::string& name) {
        return one.post(
            "/register",
            {{"name", name}, {"email", "Somchai@เมือง.example"}, {"password", service::good_password}});
    };
    EXPECT_EQ(with_name("\u3164\u200b").status, 422);
    EXPECT_EQ(with_name(thai).status, 200);
    EXPECT_EQ(service.value<std::string>("select name from person"), thai);
    EXPECT_EQ(service.value<std::string>("select email from person"), "somchai@เมือง.example");
}

TEST(a_forgotten_password, a_link_ends_with_its_time_and_with_a_newer_one) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto first = service.letters_to("mina@example.org").back().link();
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto letters = service.letters_to("mina@example.org");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(mina.get(first).status, 404);
    EXPECT_EQ(mina.get(letters[1].link()).status, 200);
    service.run("update mail_link set expires_at = clock_timestamp() - interval '1 second'");
    EXPECT_EQ(mina.get(letters[1].link()).status, 404);
    EXPECT_EQ(mina.post(letters[1].link(), {{"password", new_password}}).status, 404);
}

TEST(a_forgotten_password, never_bypasses_the_second_factor) {
    service service;
    service.add_secretariat("Sofia");
    browser sofia(service);
    sofia.post("/forgot-password", {{"email", "sofia@example.org"}});
    sofia.post(service.letters_to("sofia@example.org").back().link(), {{"password", new_password}});
    EXPECT_FALSE(sofia.is_signed_in());
    EXPECT_EQ(sofia.post("/sign-in", {{"email", "sofia@example.org"}, {"password", new_password}}).location(),
              "/sign-in/code");
}

TEST(the_first_secretariat, is_founded_by_the_link_of_the_console_once) {
    service service;
    std::ostringstream output, complaints;
    EXPECT_EQ(commands::invite_secretariat(service.settings(), "Sofia", "", {output, complaints}), 0);
    const auto printed = output.str();
    ASSERT_THAT(printed, testing::StartsWith("http://awards.example/first-secretariat/"));
    const auto link = printed.substr(21, printed.size() - 22);
    scan(service, link);
    browser sofia(service);
    EXPECT_EQ(sofia.get(link).value_of("name"), "Sofia");
    EXPECT_EQ(
        sofia.post(link, {{"name", "Sofia"}, {"email", "no"}, {"password", service::good_password}}).status,
        422);
    EXPECT_EQ(
        sofia
            .post(link,
                  {{"name", "Sofia"}, {"email", "sofia@example.org"}, {"password", service::good_password}})
            .location(),
        "/account/second-factor");
    EXPECT_EQ(service.value<int>("select count(*) from secretariat where edition_id is null"), 1);
    EXPECT_EQ(sofia.get(link).status, 404);
}

TEST(a_link, is_no_session_and_no_link_of_another_kind) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto link = service.letters_to("mina@example.org").back().link();
    const auto token = link.substr(link.rfind('/') + 1);
    EXPECT_EQ(mina.get("/invitation/" + token).status, 404);
    EXPECT_EQ(mina.get("/confirm-address/" + token).status, 404);
    EXPECT_EQ(mina.get("/first-secretariat/" + token).status, 404);
    mina.cookies()["__Host-session"] = token;
    EXPECT_EQ(mina.get("/account").status, 401);
}

TEST(the_command_user_code, prints_codes_of_the_demonstration_and_refuses_real_people) {
    service service;
    service.add_secretariat("Sofia");
    std::ostringstream output, complaints;
    EXPECT_EQ(commands::show_code(service.settings(), "sofia@example.org", {output, complaints}), 1);
    EXPECT_EQ(output.str(), "");
    service.run("update person set demonstration = true");
    EXPECT_EQ(commands::show_code(service.settings(), "sofia@example.org", {output, complaints}), 0);
    EXPECT_THAT(output.str(), testing::MatchesRegex("[0-9]{6}\n"));
}

TEST(the_command_user_invite, refuses_what_is_no_address) {
    service service;
    std::ostringstream output, complaints;
    EXPECT_EQ(commands::invite_secretariat(service.settings(), "Sofia", "sofia", {output, complaints}), 1);
    EXPECT_EQ(service.value<int>("select count(*) from mail_link"), 0);
}
