#include "server/store/entries.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "server/store/answers.hpp"
#include "server/store/attachments.hpp"
#include "server/store/cities.hpp"
#include "server/store/editions.hpp"
#include "server/store/entry_versions.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/database.hpp"

namespace {

using store::database_role;
using workflow::person_id;

// What every test stands on: an open edition with one category, a city with an applicant, a stranger.
struct ground {
    workflow::edition_id edition;
    workflow::category_id category;
    workflow::city_id city;
    person_id applicant;
    person_id stranger;
};

ground lay(store::database& db) {
    ground laid{};
    laid.applicant = tests::person_built{.email = "applicant@city.example"}.put(db);
    laid.stranger = tests::person_built{.email = "stranger@elsewhere.example"}.put(db);
    laid.edition = tests::edition_built{.state = workflow::edition_state::open}.put(db);
    laid.category = store::load_edition(db, laid.edition).categories.front().id;
    laid.city = tests::city_built{.applicant = laid.applicant}.put(db);
    return laid;
}

workflow::entry_id start(store::database& db, const ground& on, std::string title = "A project") {
    return store::add_entry(db, {on.edition, on.city, on.category, std::move(title), false, ""},
                            on.applicant);
}

class entries_store : public tests::store_test {
protected:
    ground on = lay(db);
    void as_applicant() { act_as(database_role::applicant, on.applicant); }
};

TEST_F(entries_store, E9_a_city_reads_the_earlier_questions_of_its_entries_and_nobody_elses) {
    start(db, on);
    auto changed = store::load_rules(db, on.edition).rules;
    changed.form.sections.pop_back();
    store::add_rules(db, {{workflow::role::clock, std::nullopt}, on.edition}, on.edition, changed, "shorter");
    const auto versions_for = [&](person_id who) {
        act_as_owner();
        act_as(database_role::applicant, who);
        std::vector<int> versions;
        for (const auto& one : store::list_forms(db, on.edition)) versions.push_back(one.version);
        return versions;
    };
    EXPECT_EQ(versions_for(on.applicant), (std::vector{2, 1}));
    EXPECT_EQ(versions_for(on.stranger), std::vector{2});
}

TEST_F(entries_store, E1_gives_two_places_and_no_third) {
    as_applicant();
    for (const bool is_given : {true, true, false}) {
        const auto entry = store::lock_entry(db, start(db, on));
        EXPECT_EQ(store::take_place(db, entry), is_given);
    }
}

TEST_F(entries_store, E1_the_database_itself_refuses_a_third_place) {
    as_applicant();
    const auto entry = start(db, on);
    EXPECT_THROW(db.run("update entry set place = 3 where id = :entry", {{"entry", entry}}), store::failure);
}

TEST_F(entries_store, E1_a_district_does_not_count_against_its_parent) {
    const auto district =
        tests::city_built{.name = "Centro", .parent = on.city, .applicant = on.applicant}.put(db);
    as_applicant();
    for (int i = 0; i < 2; ++i) EXPECT_TRUE(store::take_place(db, store::lock_entry(db, start(db, on))));
    const auto of_district =
        store::add_entry(db, {on.edition, district, on.category, "Another", false, ""}, on.applicant);
    const auto entry = store::lock_entry(db, of_district);
    EXPECT_EQ(entry.other_places, 0);
    EXPECT_TRUE(store::take_place(db, entry));
}

TEST_F(entries_store, E1_a_withdrawal_gives_the_place_back_in_the_move) {
    as_applicant();
    const auto entry = store::lock_entry(db, start(db, on));
    ASSERT_TRUE(store::take_place(db, entry));
    tests::bring(db, entry.id, workflow::entry_state::withdrawn);
    EXPECT_FALSE(store::load_entry(db, entry.id).place);
}

TEST_F(entries_store, E2_a_save_on_an_older_version_writes_nothing) {
    as_applicant();
    const auto entry = start(db, on);
    const auto save = [&](std::string value, int based_on) {
        return store::save_answers(db, on.edition, entry, on.applicant,
                                   {{"summary", std::move(value), based_on, ""}});
    };
    ASSERT_EQ(save("first", 0).size(), 1U);
    ASSERT_EQ(save("second", 1).front().version, 2);
    EXPECT_TRUE(save("stale", 1).empty());
    EXPECT_TRUE(save("stale too", 0).empty());
    EXPECT_EQ(store::list_answers(db, entry).at("summary").value, "second");
}

TEST_F(entries_store, E2_a_stale_answer_does_not_hold_the_others_back) {
    as_applicant();
    const auto entry = start(db, on);
    store::save_answers(db, on.edition, entry, on.applicant, {{"summary", "one", 0, ""}});
    const auto saved = store::save_answers(db, on.edition, entry, on.applicant,
                                           {{"summary", "two", 0, ""}, {"problem", "new", 0, ""}});
    ASSERT_EQ(saved.size(), 1U);
    EXPECT_EQ(saved.front().question, "problem");
}

TEST_F(entries_store, E2_every_answer_has_its_history_and_nobody_changes_it) {
    as_applicant();
    const auto entry = start(db, on);
    store::save_answers(db, on.edition, entry, on.applicant, {{"summary", "one", 0, "key-of-one"}});
    store::save_answers(db, on.edition, entry, on.applicant, {{"summary", "two", 1, ""}});
    store::keep_refused(db, on.edition, entry, on.applicant, {{"summary", "refused", 1, ""}});
    const auto history = store::list_history(db, entry, {"summary"});
    ASSERT_EQ(history.size(), 2U) << "of what one person saved within ten minutes the last stands for all";
    EXPECT_EQ(history.front().value, "refused");
    EXPECT_TRUE(history.back().current);
    EXPECT_EQ(store::list_saved_by_key(db, entry, {"key-of-one"}).front().version, 1);
    EXPECT_EQ(store::list_earlier(db, entry, {{"summary", 1}}).front().value, "one");
    EXPECT_FALSE(
        db.value<bool>("select has_any_column_privilege('wego_applicant', 'answer_revision', 'update') "
                       "or has_table_privilege('wego_applicant', 'answer_revision', 'delete')"));
    EXPECT_FALSE(db.value<bool>("select has_table_privilege('wego_judge', 'answer_revision', 'select')"));
}

TEST_F(entries_store, E5_a_version_comes_back_as_it_was_kept_with_its_hash) {
    as_applicant();
    store::kept_version kept;
    kept.entry = start(db, on);
    kept.title = "서울 \"열린\" 데이터";
    kept.fields = {
        {"project", "The project", "summary", "Sum it up", "words", store::hash_of_text("words"), false}};
    kept.files = {{workflow::file_id{7}, workflow::file_purpose::approval_letter, "letter.pdf",
                   "application/pdf", 12, "aa"}};
    const auto hash = store::keep_version(db, on.edition, kept, on.applicant);
    const auto found = store::find_version(db, kept.entry, 1);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->line.hash, hash);
    EXPECT_EQ(found->kept.title, kept.title);
    EXPECT_EQ(found->kept.fields.at(0).sha256, store::hash_of_text("words"));
    EXPECT_EQ(found->kept.files.at(0).purpose, workflow::file_purpose::approval_letter);
    EXPECT_FALSE(store::find_version(db, kept.entry, 2));
}

