// What people change in their own account through the whole service.
#include "server/commands/people.hpp"
#include "tests/http/account/ground.hpp"

using tests::browser;
using tests::new_password;
using tests::service;

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
    EXPECT_EQ(service.letters_to("new@example.org").back().occasion, "confirm_new_address") << "T6";
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
    EXPECT_EQ(taken.body_but_mark(), free.body_but_mark());
    EXPECT_TRUE(service.letters_to("eve@example.org").empty());
}

TEST(the_own_account, of_the_secretariat_changes_only_with_a_fresh_second_factor) {
    service service;
    const auto person = service.add_secretariat("Sofia");
    browser sofia(service);
    sofia.sign_in_as(person);
    service.run("update session set second_factor_at = second_factor_at - interval '6 minutes'");
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

TEST(the_own_account, E4_names_the_zone_in_which_letters_give_each_time) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    EXPECT_TRUE(mina.get("/account").says("Not named"));
    const auto refused = mina.post("/account/zone", {{"own_zone", "Europe/Atlantis"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.value_of("own_zone"), "Europe/Atlantis");
    EXPECT_EQ(mina.post("/account/zone", {{"own_zone", "Europe/Madrid"}}).location(), "/account");
    EXPECT_TRUE(mina.get("/account").says("Europe/Madrid"));
    EXPECT_EQ(mina.get("/account/zone").value_of("own_zone"), "Europe/Madrid");
    EXPECT_EQ(mina.post("/account/zone", {{"own_zone", ""}}).location(), "/account");
    EXPECT_TRUE(mina.get("/account").says("Not named"));
}

TEST(the_own_account, E4_takes_the_browsers_zone_at_signing_in_where_nobody_said_another) {
    service service;
    service.add_person("Mina");
    const auto sign_in_from = [&](const std::string& zone) {
        browser mina(service);
        mina.get("/sign-in");
        mina.post("/sign-in",
                  {{"email", "mina@example.org"}, {"password", service::good_password}, {"own_zone", zone}});
        return mina.get("/account/zone").value_of("own_zone");
    };
    EXPECT_EQ(sign_in_from("Europe/Atlantis"), "");
    EXPECT_EQ(sign_in_from("Asia/Tokyo"), "Asia/Tokyo");
    EXPECT_EQ(sign_in_from("Europe/Madrid"), "Asia/Tokyo");
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

TEST(the_own_account, T5_is_closed_with_the_password_and_its_address_is_free_again) {
    service service;
    const auto person = service.add_person("Mina");
    browser mina(service), elsewhere(service);
    mina.sign_in_as(person);
    elsewhere.sign_in_as(person);
    EXPECT_EQ(mina.post("/account/close", {{"password", "wrong"}}).status, 422);
    EXPECT_EQ(mina.get("/account").status, 200);
    EXPECT_EQ(mina.post("/account/close", {{"password", service::good_password}}).location(), "/");
    EXPECT_EQ(elsewhere.get("/account").status, 401);
    EXPECT_EQ(service.letters_to("mina@example.org").back().occasion, "account_closed");
    EXPECT_EQ(service.value<std::string>("select name from person where id = :id", {{"id", person}}), "Mina");
    EXPECT_NE(service.add_person("Mina"), person) << "the address is free";
}

TEST(the_own_account, T5_is_not_closed_while_a_secretariat_or_a_panel_needs_it) {
    service service;
    const auto person = service.add_secretariat("Mina");
    browser mina(service);
    mina.sign_in_as(person);
    EXPECT_TRUE(mina.get("/account/close").says("the secretariat of every edition"));
    EXPECT_EQ(mina.post("/account/close", {{"password", service::good_password}}).status, 409);
    EXPECT_EQ(mina.get("/account").status, 200);
    EXPECT_THROW(service.run("update person set disabled_at = now() where name = 'Mina'"), store::failure)
        << "by the database too";
}

TEST(the_command_user_close, T5_ends_memberships_in_every_edition_with_the_account) {
    service service;
    browser mina(service);
    mina.sign_in_as(service.add_secretariat("Mina"));
    std::ostringstream output, complaints;
    EXPECT_EQ(commands::close_account(service.settings(), "nobody@example.org", {output, complaints}), 1);
    EXPECT_EQ(commands::close_account(service.settings(), "mina@example.org", {output, complaints}), 0);
    EXPECT_EQ(mina.get("/office").status, 401);
    EXPECT_EQ(service.value<bool>("select bool_or(in_force) from secretariat"), false);
    EXPECT_EQ(commands::close_account(service.settings(), "mina@example.org", {output, complaints}), 1);
}
