// T1: every act leaves an event in its transaction, whose leaf anyone can compute again.
#include "server/store/audit.hpp"
#include "server/acts/editions.hpp"
#include "server/store/editions.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/database.hpp"

#include <boost/json/parse.hpp>

namespace {

struct kept_event {
    std::string body, action;
    store::bytes salt, leaf_hash;
    std::optional<std::string> from_state, to_state;
};
BOOST_DESCRIBE_STRUCT(kept_event, (), (body, action, salt, leaf_hash, from_state, to_state))

class audit : public tests::store_test {
protected:
    workflow::edition_id add_edition() { return tests::edition_built{}.put(db); }
    kept_event last_event() {
        return db.load<kept_event>(
            "select body, action, salt, leaf_hash, from_state, to_state from audit_event order by id desc "
            "limit 1");
    }
    const store::author by_clock{{workflow::role::clock, std::nullopt}, std::nullopt};
};

TEST_F(audit, T1_a_leaf_is_the_hash_of_salt_and_body_as_stored) {
    const auto id = add_edition();
    store::record_act(db, {by_clock.actor, id}, workflow::audit_subject::edition, workflow::value(id),
                      workflow::audit_action::edition_changed, {{"why", "a \"test\" — 서울"}});
    const auto event = last_event();
    EXPECT_EQ(event.leaf_hash.data, store::sha256(std::string(1, '\0') + event.salt.data + event.body));
    EXPECT_EQ(event.salt.data.size(), 16u);
    const auto body = boost::json::parse(event.body).as_object();
    EXPECT_EQ(body.at("details").at("why").as_string(), "a \"test\" — 서울");
    EXPECT_EQ(body.at("action").as_string(), "edition_changed");
}

TEST_F(audit, T1_two_equal_acts_have_different_leaves) {
    const auto id = add_edition();
    const store::author who{by_clock.actor, id};
    store::record_act(db, who, workflow::audit_subject::edition, 1, workflow::audit_action::edition_changed);
    const auto first = last_event();
    store::record_act(db, who, workflow::audit_subject::edition, 1, workflow::audit_action::edition_changed);
    const auto second = last_event();
    EXPECT_EQ(first.body, second.body);
    EXPECT_NE(first.leaf_hash.data, second.leaf_hash.data);
}

TEST_F(audit, T1_a_move_changes_the_row_and_says_so_in_the_log) {
    const auto id = add_edition();
    const auto before = store::load_edition(db, id);
    ASSERT_TRUE(acts::open_call(
        {db, {{workflow::role::secretariat, std::nullopt}, id}, "https://awards.example", {}}));
    EXPECT_EQ(store::load_edition(db, id).state, workflow::edition_state::open);
    EXPECT_EQ(store::load_edition(db, id).version, before.version + 1);
    const auto event = last_event();
    EXPECT_EQ(event.action, "open_call");
    EXPECT_EQ(event.from_state, "planned");
    EXPECT_EQ(event.to_state, "open");
}

TEST_F(audit, a_move_from_another_version_or_state_is_stale_and_changes_nothing) {
    using enum workflow::edition_state;
    using enum workflow::edition_action;
    const auto id = add_edition();
    store::note_opened(db, id);
    const auto before = store::load_edition(db, id);
    EXPECT_THROW(tests::make_move(db, {id, planned, before.version + 1}, open_call), store::stale_row);
    EXPECT_THROW(tests::make_move(db, {id, open, before.version}, close_call), store::stale_row);
    EXPECT_EQ(store::load_edition(db, id).version, before.version);
}

// The second lock: the log refers to the edges of the tables in workflow/.
TEST_F(audit, T1_the_database_refuses_an_event_of_a_move_that_is_in_no_table) {
    const auto id = add_edition();
    try {
        store::record_move(db, {by_clock.actor, id}, {"edition", "planned", "announce", "announced"},
                           workflow::value(id));
        FAIL();
    } catch (const store::failure& error) {
        EXPECT_EQ(error.constraint(), "audit_event_is_a_known_move");
    }
}

// The same for what is no move: a subject or an act that workflow/audit_words.hpp does not have.
TEST_F(audit, T1_the_database_refuses_an_event_in_words_that_nobody_knows) {
    const auto write = [&](std::string_view subject, std::string_view action) -> std::string {
        db.run("savepoint before_it");
        try {
            db.run(
                R"(insert into audit_event (happened_at, actor_role, subject, subject_id, action, body, salt, leaf_hash)
                      values (now(), 'clock', :subject, 1, :action, '{}', substring(sha256('salt') for 16), sha256('leaf')))",
                {{"subject", subject}, {"action", action}});
        } catch (const store::failure& no) {
            db.run("rollback to savepoint before_it");
            return no.constraint();
        }
        return "";
    };
    EXPECT_EQ(write("edition", "looked_at"), "audit_event_is_a_known_act");
    EXPECT_EQ(write("edition", "announce"), "audit_event_is_a_known_act") << "a move is no act";
    EXPECT_EQ(write("building", "edition_changed"), "audit_event_has_a_known_subject");
    EXPECT_EQ(write("edition", "edition_changed"), "");
}

TEST_F(audit, T3_nobody_writes_an_event_in_another_persons_name) {
    const auto me = tests::person_built{.email = "me@cities.example"}.put(db);
    const auto other = tests::person_built{.email = "other@cities.example"}.put(db);
    act_as(store::database_role::applicant, me);
    store::record_act(db, {{workflow::role::applicant, me}, std::nullopt}, workflow::audit_subject::person, 1,
                      workflow::audit_action::edition_changed);
    EXPECT_THROW(
        store::record_act(db, {{workflow::role::applicant, other}, std::nullopt},
                          workflow::audit_subject::person, 1, workflow::audit_action::edition_changed),
        store::failure);
}

TEST_F(audit, rules_are_kept_as_the_text_that_is_hashed) {
    const auto id = add_edition();
    const auto kept = store::load_rules(db, id);
    EXPECT_EQ(kept.version, 1);
    const auto text = text_of_rules(kept.id);
    std::string hex;
    for (const unsigned char byte : store::sha256(text)) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", byte);
        hex += digits;
    }
    EXPECT_EQ(kept.hash, hex);
    auto changed = kept.rules;
    changed.minimum_judges_per_entry = 2;
    store::add_rules(db, {by_clock.actor, id}, id, changed, "two are enough");
    EXPECT_EQ(store::load_rules(db, id).version, 2);
    EXPECT_EQ(store::load_rules(db, id).rules.minimum_judges_per_entry, 2);
    EXPECT_EQ(text_of_rules(kept.id), text);
}

}  // namespace
