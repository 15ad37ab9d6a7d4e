// The embargo, the announcement and what may be corrected after it: P3, P4, T1, on a real database.
#include "tests/store/judged_edition.hpp"
#include "workflow/form.hpp"

namespace {

using tests::address;
using tests::database_role;
using workflow::refusal_code;

class announcement_store : public tests::judged_edition {
protected:
    announcement_store() {
        score_in_order();
        in_office(mina);
        run();
    }
    std::vector<std::string> hidden() {
        return {"prize", "certificate",
                "letter where occasion in ('result_won', 'result_not_won', 'announcement')"};
    }
    std::string serial_of(std::string_view kind, workflow::entry_id entry) {
        return as_owner<std::string>(
            "select serial from certificate where kind = :kind and entry_id = :entry and state = 'issued'",
            {{"kind", kind}, {"entry", entry}});
    }
    store::minutes correction() { return minutes("The city withdrew"); }
};

// The second lock: whoever has SQL in hand and may queue letters.
TEST_F(announcement_store, P3_the_database_refuses_a_letter_that_tells_the_result_before_the_announcement) {
    ratify();
    const auto queue = [&](std::string_view occasion) {
        db.run(R"(insert into letter (edition_id, occasion, cause, to_name, to_address, language, facts)
                  values (:edition, :occasion, 'a leak', 'A stranger', 'stranger@elsewhere.example', 'en', '{}'))",
               {{"edition", edition}, {"occasion", occasion}});
        db.run("set constraints letter_waits_for_announcement immediate");
    };
    queue("attention_wanted");
    try {
        queue("result_won");
        ADD_FAILURE() << "the letter was queued";
    } catch (const store::failure& no) {
        EXPECT_EQ(no.constraint(), "letter_waits_for_announcement");
    }
}

TEST_F(announcement_store, P3_before_it_the_public_and_the_cities_see_nothing) {
    ratify();
    for (const auto role : {database_role::public_reader, database_role::applicant}) {
        EXPECT_EQ(seen_by(role, applicants[0], "prize"), 0);
        EXPECT_EQ(seen_by(role, applicants[0], "certificate"), 0);
    }
    EXPECT_EQ(seen_by(database_role::applicant, applicants[0], "entry where state = 'eligible'"), 1);
    for (const auto& what : hidden())
        EXPECT_EQ(as_owner<std::int64_t>("select count(*) from " + what), 0) << what;
    EXPECT_THROW(seen_by(database_role::applicant, applicants[0], "entry where sealed_state is not null"),
                 store::failure);
}

TEST_F(announcement_store, P3_never_before_ratification) {
    const auto refused = by_two(workflow::grave_act::announce);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, refusal_code::before_ratification);
}

TEST_F(announcement_store, P3_publishes_exactly_the_slate) {
    announce();
    EXPECT_EQ(as_owner<std::int64_t>(
                  R"(select count(*) from (select category_id, tier_id, place, entry_id from slate_prize
                                           except select category_id, tier_id, place, entry_id from prize) as x)"),
              0);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from prize"), 2);
    EXPECT_EQ(seen_by(database_role::public_reader, std::nullopt, "prize"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from entry where state = 'awarded'"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from certificate where kind = 'winner'"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from certificate where kind = 'participant'"), 2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from certificate where kind = 'judge'"), 3);
}

TEST_F(announcement_store, P3_the_clock_announces_at_the_instant_and_not_before) {
    ratify();
    act_as_owner();
    db.run("update edition set announce_at = now() + interval '1 hour'");
    act_as(database_role::clock);
    const acts::acting by_clock{db, {{workflow::role::clock, std::nullopt}, edition}, address, {}};
    EXPECT_EQ(acts::announce(by_clock).error().code, refusal_code::not_due_yet);
    act_as_owner();
    db.run("update edition set announce_at = now() - interval '1 minute'");
    act_as(database_role::clock);
    EXPECT_TRUE(acts::announce(by_clock).has_value());
}

TEST_F(announcement_store, P3_a_slate_that_was_tampered_with_is_not_announced) {
    ratify();
    act_as_owner();
    db.run("update slate_prize set entry_id = :other where entry_id = :winner",
           {{"other", entries[3]}, {"winner", entries[0]}});
    act_as(database_role::secretariat, jun);
    EXPECT_THROW(by_two(workflow::grave_act::announce), std::runtime_error);
}

