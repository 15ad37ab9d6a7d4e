// People, secrets, sessions and links against the real database: each secret once, each end by the database's
// clock.

#include "server/access/tokens.hpp"
#include "server/store/people.hpp"
#include "server/store/visits.hpp"
#include "tests/support/database.hpp"

using access_control::hash_of;
using store::database_role;
using enum store::link_purpose;

namespace {

class people : public tests::store_test {
protected:
    people() { act_as(database_role::access); }

    workflow::person_id mina() {
        if (!mina_) mina_ = store::add_person(db, "Mina@Example.org", "Mina", true);
        return *mina_;
    }
    store::visit_facts visit(const std::string& token) {
        return store::load_visit(db, hash_of(token), {}, 30, 120);
    }
    void shift(const std::string& sql) {
        act_as_owner();
        db.run(sql);
        act_as(database_role::access);
    }

private:
    std::optional<workflow::person_id> mina_;
};
using sessions = people;
using links = people;

}  // namespace

TEST_F(people, are_found_by_their_address_in_any_case) {
    const auto person = mina();
    EXPECT_EQ(store::find_person(db, "mina@EXAMPLE.org")->id, person);
    EXPECT_FALSE(store::find_person(db, "nina@example.org"));
}

TEST_F(people, account_tells_all_that_signing_in_asks) {
    const auto person = mina();
    store::set_password(db, person, "a hash");
    store::add_device(db, hash_of("device"), person);
    const auto account = store::find_account(db, "mina@example.org", hash_of("device"));
    ASSERT_TRUE(account);
    EXPECT_TRUE(account->is_confirmed);
    EXPECT_TRUE(account->has_devices);
    EXPECT_TRUE(account->knows_device);
    EXPECT_FALSE(account->is_disabled);
    EXPECT_FALSE(account->has_totp);
    EXPECT_FALSE(account->in_any_office);
    EXPECT_FALSE(account->on_any_panel);
    EXPECT_EQ(account->password_hash, "a hash");
    EXPECT_FALSE(store::find_account(db, "mina@example.org", hash_of("another"))->knows_device);
}

TEST_F(people, use_a_one_time_step_once_and_never_an_older_one) {
    store::propose_totp(db, mina(), {"12345678901234567890"});
    EXPECT_FALSE(store::find_credential(db, mina())->totp_active_at);
    store::activate_totp(db, mina(), 100);
    EXPECT_FALSE(store::use_totp_step(db, mina(), 100));
    EXPECT_TRUE(store::use_totp_step(db, mina(), 101));
    EXPECT_FALSE(store::use_totp_step(db, mina(), 101));
    EXPECT_FALSE(store::use_totp_step(db, mina(), 99));
}

TEST_F(people, use_a_recovery_code_once_and_lose_the_old_ones_with_new_ones) {
    store::replace_recovery_codes(db, mina(), {hash_of("one"), hash_of("two")});
    EXPECT_EQ(store::count_recovery_codes(db, mina()), 2);
    EXPECT_TRUE(store::use_recovery_code(db, mina(), hash_of("one")));
    EXPECT_FALSE(store::use_recovery_code(db, mina(), hash_of("one")));
    EXPECT_EQ(store::count_recovery_codes(db, mina()), 1);
    store::replace_recovery_codes(db, mina(), {hash_of("three")});
    EXPECT_FALSE(store::use_recovery_code(db, mina(), hash_of("two")));
}

TEST_F(people, of_the_demonstration_show_their_secret_and_real_ones_never) {
    store::propose_totp(db, mina(), {"12345678901234567890"});
    store::activate_totp(db, mina(), 0);
    EXPECT_FALSE(store::find_demonstration_secret(db, "mina@example.org"));
    shift("update person set demonstration = true");
    EXPECT_TRUE(store::find_demonstration_secret(db, "MINA@example.org"));
}

TEST_F(sessions, say_who_is_asking) {
    store::open_session(db, hash_of("token"), mina(), false, 12, "a browser");
    const auto facts = visit("token");
    EXPECT_EQ(facts.person, mina());
    EXPECT_EQ(facts.name, "Mina");
    EXPECT_FALSE(facts.second_factor_at);
    EXPECT_FALSE(visit("another").person);
    EXPECT_FALSE(visit("").person);
}

