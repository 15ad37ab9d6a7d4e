// The panel's second lock: what PostgreSQL itself shows a judge and lets a judge write, whatever a feature
// asks.
#include <gtest/gtest.h>

#include "server/acts/letters.hpp"
#include "server/store/cities.hpp"
#include "server/store/deliberation.hpp"
#include "server/store/judging.hpp"
#include "server/store/scorecards.hpp"
#include "tests/support/panel.hpp"
#include "tests/support/states.hpp"

namespace {

using store::database_role;
using tests::panel;

class judging_store : public tests::store_test {
protected:
    panel on = tests::lay_panel(db);
    void as(const tests::seat& judge) { act_as(database_role::judge, judge.person); }
    store::author act_of(const tests::seat& judge) const {
        return {{workflow::role::judge, judge.person}, on.edition};
    }
    std::optional<store::saved_card> score(const tests::seat& judge, workflow::scorecard_id card, int version,
                                           int value) {
        return store::save_sheet(db, act_of(judge), card, version,
                                 {{{"impact", true, value, std::nullopt}}, std::nullopt, std::nullopt, ""});
    }
    void close_round() {
        act_as_owner();
        db.run("update round set closed_at = now() where id = :round", {{"round", on.round}});
    }
};

// Every row of every table that this role can read, as text.
std::string everything(store::database& db) {
    std::string all;
    const auto tables = db.values<std::string>(
        "select tablename from pg_tables where schemaname = 'public' order by tablename");
    for (const auto& table : tables) {
        const auto columns = db.values<std::string>(
            R"(select quote_ident(attname) from pg_attribute
               where attrelid = cast(:table as regclass) and attnum > 0 and not attisdropped
                 and has_column_privilege(attrelid, attnum, 'select') order by attnum)",
            {{"table", table}});
        if (columns.empty()) continue;
        std::string list;
        for (const auto& column : columns) list += (list.empty() ? "" : ", ") + column;
        const auto rows = "select cast(row(" + list + ") as text) from " + table;
        for (const auto& row : db.values<std::string>(rows)) all += table + " " + row + "\n";
    }
    return all;
}

// Before anybody has worked out a conflict.
TEST_F(judging_store, J12_whose_account_belongs_to_a_city_reads_nothing_of_its_entries) {
    close_round();
    tests::fill_with_canary(db, on, on.open);
    as(on.first);
    ASSERT_NE(everything(db).find("canary"), std::string::npos);
    act_as_owner();
    store::join_city(
        db, db.value<workflow::city_id>("select city_id from entry where id = :id", {{"id", on.open}}),
        on.first.person);
    as(on.first);
    EXPECT_EQ(everything(db).find("canary"), std::string::npos);
}

TEST_F(judging_store, J2_a_barred_judge_reads_nothing_of_the_entry_from_any_table) {
    close_round();
    tests::fill_with_canary(db, on, on.barred);
    as(on.first);
    EXPECT_EQ(everything(db).find("canary"), std::string::npos);
    as(on.second);
    EXPECT_NE(everything(db).find("canary"), std::string::npos) << "the canary must be there to be found";
}

TEST_F(judging_store, J2_a_barred_entry_is_in_no_list_though_a_scorecard_was_assigned) {
    as(on.first);
    for (const auto& line : store::list_assigned(db, store::load_seat(db, on.edition)))
        EXPECT_NE(line.entry_id, on.barred);
    EXPECT_THROW(store::load_own_scorecard(db, on.first.cards.at(on.barred)), store::not_found);
}

TEST_F(judging_store, J1_an_undeclared_entry_shows_its_title_and_no_text) {
    tests::fill_with_canary(db, on, on.undeclared);
    as(on.first);
    const auto to_declare = store::list_entries_to_declare(db, store::load_seat(db, on.edition));
    ASSERT_EQ(to_declare.size(), 1U);
    EXPECT_EQ(to_declare.front().entry_id, on.undeclared);
    EXPECT_TRUE(db.values<std::string>("select body from entry_version where entry_id = :entry",
                                       {{"entry", on.undeclared}})
                    .empty());
    EXPECT_TRUE(db.values<std::string>("select name from attachment where entry_id = :entry",
                                       {{"entry", on.undeclared}})
                    .empty());
}

TEST_F(judging_store, J5_others_scores_are_hidden_until_the_round_is_closed) {
    as(on.second);
    ASSERT_TRUE(score(on.second, on.second.cards.at(on.open), 2, 9));
    as(on.first);
    EXPECT_TRUE(store::list_panel_scores(db, on.open).empty());
    EXPECT_EQ(db.value<int>("select count(*) from score"), 0);
    EXPECT_EQ(
        db.value<int>("select count(*) from scorecard where judge_id <> :judge", {{"judge", on.first.judge}}),
        0);
    close_round();
    as(on.first);
    EXPECT_EQ(store::list_panel_scores(db, on.open).size(), 1U);
}

