// The one way to ask the database: what it promises about types, errors, transactions and prepared
// statements.
#include "server/store/database.hpp"
#include "tests/support/database.hpp"
#include "workflow/states.hpp"

namespace {

using database = tests::store_test;
using store::failure_kind;

struct every_type {
    std::int64_t number;
    std::optional<int> missing;
    bool truth;
    std::string text;
    store::bytes raw;
    workflow::instant at;
    workflow::entry_id id;
    workflow::entry_state state;
};
BOOST_DESCRIBE_STRUCT(every_type, (), (number, missing, truth, text, raw, at, id, state))

struct lacking {
    std::int64_t number;
};
BOOST_DESCRIBE_STRUCT(lacking, (), (number))

failure_kind kind_of(store::database& db, std::string_view sql) {
    try {
        db.run(sql);
    } catch (const store::failure& error) {
        return error.kind();
    }
    throw std::logic_error("no failure");
}

TEST_F(database, gives_back_what_it_was_given_in_every_type) {
    const workflow::instant at{std::chrono::microseconds{1404140400123456}};
    const store::bytes raw{std::string("a\0\xff'\\", 5)};
    const std::string text = "O’Brien \"Ωμέγα\" \\ : 서울";
    for (int round = 0; round < 2; ++round) {  // the second time the statement is prepared already
        const auto row = db.load<every_type>(
            R"(select cast(:number as bigint) as number, cast(:missing as integer) as missing, cast(:truth as boolean) as truth,
                      cast(:text as text) as text, cast(:raw as bytea) as raw, cast(:at as timestamptz) as at,
                      cast(:id as bigint) as id, cast(:state as text) as state)",
            {{"number", std::int64_t{-5}},
             {"missing", std::optional<int>{}},
             {"truth", round == 1},
             {"text", text},
             {"raw", raw},
             {"at", at},
             {"id", workflow::id_from<workflow::entry_id>(7)},
             {"state", workflow::entry_state::not_awarded}});
        EXPECT_EQ(row.number, -5);
        EXPECT_FALSE(row.missing);
        EXPECT_EQ(row.truth, round == 1);
        EXPECT_EQ(row.text, text);
        EXPECT_EQ(row.raw, raw);
        EXPECT_EQ(row.at, at);
        EXPECT_EQ(workflow::value(row.id), 7);
        EXPECT_EQ(row.state, workflow::entry_state::not_awarded);
    }
}

TEST_F(database, takes_lists_of_hostile_texts_as_arrays) {
    const std::vector<std::string> texts{"a,b", "{c}", "\"d\"", "e\\", "", "NULL", "f'g"};
    EXPECT_EQ(db.values<std::string>("select unnest(cast(:texts as text[]))", {{"texts", texts}}), texts);
}

TEST_F(database, refuses_a_text_with_a_nul_before_it_is_cut) {
    EXPECT_THROW(db.value<std::string>("select cast(:text as text)", {{"text", std::string("a\0b", 3)}}),
                 std::invalid_argument);
}

TEST_F(database, holds_rows_to_their_struct_in_both_directions) {
    EXPECT_THROW(db.list<lacking>("select 1 as other"), std::logic_error);
    EXPECT_THROW(db.list<lacking>("select 1 as number, 2 as other"), std::logic_error);
    EXPECT_THROW(db.list<lacking>("select cast(null as bigint) as number"), std::logic_error);
}

TEST_F(database, misses_with_nothing_or_throws_as_the_verb_says) {
    EXPECT_FALSE(db.find<lacking>("select 1 as number where false"));
    EXPECT_THROW(db.load<lacking>("select 1 as number where false"), store::not_found);
    EXPECT_THROW(db.value<int>("select 1 where false"), store::not_found);
}

