// Links by mail and the own account through the whole service: a link works once, for a while, for one
// purpose, and nothing tells whether an address is known.

#include "tests/support/service.hpp"

#include <gmock/gmock.h>

#include <array>
#include <sstream>
#include <thread>

#include "server/access/tokens.hpp"
#include "server/commands/people.hpp"
#include "server/store/people.hpp"

using tests::browser;
using tests::page;
using tests::service;

namespace {

const std::string new_password = "another long sentence 9";

page register_mina(browser& mina, const std::string& typed = service::good_password) {
    return mina.post("/register", {{"name", "Mina"}, {"email", "mina@example.org"}, {"password", typed}});
}

std::string invite(service& service, workflow::person_id person) {
    const auto token = access_control::make_token();
    service.run(R"(insert into mail_link (token_hash, purpose, person_id, details, expires_at)
                   values (:token, 'invitation', :person, '{"part": "a member of the secretariat"}',
                           clock_timestamp() + interval '1 day'))",
                {{"token", access_control::hash_of(token)}, {"person", person}});
    return "/invitation/" + token;
}

// What a scanner of mails does before the person comes.
void scan(service& service, const std::string& link) {
    browser scanner(service);
    scanner.head(link);
    for (int i = 0; i < 5; ++i) scanner.get(link);
    scanner.post(link);
    scanner.post_bare(link, {});
}

}  // namespace

TEST(registering, opens_an_account_when_the_address_is_confirmed_with_a_button) {
    service service;
    browser mina(service);
    EXPECT_TRUE(register_mina(mina).says("We have written to the address"));
    EXPECT_EQ(
        mina.post("/sign-in", {{"email", "mina@example.org"}, {"password", service::good_password}}).status,
        200);
    const auto letters = service.letters_to("mina@example.org");
    ASSERT_FALSE(letters.empty());
    const auto link = letters.back().link();
    scan(service, link);
    EXPECT_EQ(service.value<int>("select count(*) from person where confirmed_at is not null"), 0);
    EXPECT_TRUE(mina.get(link).says("mina@example.org"));
    EXPECT_EQ(mina.post(link).location(), "/sign-in");
    EXPECT_EQ(mina.post(link).status, 404);
    EXPECT_EQ(mina.post("/sign-in", {{"email", "mina@example.org"}, {"password", service::good_password}})
                  .location(),
              "/my");
}

TEST(registering, in_another_browser_the_address_is_confirmed_with_the_password) {
    service service;
    browser mina(service), telephone(service);
    register_mina(mina);
    const auto link = service.letters_to("mina@example.org").back().link();
    EXPECT_EQ(telephone.post(link).status, 422);
    EXPECT_EQ(telephone.post(link, {{"password", "not it"}}).status, 422);
    EXPECT_EQ(telephone.post(link, {{"password", service::good_password}}).status, 303);
}

TEST(registering, a_stranger_who_registers_an_address_gets_no_account_by_its_owners_click) {
    service service;
    browser stranger(service), owner(service);
    register_mina(stranger, "the stranger knows this");
    const auto link = service.letters_to("mina@example.org").back().link();
    EXPECT_EQ(owner.post(link).status, 422);
    EXPECT_EQ(service.value<int>("select count(*) from person where confirmed_at is not null"), 0);
}

TEST(registering, says_the_same_for_a_known_address_and_the_letter_differs) {
    service service;
    service.add_person("Mina");
    browser one(service), other(service);
    const auto known = register_mina(one, new_password);
    const auto unknown = other.post(
        "/register", {{"name", "Nina"}, {"email", "nina@example.org"}, {"password", service::good_password}});
    EXPECT_EQ(known.status, unknown.status);
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_EQ(service.letters_to("mina@example.org")[0].occasion, "reset_password");
    EXPECT_EQ(service.letters_to("nina@example.org")[0].occasion, "confirm_address");
    EXPECT_EQ(one.post("/sign-in", {{"email", "mina@example.org"}, {"password", new_password}}).status, 422);
}

TEST(registering, T7_a_form_sent_twice_at_once_makes_one_person) {
    service service;
    browser mina(service);
    mina.get("/register");
    std::array<int, 2> statuses{};
    std::array<std::thread, 2> threads;
    for (std::size_t i = 0; i < 2; ++i)
        threads[i] = std::thread([&mina, &statuses, i] {
            browser twin(mina);
            statuses[i] = register_mina(twin).status;
        });
    for (auto& thread : threads) thread.join();
    EXPECT_THAT(statuses, testing::ElementsAre(200, 200));
    EXPECT_EQ(service.value<int>("select count(*) from person"), 1);
}

