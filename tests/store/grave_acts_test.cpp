// T5 in the store and in the database: what cannot be taken back is asked for by one member of the
// secretariat and confirmed by another one who was a member then, and the database refuses anything less by
// itself.
#include "server/acts/grave_acts.hpp"

#include "server/store/factor_resets.hpp"
#include "tests/store/judged_edition.hpp"

using tests::database_role;
using tests::person_id;
using workflow::grave_act;
using workflow::refusal_code;

namespace {

class two_people : public tests::judged_edition {
protected:
    two_people() {
        score_in_order();
        in_office(mina);
        run();
        ratify();
    }
    std::int64_t ask(person_id by, grave_act act, std::string reason = "A winner withdrew") {
        in_office(by);
        return acts::ask_for_grave_act(request(), tests::wanted_by_two(act, std::move(reason))).value();
    }
    refusal_code refused(const workflow::verdict& done) {
        EXPECT_FALSE(done.has_value());
        return done ? refusal_code::no_such_move : done.error().code;
    }
    workflow::verdict confirm(person_id by, std::int64_t asked) {
        in_office(by);
        return acts::confirm_grave_act(request(), asked);
    }
    person_id new_member(const std::string& email) {
        act_as_owner();
        const auto somebody = person(email);
        tests::put_in_office(db, somebody);
        return somebody;
    }
    // What the database answers to a statement; the transaction goes on behind it.
    std::string answer_to(std::string_view sql, store::parameters values = {}) {
        db.run("savepoint here");
        std::string said = "done";
        try {
            db.run(sql, values);
        } catch (const store::failure& no) {
            said = no.kind() == store::failure_kind::not_permitted ? "not permitted" : no.constraint();
        }
        db.run("rollback to savepoint here");
        return said;
    }
    workflow::edition_state state() { return store::load_edition(db, edition).state; }
    static constexpr auto withdrawal = "update edition set state = 'deliberation', version = version + 1";
};

TEST_F(two_people, T5_one_asks_and_another_one_confirms_and_the_event_names_both) {
    const auto asked = ask(mina, grave_act::withdraw_slate);
    EXPECT_EQ(state(), workflow::edition_state::decided) << "asking changes nothing";
    EXPECT_EQ(as_owner<std::string>("select string_agg(to_address, ' ') from letter where occasion = "
                                    "'confirmation_wanted'"),
              "jun@office.example");
    ASSERT_TRUE(confirm(jun, asked).has_value());
    EXPECT_EQ(state(), workflow::edition_state::deliberation);
    const auto event = [&](const char* of) {
        return as_owner<std::int64_t>(
            std::string("select cast(cast(body as jsonb) ->> '") + of +
            "' as bigint) from audit_event where machine = 'edition' and action = 'withdraw_slate'");
    };
    EXPECT_EQ(event("actor"), workflow::value(jun));
    EXPECT_EQ(event("asked_by"), workflow::value(mina));
    EXPECT_EQ(
        as_owner<std::string>("select cast(body as jsonb) -> 'details' ->> 'reason' from audit_event where "
                              "machine = 'edition' and action = 'withdraw_slate'"),
        "A winner withdrew")
        << "the reason is that of who asked";
    EXPECT_EQ(
        as_owner<std::string>("select string_agg(action, ' ' order by id) from audit_event where subject = "
                              "'grave_act'"),
        "grave_act_asked grave_act_confirmed");
    EXPECT_EQ(refused(confirm(jun, asked)), refusal_code::stale_version) << "it is done once";
}

TEST_F(two_people, T5_nobody_confirms_what_they_asked_for) {
    const auto asked = ask(mina, grave_act::announce, "");
    EXPECT_EQ(refused(confirm(mina, asked)), refusal_code::needs_two_people);
    EXPECT_EQ(answer_to("update grave_act set outcome = 'confirmed', settled_by = :me, settled_at = now()",
                        {{"me", mina}}),
              "grave_act_needs_two");
    EXPECT_EQ(answer_to("update grave_act set outcome = 'confirmed', settled_by = :other, settled_at = now()",
                        {{"other", jun}}),
              "not permitted")
        << "in another's name";
}

TEST_F(two_people, T5_nobody_waits_for_what_would_be_refused) {
    const auto refusal_of = [&](const store::grave_act_wanted& wanted) {
        const auto asked = acts::ask_for_grave_act(request(), wanted);
        return asked ? refusal_code::fact_not_loaded : asked.error().code;
    };
    EXPECT_EQ(refusal_of({.act = grave_act::withdraw_slate}), refusal_code::reason_required);
    EXPECT_EQ(refusal_of({.act = grave_act::close_judging}), refusal_code::no_such_move);
    EXPECT_EQ(refusal_of({.act = grave_act::revoke_award, .entry = entries[0], .minutes = minutes()}),
              refusal_code::no_such_move)
        << "nothing is public yet";
    ask(mina, grave_act::cancel);
    EXPECT_EQ(refusal_of(tests::wanted_by_two(grave_act::cancel, "Again")), refusal_code::asked_already);
}

TEST_F(two_people, T5_a_secretariat_of_one_is_told_to_invite_a_second_member) {
    act_as_owner();
    tests::close_account(db, jun);
    in_office(mina);
    EXPECT_EQ(
        acts::ask_for_grave_act(request(), tests::wanted_by_two(grave_act::cancel, "A flood")).error().code,
        refusal_code::second_member_missing);
}

TEST_F(two_people, T5_what_has_moved_on_is_over_and_is_asked_for_anew) {
    const auto early = ask(mina, grave_act::announce, "");
    ASSERT_TRUE(by_two(grave_act::withdraw_slate, "A winner withdrew").has_value());
    EXPECT_TRUE(store::load_grave_act(db, edition, early).is_over);
    EXPECT_EQ(refused(confirm(jun, early)), refusal_code::stale_version);
    ratify();
    EXPECT_EQ(refused(confirm(jun, early)), refusal_code::stale_version) << "that was another slate";
    const auto anew = ask(mina, grave_act::announce, "");
    EXPECT_EQ(store::load_grave_act(db, edition, early).outcome, store::grave_act_outcome::overtaken);
    EXPECT_TRUE(confirm(jun, anew).has_value());
}

TEST_F(two_people, T5_who_asked_and_is_disabled_since_counts_no_more) {
    const auto asked = ask(mina, grave_act::cancel);
    act_as_owner();
    tests::close_account(db, mina);
    EXPECT_EQ(refused(confirm(jun, asked)), refusal_code::stale_version);
    store::settle_grave_act(db, who, asked, store::grave_act_outcome::confirmed, "");
    EXPECT_EQ(answer_to("update edition set state = 'cancelled'"), "not permitted");
}

TEST_F(two_people, T5_it_is_taken_back_by_anybody_with_a_word) {
    const auto asked = ask(mina, grave_act::cancel);
    in_office(jun);
    EXPECT_EQ(refused(acts::take_back_grave_act(request(), asked)), refusal_code::reason_required);
    ASSERT_TRUE(acts::take_back_grave_act(request("The flood is over"), asked).has_value());
    EXPECT_EQ(store::load_grave_act(db, edition, asked).word, "The flood is over");
    EXPECT_EQ(refused(confirm(jun, asked)), refusal_code::stale_version);
    EXPECT_EQ(state(), workflow::edition_state::decided);
}

TEST_F(two_people, T5_a_new_member_confirms_nothing_that_was_open_before) {
    const auto asked = ask(mina, grave_act::cancel);
    const auto kim = new_member("kim@office.example");
    EXPECT_EQ(refused(confirm(kim, asked)), refusal_code::joined_later);
    EXPECT_EQ(answer_to("update grave_act set outcome = 'confirmed', settled_by = :me, settled_at = now()",
                        {{"me", kim}}),
              "not permitted");
    ASSERT_TRUE(confirm(jun, asked).has_value());
}

TEST_F(two_people, T5_a_new_member_approves_no_slate_that_was_built_before) {
    ASSERT_TRUE(by_two(grave_act::withdraw_slate, "A winner withdrew").has_value());
    in_office(mina);
    const auto hash = build();
    const auto slate = store::find_living_slate(db, edition)->id;
    in_office(new_member("kim@office.example"));
    EXPECT_EQ(acts::approve_slate(request(), hash).error().code, refusal_code::joined_later);
    EXPECT_EQ(answer_to(R"(insert into slate_approval (edition_id, slate_id, person_id, hash, approved_at)
                           select :edition, :slate, acting_person(), hash, now() from slate where id = :slate)",
                        {{"edition", edition}, {"slate", slate}}),
              "not permitted");
    const auto anew = build();
    EXPECT_TRUE(acts::approve_slate(request(), anew).has_value()) << "built by the new member, later";
}

