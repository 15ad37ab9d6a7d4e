// What the public reads of a result: nothing before the announcement, all of it afterwards (P3), and
// certificates in each of their states.
#include "server/store/public.hpp"

#include "server/store/certificates.hpp"
#include "server/store/editions.hpp"
#include "server/store/prizes.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/database.hpp"

namespace {

using store::database_role;

// An edition whose judging is over, with two tiers, one category, two entries and an award sealed on the
// first.
struct public_store : tests::store_test {
    workflow::edition_id edition{};
    workflow::category_id category{};
    std::int64_t best = 0, second = 0;
    std::vector<workflow::entry_id> entries;
    std::vector<workflow::city_id> cities;

    public_store() {
        edition = tests::edition_built{.state = workflow::edition_state::decided}.put(db);
        category = store::load_edition(db, edition).categories.front().id;
        best = tier("best"), second = tier("outstanding");
        const auto applicant = tests::person_built{.email = "mina@city.example"}.put(db);
        for (const auto* name : {"Taipei", "Songpa"}) {
            const tests::city_built city{.name = name, .country = "KR", .printed_country = "A country"};
            cities.push_back(city.put(db));
            entries.push_back(tests::entry_built{.edition = edition,
                                                 .city = cities.back(),
                                                 .by = applicant,
                                                 .state = workflow::entry_state::eligible}
                                  .put(db));
            tests::bring(db, entries.back(), workflow::entry_state::awarded, store::visibility::sealed);
        }
    }

    std::int64_t tier(const char* key) {
        return db.value<std::int64_t>("select id from tier where edition_id = :e and key = :key",
                                      {{"e", edition}, {"key", key}});
    }
    void add_prize(std::int64_t tier, std::optional<std::size_t> winner, const char* state = "given") {
        const auto city = winner ? std::optional(cities[*winner]) : std::nullopt;
        const auto entry = winner ? std::optional(entries[*winner]) : std::nullopt;
        db.run(
            R"(insert into prize (edition_id, category_id, tier_id, place, entry_id, city_id, printed_city, withheld, state)
                  values (:e, :category, :tier, 1, :entry, :city,
                          coalesce((select printed_name from city where id = :city), ''), :withheld, :state))",
            {{"e", edition},
             {"category", category},
             {"tier", tier},
             {"entry", entry},
             {"city", city},
             {"withheld", !winner},
             {"state", state}});
    }
    workflow::certificate_id add_certificate(const char* serial) {
        return db.value<workflow::certificate_id>(
            R"(insert into certificate (serial, edition_id, kind, entry_id, body, issued_on)
               values (:serial, :e, 'winner', :entry, '{"name":""}', '2014-11-05') returning id)",
            {{"serial", serial}, {"e", edition}, {"entry", entries[0]}});
    }
    void announce() { tests::bring(db, edition, workflow::edition_state::announced); }
};

}  // namespace

TEST_F(public_store, P3_shows_nothing_of_a_result_before_the_announcement) {
    add_prize(best, 0);
    add_certificate("0000-0000-0000-0000-0000");
    db.run(
        R"(insert into decision (edition_id, kind, reason, public_note) values (:e, 'tier_creation', 'why', 'a note'))",
        {{"e", edition}});
    act_as(database_role::public_reader);
    EXPECT_TRUE(store::list_public_prizes(db, edition).empty());
    EXPECT_TRUE(store::list_public_notes(db, edition).empty());
    EXPECT_EQ(store::find_newest_announced(db), std::nullopt);
    EXPECT_FALSE(store::find_certificate(db, "0000-0000-0000-0000-0000").has_value());
    EXPECT_EQ(store::list_public_editions(db).at(0).prizes, 0);
    EXPECT_THROW(store::load_public_city(db, cities[0]), store::not_found);
}

