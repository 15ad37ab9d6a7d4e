// Registering through the whole service.
#include "tests/http/account/ground.hpp"

#include <array>
#include <thread>

#include "server/store/people.hpp"

using tests::browser;
using tests::new_password;
using tests::register_mina;
using tests::scan;
using tests::service;
using tests::sign_in;

TEST(registering, opens_an_account_when_the_address_is_confirmed_with_a_button) {
    service service;
    browser mina(service);
    EXPECT_TRUE(register_mina(mina).says("We have written to the address"));
    EXPECT_EQ(
        mina.post("/sign-in", {{"email", "mina@example.org"}, {"password", service::good_password}}).status,
        422);
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
    EXPECT_EQ(known.body_but_mark(), unknown.body_but_mark());
    const auto letter = service.letters_to("mina@example.org")[0];
    EXPECT_EQ(letter.occasion, "reset_password");
    EXPECT_THAT(letter.content, testing::HasSubstr("\"wanted_an_account\":true"))
        << "nobody asked for a password";
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

TEST(registering, T3_changes_nothing_of_an_invited_account_before_its_owner_confirms) {
    service service;
    service.with_database(
        [](store::database& db) { store::add_person(db, "mina@example.org", "Mina of the panel", false); });
    browser stranger(service);
    EXPECT_EQ(register_mina(stranger, "the stranger knows this").status, 200);
    EXPECT_EQ(service.value<std::string>("select name from person"), "Mina of the panel");
    EXPECT_EQ(service.value<int>("select count(*) from credential"), 0);
}

TEST(registering, T3_a_link_confirms_what_it_carries_and_no_other_registration) {
    service service;
    browser owner(service), stranger(service);
    register_mina(owner);
    stranger.post("/register",
                  {{"name", "Eve"}, {"email", "mina@example.org"}, {"password", "the stranger knows"}});
    const auto letters = service.letters_to("mina@example.org");
    ASSERT_EQ(letters.size(), 2U);
    EXPECT_EQ(owner.post(letters[0].link()).location(), "/sign-in")
        << "a stranger's registration ends no link";
    EXPECT_EQ(service.value<std::string>("select name from person"), "Mina");
    EXPECT_EQ(sign_in(owner, "mina@example.org").location(), "/my");
    EXPECT_EQ(stranger.post(letters[1].link()).status, 404);
    EXPECT_EQ(sign_in(stranger, "mina@example.org", "the stranger knows").status, 422);
}

TEST(registering, T3_the_database_keeps_no_password_of_an_account_that_nobody_confirmed) {
    service service;
    service.with_database(
        [](store::database& db) { store::add_person(db, "mina@example.org", "Mina", false); });
    EXPECT_ANY_THROW(
        service.run("insert into credential (person_id, password_hash) select id, 'x' from person"));
    EXPECT_EQ(service.value<int>("select count(*) from credential"), 0);
}