TEST_F(entries_store, E5_a_version_cannot_be_changed_by_who_wrote_it) {
    as_applicant();
    store::kept_version kept;
    kept.entry = start(db, on);
    store::keep_version(db, on.edition, kept, on.applicant);
    EXPECT_THROW(
        db.run("update entry_version set body = '{}' where entry_id = :entry", {{"entry", kept.entry}}),
        store::failure);
}

TEST_F(entries_store, E6_pieces_come_back_in_order_and_hash_as_one) {
    as_applicant();
    const auto entry = start(db, on);
    const auto file = store::add_attachment(
        db, {on.edition, entry, workflow::file_purpose::supporting, "a.pdf", 5}, on.applicant);
    store::add_chunk(db, on.edition, file, 0, std::string("a\0b", 3));
    store::add_chunk(db, on.edition, file, 3, "cd");
    store::running_hash hash;
    std::int64_t start_at = 0;
    while (const auto piece = store::find_piece(db, file, start_at)) {
        hash.add(piece->data);
        start_at += static_cast<std::int64_t>(piece->data.size());
    }
    EXPECT_EQ(start_at, 5);
    EXPECT_EQ(hash.finish().data, store::sha256(std::string("a\0bcd", 5)));
}

TEST_F(entries_store, E6_a_piece_over_one_mebibyte_is_refused) {
    as_applicant();
    const auto file = store::add_attachment(
        db, {on.edition, start(db, on), workflow::file_purpose::supporting, "a", 9}, on.applicant);
    EXPECT_THROW(store::add_chunk(db, on.edition, file, 0, std::string(store::largest_chunk + 1, 'x')),
                 store::failure);
}