TEST_F(sessions, end_when_nothing_is_done_for_long) {
    store::open_session(db, hash_of("token"), mina(), true, 12, "");
    shift("update session set seen_at = clock_timestamp() - interval '119 minutes'");
    EXPECT_TRUE(visit("token").person);
    shift("update session set seen_at = clock_timestamp() - interval '121 minutes'");
    EXPECT_FALSE(visit("token").person);
}

TEST_F(sessions, of_the_secretariat_end_sooner) {
    store::open_session(db, hash_of("token"), mina(), true, 12, "");
    shift(
        "insert into secretariat (person_id, accepted_at, confirmed_at) select id, now(), now() "
        "from person where email = 'mina@example.org'");
    shift("update session set seen_at = clock_timestamp() - interval '29 minutes'");
    EXPECT_TRUE(visit("token").person);
    shift("update session set seen_at = clock_timestamp() - interval '31 minutes'");
    EXPECT_FALSE(visit("token").person);
}

TEST_F(sessions, end_after_their_hours_however_busy) {
    store::open_session(db, hash_of("token"), mina(), true, 12, "");
    shift("update session set expires_at = clock_timestamp() - interval '1 second'");
    EXPECT_FALSE(visit("token").person);
}

TEST_F(sessions, go_on_under_a_new_token_after_the_second_factor) {
    store::open_session(db, hash_of("old"), mina(), false, 12, "");
    store::renew_session(db, hash_of("old"), hash_of("new"));
    EXPECT_FALSE(visit("old").person);
    EXPECT_TRUE(visit("new").second_factor_at);
}

TEST_F(sessions, all_others_end_together) {
    for (const auto* token : {"one", "two", "three"})
        store::open_session(db, hash_of(token), mina(), true, 12, "");
    EXPECT_EQ(store::end_other_sessions(db, mina(), hash_of("two")), 2);
    EXPECT_FALSE(visit("one").person);
    EXPECT_TRUE(visit("two").person);
    EXPECT_EQ(store::list_sessions(db, mina(), hash_of("two")).size(), 1U);
}

TEST_F(sessions, T5_of_a_disabled_person_are_over) {
    store::open_session(db, hash_of("token"), mina(), true, 12, "");
    shift("update person set disabled_at = clock_timestamp()");
    EXPECT_FALSE(visit("token").person);
}

TEST_F(links, are_looked_at_without_change_and_used_once) {
    store::add_link(db, hash_of("link"), reset_password, mina(), "", 60);
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(store::find_link(db, hash_of("link"), reset_password));
    EXPECT_FALSE(store::find_link(db, hash_of("link"), confirm_address));
    EXPECT_TRUE(store::use_link(db, hash_of("link"), reset_password));
    EXPECT_FALSE(store::use_link(db, hash_of("link"), reset_password));
    EXPECT_FALSE(store::find_link(db, hash_of("link"), reset_password));
}

TEST_F(links, end_with_their_time_and_with_a_newer_one_of_the_same_purpose) {
    store::add_link(db, hash_of("first"), reset_password, mina(), "", 60);
    store::add_link(db, hash_of("other"), confirm_address, mina(), "", 60);
    store::add_link(db, hash_of("second"), reset_password, mina(), "", 60);
    EXPECT_FALSE(store::use_link(db, hash_of("first"), reset_password));
    EXPECT_TRUE(store::find_link(db, hash_of("other"), confirm_address));
    shift("update mail_link set expires_at = clock_timestamp() - interval '1 second'");
    EXPECT_FALSE(store::use_link(db, hash_of("second"), reset_password));
}

TEST_F(people, have_tries_that_run_out_come_back_with_time_and_can_be_given_back) {
    for (int i = 0; i < 3; ++i) EXPECT_FALSE(store::find_wait(db, "a door", 3, 15));
    EXPECT_TRUE(store::find_wait(db, "a door", 3, 15));
    shift("update rate_bucket set tokens = 0, updated_at = updated_at - interval '6 minutes'");
    EXPECT_FALSE(store::find_wait(db, "a door", 3, 15));
    EXPECT_TRUE(store::find_wait(db, "a door", 3, 15));
    shift("update rate_bucket set tokens = 0, updated_at = clock_timestamp()");
    store::give_back(db, {"a door", "another door"});
    EXPECT_FALSE(store::find_wait(db, "a door", 3, 15));
}