TEST_F(public_store, P3_shows_the_result_from_the_announcement_on) {
    add_prize(second, 1);
    add_prize(best, 0);
    announce();
    act_as(database_role::public_reader);
    const auto prizes = store::list_public_prizes(db, edition);
    ASSERT_EQ(prizes.size(), 2u);
    EXPECT_EQ(prizes[0].printed_city, "Taipei");
    EXPECT_EQ(prizes[0].tier_rank, 1);
    EXPECT_EQ(prizes[1].printed_city, "Songpa");
    EXPECT_EQ(prizes[1].tier_rank, 2);
    EXPECT_EQ(store::find_newest_announced(db), edition);
    EXPECT_EQ(store::load_public_city(db, cities[0]).printed_name, "Taipei");
    EXPECT_EQ(store::list_public_editions(db).at(0).cities, 2);
}

TEST_F(public_store, P2_tells_that_a_prize_is_shared_and_that_one_is_withheld) {
    add_prize(best, 0);
    add_prize(best, 1);
    add_prize(second, std::nullopt);
    announce();
    act_as(database_role::public_reader);
    const auto prizes = store::list_public_prizes(db, edition);
    ASSERT_EQ(prizes.size(), 3u);
    EXPECT_TRUE(prizes[2].withheld);
    EXPECT_TRUE(store::list_city_awards(db, cities[0]).at(0).shared);
    EXPECT_EQ(store::list_public_editions(db).at(0).prizes, 2);
}

TEST_F(public_store, P4_keeps_a_revoked_prize_in_the_register) {
    add_prize(best, 0, "revoked");
    announce();
    act_as(database_role::public_reader);
    EXPECT_TRUE(store::list_public_prizes(db, edition).at(0).revoked);
    EXPECT_TRUE(store::list_city_awards(db, cities[0]).at(0).revoked);
    EXPECT_EQ(store::list_public_editions(db).at(0).prizes, 0);
}

TEST_F(public_store, P4_a_note_that_stands_beside_its_prize_is_not_said_twice) {
    add_prize(best, 0);
    announce();
    const auto decision = db.value<workflow::decision_id>(
        R"(insert into decision (edition_id, kind, reason, public_note)
           values (:e, 'revocation', 'why', 'It withdrew.') returning id)",
        {{"e", edition}});
    db.run(
        "insert into decision (edition_id, kind, reason, public_note) values (:e, 'tier_creation', 'why', 'A "
        "tier.')",
        {{"e", edition}});
    store::revoke_prize(db, edition, entries[0], "It withdrew.", decision);
    act_as(database_role::public_reader);
    const auto notes = store::list_public_notes(db, edition);
    ASSERT_EQ(notes.size(), 1u);
    EXPECT_EQ(notes[0].note, "A tier.");
    EXPECT_EQ(notes[0].kind, workflow::decision_kind::tier_creation);
    EXPECT_EQ(store::list_public_prizes(db, edition).at(0).note, "It withdrew.");
}

TEST_F(public_store, P4_a_name_corrected_later_keeps_the_day_of_the_withdrawal) {
    add_prize(best, 0, "revoked");
    announce();
    db.run("update prize set changed_at = '2014-11-20T00:00:00Z'");
    store::correct_printed_names(db, edition, entries[0], "Taipeh", "A country", "A project",
                                 workflow::decision_id{});
    act_as(database_role::public_reader);
    const auto kept = store::list_public_prizes(db, edition).at(0);
    EXPECT_EQ(kept.printed_city, "Taipeh");
    EXPECT_EQ(store::to_text(kept.changed_at).substr(0, 10), "2014-11-20");
}

TEST_F(public_store, a_superseded_certificate_names_the_next) {
    announce();
    using enum workflow::certificate_state;
    const auto next = add_certificate("0000-0000-0000-0000-0002");
    tests::bring(db, add_certificate("0000-0000-0000-0000-0001"), superseded, next);
    tests::bring(db, add_certificate("0000-0000-0000-0000-0003"), revoked);
    act_as(database_role::public_reader);
    EXPECT_EQ(store::find_certificate(db, "0000-0000-0000-0000-0001")->superseded_by,
              "0000-0000-0000-0000-0002");
    EXPECT_EQ(store::find_certificate(db, "0000-0000-0000-0000-0002")->state,
              workflow::certificate_state::issued);
    EXPECT_EQ(store::find_certificate(db, "0000-0000-0000-0000-0003")->state,
              workflow::certificate_state::revoked);
}