TEST_F(entries_store, nobody_of_another_city_sees_an_entry) {
    as_applicant();
    const auto entry = start(db, on);
    act_as(database_role::applicant, on.stranger);
    EXPECT_THROW(store::load_entry(db, entry), store::not_found);
    EXPECT_TRUE(store::list_my_entries(db).empty());
    EXPECT_TRUE(store::list_answers(db, entry).empty());
}

TEST_F(entries_store, E8_who_comes_later_waits_until_an_applicant_of_the_city_confirms) {
    act_as(database_role::applicant, on.stranger);
    ASSERT_TRUE(store::join_city(db, on.city, on.stranger));
    EXPECT_FALSE(store::join_city(db, on.city, on.stranger)) << "asked before";
    EXPECT_FALSE(store::confirm_applicant(db, on.city, on.stranger));  // nobody confirms himself
    as_applicant();
    EXPECT_EQ(store::list_my_cities(db, on.applicant).at(0).waiting, 1);
    EXPECT_EQ(store::list_applicants(db, on.city).at(0).email, "stranger@elsewhere.example");
    EXPECT_TRUE(store::confirm_applicant(db, on.city, on.stranger));
    act_as(database_role::applicant, on.stranger);
    EXPECT_TRUE(store::list_my_cities(db, on.stranger).at(0).confirmed);
}

TEST_F(entries_store, E8_the_database_lets_nobody_confirm_themselves) {
    act_as(database_role::applicant, on.stranger);
    EXPECT_THROW(
        db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
               {{"city", on.city}, {"person", on.stranger}}),
        store::failure);
}

TEST_F(entries_store, E8_the_first_person_of_a_city_waits_for_the_secretariat) {
    act_as(database_role::applicant, on.stranger);
    const auto city =
        store::propose_city(db, {"Nuuk Kommune", "Nuuk", "GL", "Greenland", "", {}}, on.stranger);
    EXPECT_TRUE(store::join_city(db, city, on.stranger));
    EXPECT_FALSE(store::list_my_cities(db, on.stranger).at(0).confirmed);
    EXPECT_FALSE(store::confirm_applicant(db, city, on.stranger)) << "nobody confirms themselves";
}

TEST_F(entries_store, E8_a_city_is_found_without_its_accents_and_by_its_country) {
    as_applicant();
    for (const auto* text : {"malaga", "MÁLAGA", "spain", "es", ""})
        EXPECT_EQ(store::search_cities(db, text, 20).size(), 1U) << text;
    EXPECT_TRUE(store::search_cities(db, "seoul", 20).empty());
}

// Two connections at once: what is committed counts.
class places_at_once : public tests::http_test {};

TEST_F(places_at_once, E1_holds_when_four_submit_at_the_same_time) {
    const store::limits patient{60000, 60000, 60000};
    store::database owner(database.owner_connection(), patient);
    owner.begin(store::transaction_kind::write, database_role::secretariat, std::nullopt);
    owner.run_script("set local role none");
    const auto on = lay(owner);
    owner.commit();
    store::database first(database.connection(), patient);
    first.begin(store::transaction_kind::write, database_role::applicant, on.applicant);
    std::vector<workflow::entry_id> entries;
    for (int i = 0; i < 4; ++i) entries.push_back(start(first, on));
    first.commit();
    std::atomic<int> given = 0;
    std::vector<std::thread> people;
    for (const auto entry : entries)
        people.emplace_back([&, entry] {
            store::database own(database.connection(), patient);
            own.begin(store::transaction_kind::write, database_role::applicant, on.applicant);
            const auto locked = store::lock_entry(own, entry);
            if (!store::take_place(own, locked)) return own.rollback();
            store::note_submitted(own, locked, 1);
            own.commit();
            ++given;
        });
    for (auto& one : people) one.join();
    EXPECT_EQ(given, 2);
    owner.begin(store::transaction_kind::read, database_role::secretariat, std::nullopt);
    owner.run_script("set local role none");
    EXPECT_EQ(owner.values<std::int64_t>("select number from entry where number is not null order by 1"),
              (std::vector<std::int64_t>{1, 2}));
    owner.rollback();
}

}  // namespace