TEST_F(two_people, T5_a_new_member_approves_no_factor_reset_that_was_asked_for_before) {
    in_office(mina);
    ASSERT_TRUE(store::ask_factor_reset(db, who, jun, "The telephone is lost"));
    in_office(new_member("kim@office.example"));
    EXPECT_EQ(
        answer_to(
            "update factor_reset set outcome = 'approved', settled_by = acting_person(), settled_at = now()"),
        "not permitted");
    EXPECT_EQ(
        answer_to(
            "update factor_reset set outcome = 'declined', settled_by = acting_person(), settled_at = now()"),
        "done");
}

TEST_F(two_people, T5_the_database_refuses_one_person_every_grave_move_of_an_edition) {
    in_office(jun);
    for (const auto* move : {withdrawal, "update edition set state = 'cancelled'",
                             "update edition set state = 'announced', announced_at = now()",
                             "update edition set state = 'archived'"})
        EXPECT_EQ(answer_to(move), "not permitted") << move;
    const auto in_state = [&](const char* state, const char* closes_in, const std::string& move) {
        act_as_owner();
        db.run("savepoint there");
        const auto closes_at = std::string("now() + interval '") + closes_in + "'";
        db.run("update edition set announced_at = null, announce_at = null, opens_at = " + closes_at +
               " - interval '30 days', closes_at = " + closes_at + ", judging_opens_at = " + closes_at +
               " + interval '1 day', judging_closes_at = " + closes_at + " + interval '2 days', state = '" +
               state + "'");
        act_as(database_role::secretariat, jun);
        const auto said = answer_to("update edition set state = '" + move + "'");
        act_as_owner();
        db.run("rollback to savepoint there");
        return said;
    };
    EXPECT_EQ(in_state("judging", "-1 day", "deliberation"), "not permitted");
    EXPECT_EQ(in_state("open", "1 day", "screening"), "not permitted") << "before the deadline";
    EXPECT_EQ(in_state("open", "1 day", "open', closes_at = now() - interval '1 day"), "not permitted")
        << "nor after drawing it nearer";
    EXPECT_EQ(in_state("open", "1 day", "open', closes_at = closes_at + interval '1 hour"), "done");
    EXPECT_EQ(in_state("open", "-1 day", "screening"), "done") << "after it one person is enough";
    EXPECT_EQ(in_state("open", "-1 day", "cancelled"), "not permitted");
    EXPECT_EQ(in_state("planned", "1 day", "cancelled"), "done") << "nothing was public";
}