TEST_F(database, names_the_constraint_and_never_the_value_that_broke_it) {
    try {
        db.run(
            "insert into person (email, name) values ('canary@cities.example', 'A'), "
            "('canary@cities.example', 'B')");
        FAIL();
    } catch (const store::failure& error) {
        EXPECT_EQ(error.kind(), failure_kind::constraint);
        EXPECT_EQ(error.constraint(), "person_email_unique");
        EXPECT_EQ(std::string(error.what()).find("canary"), std::string::npos);
    }
}

// SOCI keeps a failed execution's values: the NULL of the next one was sent as the value before.
TEST_F(database, a_failed_statement_leaves_nothing_behind_for_its_next_execution) {
    constexpr auto sql =
        "insert into city (official_name, printed_name, country, printed_country, parent_id) "
        "values (:name, :name, 'KR', 'Korea', :parent)";
    db.run_script("savepoint before");
    EXPECT_THROW(db.run(sql, {{"name", "Songpa"}, {"parent", std::optional<int>{999}}}), store::failure);
    db.run_script("rollback to before");
    EXPECT_EQ(db.run(sql, {{"name", "Songpa"}, {"parent", std::optional<int>{}}}), 1);
    EXPECT_EQ(db.value<int>("select count(*) from city where official_name = 'Songpa' and parent_id is null"),
              1);
}

TEST_F(database, tells_a_missing_right_from_other_failures) {
    act_as(store::database_role::judge);
    EXPECT_EQ(kind_of(db, "delete from audit_event"), failure_kind::not_permitted);
}

TEST(database_connection, says_unavailable_without_the_connection_string) {
    try {
        store::database("host=/nowhere password=canary dbname=x", {});
        FAIL();
    } catch (const store::failure& error) {
        EXPECT_EQ(error.kind(), failure_kind::unavailable);
        EXPECT_EQ(std::string(error.what()).find("canary"), std::string::npos);
    }
}

TEST(database_connection, a_commit_of_an_aborted_transaction_is_no_success) {
    const tests::throw_away_database clone;
    store::database db(clone.connection(), {});
    db.begin(store::transaction_kind::write, store::database_role::access, std::nullopt);
    EXPECT_THROW(db.run("insert into person (email, name) values ('x', 'too short an address')"),
                 store::failure);
    EXPECT_THROW(db.commit(), store::failure);
    db.begin(store::transaction_kind::read, store::database_role::public_reader, std::nullopt);
    db.rollback();
}

// The next person on this connection must not inherit anything of the one before.
TEST(database_connection, role_and_person_end_with_their_transaction) {
    const tests::throw_away_database clone;
    store::database db(clone.connection(), {});
    db.begin(store::transaction_kind::read, store::database_role::judge,
             workflow::id_from<workflow::person_id>(3));
    EXPECT_EQ(db.value<std::string>("select current_setting('app.person', true)"), "3");
    db.rollback();
    EXPECT_EQ(
        db.value<std::string>("select coalesce(nullif(current_setting('app.person', true), ''), 'nobody')"),
        "nobody");
    EXPECT_EQ(db.value<std::string>("select cast(current_user as text)"), "wego_app");
}

TEST(database_connection, a_read_cannot_write) {
    const tests::throw_away_database clone;
    store::database db(clone.connection(), {});
    db.begin(store::transaction_kind::read, store::database_role::access, std::nullopt);
    EXPECT_THROW(db.run("insert into person (email, name) values ('reader@cities.example', 'R')"),
                 store::failure);
}

TEST(database_connection, knows_that_it_was_cut_off_and_says_so_ever_after) {
    const tests::throw_away_database clone;
    store::database db(clone.connection(), {});
    store::database other(clone.owner_connection(), {});
    const auto backend = db.value<int>("select pg_backend_pid()");
    other.run("select pg_terminate_backend(:backend)", {{"backend", backend}});
    EXPECT_EQ(kind_of(db, "select 1"), failure_kind::unavailable);
    EXPECT_TRUE(db.is_broken());
}

}  // namespace
