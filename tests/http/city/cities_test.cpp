// Finding one's city, proposing one, and who may act for it.

#include "tests/http/city/ground.hpp"
#include "tests/support/builders.hpp"

namespace {

class cities : public tests::city_test {
protected:
    tests::browser other{service_};
    workflow::person_id jun = service_.add_person("Jun");
    std::string here = "/my/cities/" + std::to_string(workflow::value(seoul));
    cities() { other.sign_in_as(jun); }
};

TEST_F(cities, are_found_by_name_and_country) {
    EXPECT_TRUE(other.get("/my").says("Find your city"));
    EXPECT_TRUE(other.get("/my/cities?q=seoul").says("Seoul"));
    EXPECT_TRUE(other.get("/my/cities?q=Korea").says("Seoul"));
    EXPECT_TRUE(other.get("/my/cities?q=Atlantis").says("No city of this name is known"));
}

TEST_F(cities, E8_let_a_second_applicant_wait_for_the_first) {
    EXPECT_EQ(other.post(here + "/join").status, 303);
    EXPECT_EQ(other.get(here).status, 404);
    EXPECT_TRUE(other.get("/my").says("Waiting to be confirmed"));
    EXPECT_EQ(other
                  .post("/my/editions/2014/entries", {{"city", std::to_string(workflow::value(seoul))},
                                                      {"title", "A"},
                                                      {"category", "services"}})
                  .status,
              422);
    const auto person = here + "/people/" + std::to_string(workflow::value(jun));
    EXPECT_EQ(other.post(person + "/confirm").status, 404);
    EXPECT_TRUE(city.get(here).says("Jun"));
    EXPECT_EQ(city.post(person + "/confirm").status, 303);
    EXPECT_EQ(other.get(here).status, 200);
}

TEST_F(cities, E8_can_be_proposed_and_wait_for_the_secretariat) {
    const tests::fields said{{"official_name", "Ville de Nouméa"},
                             {"printed_name", "Nouméa"},
                             {"country", "NC"},
                             {"printed_country", ""},
                             {"region", ""},
                             {"parent", ""}};
    EXPECT_EQ(other.post("/my/cities", said).status, 303);
    EXPECT_TRUE(other.get("/my").says("Nouméa"));
    EXPECT_EQ(service_.value<std::string>(
                  "select country || printed_country from city where printed_name = 'Nouméa'"),
              "NCNew Caledonia");
    EXPECT_TRUE(other.get("/my").says("Waiting to be confirmed"));
    EXPECT_FALSE(other.get("/my").has("a[href='/my/editions/2014/entries/new']"));
}

TEST_F(cities, E8_are_found_by_countries_in_their_own_language) {
    service_.with_database([](store::database& db) {
        tests::city_built{.name = "İzmir", .country = "TR", .printed_country = "Türkiye"}.put(db);
        tests::city_built{.name = "San José", .country = "CR", .printed_country = "Costa Rica"}.put(db);
    });
    for (const auto* text : {"izmir", "Turkiye", "T%C3%BCrkiye", "turkey"})
        EXPECT_TRUE(other.get("/my/cities?q=" + std::string(text)).says("İzmir")) << text;
    EXPECT_TRUE(other.get("/my/cities?q=san+jose").says("San José"));
}

TEST_F(cities, keep_what_was_typed_when_a_proposal_is_wrong) {
    const auto answer = other.post("/my/cities", {{"official_name", ""},
                                                  {"printed_name", "Nouméa"},
                                                  {"country", "N1"},
                                                  {"printed_country", "New Caledonia"},
                                                  {"region", ""},
                                                  {"parent", "Nowhere"}});
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.value_of("printed_name"), "Nouméa");
    for (const auto* field : {"#official_name", "#country", "#parent"})
        EXPECT_TRUE(answer.has(field)) << field;
}

}  // namespace