TEST_F(announcement_store, P3_T5_a_slate_without_its_two_approvals_is_not_announced) {
    ratify();
    act_as_owner();
    db.run("delete from slate_approval where person_id = :person", {{"person", mina}});
    act_as(database_role::secretariat, jun);
    EXPECT_THROW(by_two(workflow::grave_act::announce), std::runtime_error);
}

// E8: whom an entry names as its contact hears its result, and nobody's address is added after the freeze.
TEST_F(announcement_store, E8_the_contact_of_an_entry_hears_its_result_as_it_was_frozen) {
    const auto question = workflow::contact_questions(store::load_rules(db, edition).rules.form).front();
    const auto name_contact = [&](workflow::entry_id entry, std::string_view address) {
        act_as_owner();
        db.run(R"(insert into answer (entry_id, edition_id, question, value, version)
                  values (:entry, :edition, :question, :address, 1))",
               {{"entry", entry}, {"edition", edition}, {"question", question}, {"address", address}});
    };
    name_contact(entries[0], "Contact@City.example");
    act_as(database_role::secretariat, jun);
    ratify();
    name_contact(entries[1], "too.late@city.example");
    ASSERT_TRUE(by_two(workflow::grave_act::announce).has_value());
    EXPECT_EQ(as_owner<std::string>("select occasion from letter where to_address = 'contact@city.example'"),
              "result_won");
    EXPECT_EQ(
        as_owner<std::int64_t>("select count(*) from letter where to_address = 'too.late@city.example'"), 0);
}

TEST_F(announcement_store, P3_the_recipients_are_frozen_with_the_slate_and_written_to_as_they_were) {
    ratify();
    EXPECT_EQ(as_owner<std::string>(
                  "select string_agg(entry_id || ' ' || won, ', ' order by entry_id) from result_recipient"),
              std::to_string(workflow::value(entries[0])) + " true, " +
                  std::to_string(workflow::value(entries[1])) + " true, " +
                  std::to_string(workflow::value(entries[2])) + " false, " +
                  std::to_string(workflow::value(entries[3])) + " false");
    act_as_owner();
    db.run(R"(insert into applicant (city_id, person_id, confirmed_at)
              select city_id, cast(:late as bigint), now() from entry where id = :entry)",
           {{"late", person("late@city.example")}, {"entry", entries[0]}});
    act_as(database_role::secretariat, jun);
    ASSERT_TRUE(by_two(workflow::grave_act::announce).has_value());
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from letter where to_address = 'late@city.example'"),
              0);
    EXPECT_EQ(as_owner<std::int64_t>(
                  "select count(*) from letter where occasion in ('result_won', 'result_not_won')"),
              4);
}

TEST_F(announcement_store,
       P3_without_the_frozen_list_or_with_another_one_nothing_is_sent_and_nothing_announced) {
    ratify();
    act_as_owner();
    db.run("update result_recipient set won = not won");
    act_as(database_role::secretariat, jun);
    db.run("savepoint here");
    EXPECT_THROW(by_two(workflow::grave_act::announce), std::runtime_error);
    db.run("rollback to savepoint here");
    act_as_owner();
    db.run("update slate set recipients_hash = null");
    act_as(database_role::secretariat, jun);
    EXPECT_THROW(by_two(workflow::grave_act::announce), std::runtime_error);
    EXPECT_EQ(as_owner<std::int64_t>(
                  "select count(*) from letter where occasion in ('result_won', 'result_not_won')"),
              0);
}

TEST_F(announcement_store, T6_the_letters_won_and_not_won_are_disjoint_and_complete) {
    announce();
    const auto to = [&](std::string_view occasion) {
        return as_owner<std::string>(
            "select string_agg(to_address, ' ' order by to_address) from letter where occasion = :occasion",
            {{"occasion", occasion}});
    };
    EXPECT_EQ(to("result_won"), "city1@city.example city2@city.example");
    EXPECT_EQ(to("result_not_won"), "city3@city.example city4@city.example");
}

TEST_F(announcement_store, P2_two_winners_of_one_slot_are_two_prizes_two_certificates_two_letters) {
    decide(store::sharing_body{category, {entries[0], entries[1]}});
    announce();
    EXPECT_EQ(
        as_owner<std::int64_t>(
            R"(select count(*) from prize p join tier t on t.id = p.tier_id where t.key = 'best' and p.place = 1)"),
        2);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from certificate where kind = 'winner'"), 3);
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from letter where occasion = 'result_won'"), 3);
}