TEST_F(judging_store, J4_a_save_is_kept_once_and_a_stale_one_not_at_all) {
    as(on.first);
    const auto card = on.first.cards.at(on.open);
    const auto saved = score(on.first, card, 2, 7);
    ASSERT_TRUE(saved);
    EXPECT_EQ(saved->version, 3);
    EXPECT_FALSE(score(on.first, card, 2, 3)) << "the version has gone on";
    EXPECT_EQ(store::find_score(store::load_sheet(db, card), "impact")->value, 7);
    act_as_owner();
    EXPECT_EQ(
        db.value<int>("select count(*) from scorecard_revision where scorecard_id = :card", {{"card", card}}),
        1);
    EXPECT_EQ(db.value<int>("select count(*) from audit_event where action = 'scores_saved'"), 1);
}

TEST_F(judging_store, J4_a_missing_score_is_missing_even_with_a_reason) {
    as(on.first);
    const auto card = on.first.cards.at(on.open);
    ASSERT_TRUE(store::save_sheet(db, act_of(on.first), card, 2,
                                  {{{"impact", false, {}, "because"}}, {}, "To the panel", ""}));
    auto held = store::load_sheet(db, card);
    EXPECT_EQ(held.scores.front(), (store::score_row{"impact", std::nullopt, "because"}));
    EXPECT_EQ(held.to_panel, "To the panel");
    ASSERT_TRUE(score(on.first, card, 3, 4));
    held = store::load_sheet(db, card);
    EXPECT_EQ(held.scores.front(), (store::score_row{"impact", 4, "because"}));
}

TEST_F(judging_store, J5_the_log_tells_the_secretariat_nothing_of_a_score) {
    as(on.first);
    ASSERT_TRUE(store::save_sheet(db, act_of(on.first), on.first.cards.at(on.open), 2,
                                  {{{"impact", true, 7, "canary"}}, "canary", "canary", ""}));
    act_as(database_role::secretariat, on.office);
    EXPECT_EQ(everything(db).find("canary"), std::string::npos);
    EXPECT_EQ(db.value<int>("select count(*) from score"), 0);
}

TEST_F(judging_store, T3_nobody_edits_another_judges_score) {
    as(on.second);
    ASSERT_TRUE(score(on.second, on.second.cards.at(on.open), 2, 9));
    for (const bool is_closed : {false, true}) {
        if (is_closed) close_round();
        as(on.first);
        EXPECT_FALSE(score(on.first, on.second.cards.at(on.open), 3, 1));
        EXPECT_EQ(db.run("update score set value = 1 where scorecard_id = :card",
                         {{"card", on.second.cards.at(on.open)}}),
                  0);
        EXPECT_EQ(db.run("update scorecard set state = 'assigned' where id = :card",
                         {{"card", on.second.cards.at(on.open)}}),
                  0);
    }
}

TEST_F(judging_store, T3_a_locked_score_is_not_even_its_judges_to_edit) {
    const auto card = on.first.cards.at(on.open);
    as(on.first);
    ASSERT_TRUE(score(on.first, card, 2, 9));
    act_as_owner();
    tests::bring(db, card, workflow::scorecard_state::locked);
    as(on.first);
    EXPECT_EQ(db.run("update score set value = 1 where scorecard_id = :card", {{"card", card}}), 0);
    EXPECT_EQ(db.run("update scorecard set state = 'in_progress' where id = :card", {{"card", card}}), 0);
    EXPECT_THROW(db.run(R"(insert into score (scorecard_id, edition_id, criterion, value)
                           values (:card, :edition, 'reach', 1))",
                        {{"card", card}, {"edition", on.edition}}),
                 store::failure);
}

TEST_F(judging_store, J1_a_declared_conflict_takes_the_entry_away_at_once) {
    as(on.first);
    const std::vector<store::declaration> said{{on.undeclared, true, "I advised the city"}};
    store::keep_declarations(db, act_of(on.first), on.first.judge, "First Judge", said);
    store::bar_declared(db, act_of(on.first), on.first.judge, said);
    const auto seat = store::load_seat(db, on.edition);
    EXPECT_TRUE(store::list_entries_to_declare(db, seat).empty());
    for (const auto& line : store::list_assigned(db, seat)) EXPECT_NE(line.entry_id, on.undeclared);
    act_as_owner();
    EXPECT_EQ(db.value<std::string>(
                  "select explanation from conflict where entry_id = :entry and kind = 'declared'",
                  {{"entry", on.undeclared}}),
              "I advised the city");
}

TEST_F(judging_store, J2_the_secretariat_is_told_in_a_letter_that_the_judge_cannot_read) {
    as(on.first);
    acts::tell_the_office({db, act_of(on.first), "https://x.example", {}}, "A judge has declared a conflict.",
                          "/judging", "judge 1 steps off");
    EXPECT_EQ(db.value<bool>("select has_table_privilege('letter', 'select')"), false);
    act_as_owner();
    EXPECT_EQ(db.value<std::string>("select to_address from letter where occasion = 'attention_wanted'"),
              "office@wego.example");
}

TEST_F(judging_store, J5_a_confirmed_sheet_is_hashed_with_a_random_number) {
    as(on.first);
    const auto card = store::load_own_scorecard(db, on.first.cards.at(on.open));
    const store::sheet held{{{"impact", 7, ""}}, "", ""};
    const auto hash = store::seal_sheet(db, card, held);
    EXPECT_EQ(hash.size(), 64U);
    const auto body = db.value<std::string>("select body from scorecard_revision where scorecard_id = :card",
                                            {{"card", card.id}});
    EXPECT_NE(body.find("\"nonce\":\""), std::string::npos);
}

}  // namespace