TEST(registering, refuses_bad_fields_with_422_and_keeps_what_was_typed) {
    service service;
    browser mina(service);
    const auto refused =
        mina.post("/register", {{"name", "Mina"}, {"email", "not an address"}, {"password", "short"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.value_of("name"), "Mina");
    EXPECT_EQ(refused.value_of("email"), "not an address");
    EXPECT_TRUE(refused.has("href=\"#email\""));
    EXPECT_TRUE(refused.has("href=\"#password\""));
    EXPECT_EQ(mina.post("/register", {{"name", std::string(201, 'x')},
                                      {"email", "a@b.example"},
                                      {"password", service::good_password}})
                  .status,
              422);
    EXPECT_EQ(mina.post("/register",
                        {{"name", "\xff"}, {"email", "a@b.example"}, {"password", service::good_password}})
                  .status,
              422);
}

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
    EXPECT_EQ(known.body, unknown.body);
    EXPECT_TRUE(service.letters_to("nina@example.org").empty());
}

TEST(a_forgotten_password, a_link_ends_with_its_time_and_with_a_newer_one) {
    service service;
    service.add_person("Mina");
    browser mina(service);
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    mina.post("/forgot-password", {{"email", "mina@example.org"}});
    const auto letters = service.letters_to("mina@example.org");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(mina.get(letters[0].link()).status, 404);
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

TEST(an_invitation, sets_name_and_password_and_opens_nothing_before_one_time_codes) {
    service service;
    const auto person = service.with_database(
        [](store::database& db) { return store::add_person(db, "sofia@example.org", "Sofia", false); });
    service.run("insert into secretariat (person_id) values (:id)", {{"id", person}});
    const auto link = invite(service, person);
    scan(service, link);
    browser sofia(service);
    EXPECT_TRUE(sofia.get(link).says("a member of the secretariat"));
    EXPECT_EQ(sofia.post(link, {{"name", ""}, {"password", service::good_password}}).status, 422);
    EXPECT_EQ(sofia.post(link, {{"name", "Sofia R."}, {"password", service::good_password}}).location(),
              "/account/second-factor");
    EXPECT_EQ(sofia.get("/account").status, 403);
    EXPECT_EQ(sofia.post(link, {{"name", "Eve"}, {"password", new_password}}).status, 404);
}

TEST(an_invitation, of_somebody_with_a_password_opens_no_session) {
    service service;
    const auto person = service.add_secretariat("Sofia");
    browser anybody(service);
    const auto answer = anybody.post(invite(service, person));
    EXPECT_THAT(answer.location(), testing::StartsWith("/sign-in"));
    EXPECT_FALSE(anybody.is_signed_in());
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

// ── the own account
// ────────────────────────────────────────────────────────────────────────────────────────────────

TEST(the_own_account, changes_the_password_against_the_old_one_and_ends_other_sessions) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), elsewhere(service);
    mina.sign_in_as(person);
    elsewhere.sign_in_as(person);
    const auto change = [&](const std::string& old_one, const std::string& new_one) {
        return mina.post("/account/password", {{"old_password", old_one}, {"new_password", new_one}});
    };
    EXPECT_EQ(change("", new_password).status, 422);
    EXPECT_EQ(change("not the old one", new_password).status, 422);
    EXPECT_EQ(change(service::good_password, "password1234").status, 422);
    EXPECT_EQ(change(service::good_password, new_password).location(), "/account");
    EXPECT_EQ(mina.get("/account").status, 200);
    EXPECT_EQ(elsewhere.get("/account").status, 401);
}

TEST(the_own_account, changes_the_address_by_a_link_to_the_new_one_and_tells_the_old_one) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), stranger(service), elsewhere(service);
    mina.sign_in_as(person);
    elsewhere.sign_in_as(person);
    EXPECT_EQ(mina.post("/account/address", {{"email", "new@example.org"}, {"password", "wrong"}}).status,
              422);
    EXPECT_EQ(
        mina.post("/account/address", {{"email", "new@example.org"}, {"password", service::good_password}})
            .status,
        200);
    const auto link = service.letters_to("new@example.org").back().link();
    EXPECT_EQ(stranger.get(link).status, 401);
    stranger.sign_in_as(service.add_person("Eve"));
    EXPECT_EQ(stranger.post(link).status, 404);
    EXPECT_EQ(mina.get(link).status, 200);
    EXPECT_EQ(mina.post(link).location(), "/account");
    EXPECT_EQ(service.value<std::string>("select email from person where id = :id", {{"id", person}}),
              "new@example.org");
    EXPECT_EQ(service.letters_to("mina@example.org").back().occasion, "address_changed");
    EXPECT_EQ(elsewhere.get("/account").status, 401);
}

TEST(the_own_account, does_not_tell_whether_the_new_address_is_somebody_elses) {
    service service;
    const auto person = service.add_person("Mina");
    service.add_person("Eve");
    browser mina(service);
    mina.sign_in_as(person);
    const auto taken =
        mina.post("/account/address", {{"email", "eve@example.org"}, {"password", service::good_password}});
    const auto free =
        mina.post("/account/address", {{"email", "free@example.org"}, {"password", service::good_password}});
    EXPECT_EQ(taken.body, free.body);
    EXPECT_TRUE(service.letters_to("eve@example.org").empty());
}

TEST(the_own_account, of_the_secretariat_changes_only_with_a_fresh_second_factor) {
    service service;
    const auto person = service.add_secretariat("Sofia");
    browser sofia(service);
    sofia.sign_in_as(person);
    service.run("update session set second_factor_at = second_factor_at - interval '11 minutes'");
    EXPECT_EQ(
        sofia.post("/account/address", {{"email", "new@example.org"}, {"password", service::good_password}})
            .status,
        403);
    EXPECT_EQ(sofia
                  .post("/account/password",
                        {{"old_password", service::good_password}, {"new_password", new_password}})
                  .status,
              403);
    EXPECT_EQ(sofia.post("/account/name", {{"name", "Sofia R."}}).status, 303);
}

TEST(the_own_account, lists_sessions_and_ends_all_others) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), elsewhere(service);
    mina.sign_in_as(person);
    elsewhere.sign_in_as(person);
    EXPECT_TRUE(mina.get("/account").says("This one"));
    EXPECT_EQ(mina.post("/account/sessions").location(), "/account");
    EXPECT_EQ(elsewhere.get("/account").status, 401);
    EXPECT_EQ(mina.get("/account").status, 200);
}

// ── the commands
// ───────────────────────────────────────────────────────────────────────────────────────────────────

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