TEST_F(announcement_store, P4_a_prize_taken_back_stays_in_the_register_and_its_certificate_is_revoked) {
    announce();
    const auto serial = serial_of("winner", entries[0]);
    auto made = correction();
    made.public_note = "The city gave the prize back.";
    ASSERT_TRUE(
        by_two({.act = workflow::grave_act::revoke_award, .entry = entries[0], .minutes = made}).has_value());
    EXPECT_EQ(as_owner<std::string>("select state || ': ' || note from prize where entry_id = :entry",
                                    {{"entry", entries[0]}}),
              "revoked: The city gave the prize back.");
    EXPECT_EQ(
        as_owner<std::string>("select state from certificate where serial = :serial", {{"serial", serial}}),
        "revoked");
    EXPECT_EQ(as_owner<std::string>("select state from entry where id = :entry", {{"entry", entries[0]}}),
              "revoked");
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from letter where occasion = 'result_corrected'"), 1);
}

TEST_F(announcement_store, P4_promotion_is_by_decision_and_replaces_the_certificate) {
    announce();
    const auto serial = serial_of("participant", entries[2]);
    const auto best = store::load_edition(db, edition).tiers.front().id;
    EXPECT_EQ(
        acts::promote_entry(db, who, entries[2], {category, best, 1}, correction(), address).error().code,
        refusal_code::prize_taken)
        << "somebody holds it";
    ASSERT_TRUE(acts::promote_entry(db, who, entries[2], {category, best, 1, true}, correction(), address)
                    .has_value());
    EXPECT_EQ(as_owner<std::string>("select state from entry where id = :entry", {{"entry", entries[2]}}),
              "awarded");
    EXPECT_EQ(
        as_owner<std::string>("select state from certificate where serial = :serial", {{"serial", serial}}),
        "superseded");
    EXPECT_NE(serial_of("winner", entries[2]), serial);
    EXPECT_EQ(
        acts::promote_entry(db, who, entries[2], {category, best, 1}, correction(), address).error().code,
        refusal_code::no_such_move);
}

TEST_F(announcement_store, P4_a_misspelt_name_makes_a_new_certificate_and_leaves_the_result_alone) {
    announce();
    const auto serial = serial_of("winner", entries[0]);
    ASSERT_TRUE(
        acts::correct_names(db, who, entries[0], {"Málaga", "Spain", "Project 1"}, correction(), address)
            .has_value());
    const auto later = serial_of("winner", entries[0]);
    EXPECT_EQ(as_owner<std::string>("select n.serial from certificate c join certificate n on n.id = "
                                    "c.superseded_by where c.serial = :serial",
                                    {{"serial", serial}}),
              later);
    EXPECT_EQ(as_owner<std::string>("select printed_city from prize where entry_id = :entry",
                                    {{"entry", entries[0]}}),
              "Málaga");
    EXPECT_EQ(as_owner<std::int64_t>("select count(*) from prize where state = 'given'"), 2);
    EXPECT_THAT(as_owner<std::string>("select body from decision where kind = 'name_correction'"),
                testing::HasSubstr("City 1"));
}

TEST_F(announcement_store, P4_a_certificate_is_revoked_with_a_reason_and_never_twice) {
    announce();
    const auto id =
        as_owner<workflow::certificate_id>("select min(id) from certificate where kind = 'judge'");
    const auto revoke = [&](const std::string& reason) {
        return by_two({.act = workflow::grave_act::revoke_certificate,
                       .certificate = id,
                       .minutes = minutes(reason)})
            .has_value();
    };
    EXPECT_FALSE(revoke(""));
    EXPECT_TRUE(revoke("Issued by mistake"));
    EXPECT_FALSE(revoke("Issued by mistake"));
}

TEST_F(announcement_store, P4_nothing_that_was_announced_can_be_deleted) {
    announce();
    for (const auto* table :
         {"delete from prize", "delete from certificate", "delete from decision", "delete from slate"}) {
        store::failure_kind kind{};
        try {
            db.run("savepoint here");
            db.run(table);
        } catch (const store::failure& no) {
            kind = no.kind();
        }
        EXPECT_EQ(kind, store::failure_kind::not_permitted) << table;
        db.run("rollback to savepoint here");
    }
}

TEST_F(announcement_store, T1_every_step_left_its_event) {
    announce();
    for (const auto* action : {"tally_run_made", "slate_built", "slate_approved", "ratify", "award",
                               "pass_over", "announce", "certificates_issued"})
        EXPECT_GE(as_owner<std::int64_t>("select count(*) from audit_event where action = :action",
                                         {{"action", action}}),
                  1)
            << action;
}

}  // namespace
