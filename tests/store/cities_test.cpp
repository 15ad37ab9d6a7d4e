// E8: one city under all its names, and what the second lock holds of claims.

#include "server/store/cities.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/store/claims.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/database.hpp"

namespace {

using store::database_role;
using workflow::city_id;

class cities_store : public tests::store_test {
protected:
    cities_store() {
        edition = tests::edition_built{.state = workflow::edition_state::open}.put(db);
        clerk = tests::person_built{.email = "clerk@wego.example"}.put(db);
        mina = tests::person_built{.email = "mina@city.example"}.put(db);
        jun = tests::person_built{.email = "jun@city.example"}.put(db);
        tests::put_in_office(db, clerk);
    }
    void as_office() { act_as(database_role::secretariat, clerk); }
    city_id add(const std::string& name, const std::string& country, workflow::person_id applicant) {
        act_as_owner();
        return tests::city_built{.name = name, .country = country, .applicant = applicant}.put(db);
    }
    std::vector<std::string> found(const std::string& text) {
        std::vector<std::string> names;
        for (const auto& one : store::search_cities(db, text, 20)) names.push_back(one.printed_name);
        return names;
    }

    workflow::edition_id edition{};
    workflow::person_id clerk{}, mina{}, jun{};
};

TEST_F(cities_store, E8_letters_of_every_alphabet_are_folded) {
    for (const auto& [one, other] :
         std::vector<std::pair<std::string, std::string>>{{"Đà Nẵng", "da nang"},
                                                          {"Łódź", "LODZ"},
                                                          {"Tromsø", "tromso"},
                                                          {"Iğdır", "IGDIR"},
                                                          {"Taipei  City", " taipei city "},
                                                          {"São-Paulo", "Sao Paulo"},
                                                          {"St. John’s", "St John's"},
                                                          {"서울특별시", "서울특별시"},
                                                          {"Ｔａｉｐｅｉ", "Taipei"}})
        EXPECT_EQ(db.value<std::string>("select folded_name(:text)", {{"text", one}}),
                  db.value<std::string>("select folded_name(:text)", {{"text", other}}))
            << one;
    EXPECT_NE(db.value<std::string>("select folded_name('서울특별시')"), "");
}

TEST_F(cities_store, E8_are_found_by_names_without_accents_and_by_their_other_names) {
    const auto nang = add("Đà Nẵng", "VN", mina);
    db.run("update city set other_names = array['Tourane'] where id = :id", {{"id", nang}});
    act_as(database_role::applicant, mina);
    for (const auto* text : {"Da Nang", "da nang", "ĐÀ", "tourane"})
        EXPECT_THAT(found(text), testing::ElementsAre("Đà Nẵng")) << text;
}

TEST_F(cities_store, E8_the_same_name_in_other_letters_is_refused_by_the_database) {
    add("Taipei City", "TW", mina);
    act_as(database_role::applicant, jun);
    EXPECT_TRUE(store::find_city_named(db, "taipei  city", "TW", {}));
    EXPECT_FALSE(store::find_city_named(db, "Taipei City", "KR", {}));
    try {
        store::propose_city(db, {"TAIPEI  CITY", "Taipei", "TW", "Taiwan", "", {}}, jun);
        FAIL() << "it was taken";
    } catch (const store::failure& refused) {
        EXPECT_EQ(refused.constraint(), "city_name_unique");
    }
}

TEST_F(cities_store, E8_nearly_the_same_names_are_hinted_at) {
    const auto taipei = add("Taipei City Government", "TW", mina), other = add("Taipei", "TW", jun);
    add("Tainan", "TW", jun);
    as_office();
    const auto alike = store::list_similar_cities(db, taipei);
    ASSERT_EQ(alike.size(), 1U);
    EXPECT_EQ(alike[0].id, other);
    EXPECT_EQ(store::list_similar_cities(db, {"City of Tainan"}, "TW").size(), 1U);
}

TEST_F(cities_store, E8_a_merged_city_gives_up_its_names_its_people_and_its_entries) {
    const auto kept = add("Taipei City", "TW", mina), old = add("Taipeh", "TW", jun);
    const auto entry = tests::entry_built{.edition = edition, .city = old, .by = jun}.put(db);
    as_office();
    store::merge_cities(db, old, kept);
    const auto city = store::load_city(db, kept);
    EXPECT_EQ(city.other_names, "Taipeh");
    EXPECT_THAT(found("taipeh"), testing::ElementsAre("Taipei City"));
    EXPECT_EQ(store::list_applicants(db, kept).size(), 2U);
    EXPECT_EQ(store::list_entries_of_city(db, edition, kept).at(0).id, entry);
    EXPECT_EQ(store::load_city(db, old).merged_into, kept);
    act_as(database_role::applicant, jun);
    EXPECT_EQ(store::list_my_cities(db, jun).at(0).id, kept);
}

TEST_F(cities_store, E1_a_merged_city_has_no_more_entries_than_one) {
    const auto kept = add("Taipei City", "TW", mina), old = add("Taipeh", "TW", jun);
    const auto put = [&](city_id city, workflow::person_id by, int place) {
        const auto entry = tests::entry_built{.edition = edition, .city = city, .by = by}.put(db);
        db.run("update entry set place = :place where id = :id", {{"id", entry}, {"place", place}});
    };
    put(kept, mina, 1);
    put(kept, mina, 2);
    put(old, jun, 1);
    as_office();
    EXPECT_EQ(store::find_exceeded_limit(db, old, kept), 2);
    EXPECT_THROW(store::merge_cities(db, old, kept), store::failure) << "by the database alone, too";
}

TEST_F(cities_store, E8_only_the_secretariat_merges) {
    const auto kept = add("Taipei City", "TW", mina), old = add("Taipeh", "TW", jun);
    act_as(database_role::applicant, jun);
    EXPECT_THROW(store::merge_cities(db, old, kept), store::failure);
    act_as(database_role::secretariat, jun);
    EXPECT_THROW(store::merge_cities(db, old, kept), store::failure) << "who is no member";
}

TEST_F(cities_store, E8_the_secretariat_decides_nothing_about_a_city_of_its_own) {
    const auto own = add("Taipei City", "TW", clerk);
    act_as_owner();
    db.run("update applicant set confirmed_at = null where person_id = :clerk", {{"clerk", clerk}});
    const auto city = std::to_string(workflow::value(own));
    for (const auto& act :
         {"update applicant set confirmed_at = now() where city_id = " + city,
          "insert into applicant (city_id, person_id) values (" + city + ", " +
              std::to_string(workflow::value(mina)) + ")",
          "update city set region = 'x' where id = " + city,
          "insert into extension (edition_id, city_id, until, reason, granted_by) select id, " + city +
              ", now() + interval '1 day', 'x', acting_person() from edition"}) {
        as_office();
        EXPECT_THROW(db.run(act), store::failure) << act;
    }
}

}  // namespace