TEST_F(two_people, T5_the_database_refuses_one_person_a_revocation) {
    ASSERT_TRUE(by_two(grave_act::announce).has_value());
    EXPECT_EQ(
        answer_to("update entry set state = 'revoked', place = null where id = :id", {{"id", entries[0]}}),
        "not permitted");
    EXPECT_EQ(answer_to("update certificate set state = 'revoked'"), "not permitted");
}

TEST_F(two_people, T5_the_database_takes_a_confirmation_for_one_act_in_its_own_transaction) {
    const auto asked = ask(mina, grave_act::withdraw_slate);
    in_office(jun);
    store::settle_grave_act(db, who, asked, store::grave_act_outcome::confirmed, "");
    EXPECT_EQ(answer_to(withdrawal), "done");
    EXPECT_EQ(answer_to("update edition set state = 'cancelled'"), "not permitted") << "another act";
    act_as(database_role::secretariat, mina);
    EXPECT_EQ(answer_to(withdrawal), "not permitted") << "another one acts than who confirmed";
    act_as_owner();
    db.run("update grave_act set confirmed_in = '3'");
    act_as(database_role::secretariat, jun);
    EXPECT_EQ(answer_to(withdrawal), "not permitted") << "confirmed in an earlier transaction";
    EXPECT_EQ(answer_to("update grave_act set confirmed_in = pg_current_xact_id()"), "not permitted");
}

}  // namespace
