// E8: claims of cities, as the secretariat and the people see them, and cities that are one.
#include "server/store/cities.hpp"
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using workflow::city_id;

class office_cities : public office_test {
protected:
    office_cities() {
        lay();
        taipei_ = city("Taipei City", "TW");
        lena.sign_in_as(service_.add_person("Lena"));
    }

    city_id city(const std::string& name, const std::string& country,
                 std::optional<workflow::person_id> applicant = {}) {
        city_id id{};
        service_.with_database([&](store::database& db) {
            id = city_built{.name = name, .country = country, .applicant = applicant}.put(db);
        });
        return id;
    }
    workflow::person_id person(const std::string& email) {
        return service_.value<workflow::person_id>("select id from person where email = '" + email + "'");
    }
    static std::string page_of(city_id id) { return "/office/2014/cities/" + number(id); }
    page settle(const std::string& email, const std::string& act, const std::string& reason = "") {
        const auto who = number(person(email));
        return office.post(page_of(taipei_) + "/people/" + who,
                           {{"act", act}, {"reason_" + number(taipei_) + "_" + who, reason}});
    }
    static std::string join(city_id id) { return "/my/cities/" + number(id) + "/join"; }
    page name_person(const std::string& name, const std::string& email) {
        return office.post(page_of(taipei_) + "/people", {{"name", name}, {"email", email}});
    }

    city_id taipei_{};
    browser lena{service_};
};

TEST_F(office_cities, E8_the_first_person_of_a_city_waits_for_the_secretariat) {
    EXPECT_TRUE(lena.follow(lena.post(join(taipei_))).says("you hear of it by letter"));
    EXPECT_EQ(lena.get("/my/cities/" + number(taipei_)).status, 404);
    EXPECT_TRUE(lena.get("/my").says("Your city is not confirmed yet"));
    EXPECT_FALSE(lena.get("/my").says("say for which city you write"));
    const auto told = service_.letters_to("mina@example.org");
    ASSERT_FALSE(told.empty()) << "who decides";
    EXPECT_THAT(told.back().content, testing::HasSubstr("/cities/" + number(taipei_)));
    EXPECT_TRUE(office.get("/office/2014").says("One person waits to write for a city"));
    EXPECT_TRUE(office.get("/office/2014/cities").says("Lena for Taipei City"));
    EXPECT_EQ(settle("lena@example.org", "confirm").status, 303);
    EXPECT_EQ(service_.letters_to("lena@example.org").back().occasion, "claim_confirmed");
    EXPECT_EQ(lena.get("/my/cities/" + number(taipei_)).status, 200);
    EXPECT_EQ(settle("lena@example.org", "confirm").status, 409) << "once";
    EXPECT_TRUE(office.get("/office/2014/cities").says("Nobody waits."));
}

TEST_F(office_cities, E8_who_waits_for_two_cities_is_answered_for_each) {
    const auto other = city("Keelung", "TW");
    for (const auto each : {taipei_, other}) lena.post(join(each));
    const auto page = office.get("/office/2014/cities");
    for (const auto each : {taipei_, other})
        EXPECT_TRUE(page.has("reason_" + number(each) + "_" + number(person("lena@example.org"))))
            << page.body;
}

TEST_F(office_cities, E8_who_is_turned_down_reads_why) {
    lena.post(join(taipei_));
    EXPECT_EQ(settle("lena@example.org", "turn_down").status, 422);
    EXPECT_EQ(settle("lena@example.org", "turn_down", "Not of the city").status, 303);
    const auto letter = service_.letters_to("lena@example.org").back();
    EXPECT_EQ(letter.occasion, "claim_ended");
    EXPECT_THAT(letter.content, testing::HasSubstr("Not of the city"));
    EXPECT_FALSE(lena.get("/my").says("Waiting to be confirmed"));
}

TEST_F(office_cities, E8_a_later_person_is_told_of_to_the_people_of_the_city) {
    lena.post(join(taipei_));
    settle("lena@example.org", "confirm");
    browser omar(service_);
    omar.sign_in_as(service_.add_person("Omar"));
    omar.post(join(taipei_));
    const auto letter = service_.letters_to("lena@example.org").back();
    EXPECT_EQ(letter.occasion, "claim_waits");
    EXPECT_THAT(letter.content, testing::HasSubstr("omar@example.org"));
    const auto his = "/my/cities/" + number(taipei_) + "/people/" + number(person("omar@example.org"));
    EXPECT_EQ(lena.post(his + "/confirm").status, 303);
    EXPECT_EQ(service_.letters_to("omar@example.org").back().occasion, "claim_confirmed");
}

TEST_F(office_cities, T5_the_end_of_a_right_signs_out_at_once) {
    lena.post(join(taipei_));
    settle("lena@example.org", "confirm");
    service_.run("update session set second_factor_at = clock_timestamp() - interval '6 minutes'");
    EXPECT_EQ(settle("lena@example.org", "end", "Has left the city").status, 403) << "a proof of presence";
    service_.run("update session set second_factor_at = clock_timestamp()");
    EXPECT_EQ(settle("lena@example.org", "end", "Has left the city").status, 303);
    EXPECT_EQ(lena.get("/my").status, 401);
    EXPECT_THAT(service_.letters_to("lena@example.org").back().content,
                testing::HasSubstr("Has left the city"));
}

TEST_F(office_cities, E8_the_secretariat_gives_a_city_another_person) {
    EXPECT_EQ(name_person("", "x").status, 422);
    EXPECT_EQ(name_person("Lin", "lin@taipei.example").status, 303);
    const auto link = service_.letters_to("lin@taipei.example").back().link();
    browser lin(service_);
    EXPECT_TRUE(lin.get(link).says("somebody who writes for Taipei City"));
    EXPECT_EQ(
        lin.post(link, {{"answer", "accept"}, {"name", "Lin"}, {"password", service::good_password}}).status,
        303);
    EXPECT_TRUE(office.get(page_of(taipei_)).says("lin@taipei.example"));
    EXPECT_EQ(name_person("Lena", "lena@example.org").status, 303);
    EXPECT_EQ(lena.get("/my/cities/" + number(taipei_)).status, 200) << "who has an account, at once";
    EXPECT_EQ(name_person("Lena", "lena@example.org").status, 409) << "and only once";
}

TEST_F(office_cities, E8_who_was_named_for_a_city_may_decline) {
    name_person("Lin", "lin@taipei.example");
    const auto link = service_.letters_to("lin@taipei.example").back().link();
    EXPECT_EQ(browser(service_).post(link, {{"answer", "decline"}}).status, 303);
    EXPECT_FALSE(office.get(page_of(taipei_)).says("lin@taipei.example"));
}

TEST_F(office_cities, E8_cities_that_are_one_are_merged_with_all_that_hangs_on_them) {
    const auto old = city("Taipeh", "TW", person("lena@example.org"));
    EXPECT_TRUE(office.get(page_of(old) + "?with=taipei").says("Taipei City, Taiwan"));
    EXPECT_EQ(office.post(page_of(old) + "/merge", {{"into", ""}}).status, 422);
    EXPECT_TRUE(
        office.post(page_of(old) + "/merge", {{"into", number(taipei_)}}).says("It cannot be undone"));
    EXPECT_EQ(office.get(page_of(old)).status, 200) << "asked about first";
    const auto merged =
        office.post(page_of(old) + "/merge", {{"into", number(taipei_)}, {"confirmed", "yes"}});
    EXPECT_EQ(merged.location(), page_of(taipei_));
    EXPECT_EQ(service_.letters_to("lena@example.org").back().occasion, "cities_merged");
    EXPECT_EQ(office.get(page_of(old)).location(), page_of(taipei_));
    EXPECT_EQ(office.post(page_of(old) + "/merge", {{"into", number(taipei_)}, {"confirmed", "yes"}}).status,
              409);
    EXPECT_EQ(lena.get("/my/cities/" + number(taipei_)).status, 200);
    EXPECT_TRUE(lena.get("/my/cities?q=taipeh").says("Taipei City"));
}

TEST_F(office_cities, E8_names_are_corrected_and_the_city_is_found_by_the_others) {
    const fields said{{"version", "1"},
                      {"official_name", "Taipei City"},
                      {"printed_name", "Taipei"},
                      {"country", "TW"},
                      {"printed_country", "Chinese Taipei"},
                      {"region", ""},
                      {"other_names", "Taihoku\r\nTaipeh"}};
    EXPECT_EQ(office.post(page_of(taipei_), said).status, 303);
    auto late = said;
    late[2].second = "Taypei";
    EXPECT_EQ(office.post(page_of(taipei_), late).status, 409) << "somebody saved in between";
    EXPECT_TRUE(lena.get("/my/cities?q=taihoku").says("Chinese Taipei"));
    auto nameless = said;
    nameless[1].second = "";
    EXPECT_EQ(office.post(page_of(taipei_), nameless).status, 422);
}

TEST_F(office_cities, E8_nobody_of_the_secretariat_decides_about_a_city_of_their_own) {
    service_.run("insert into applicant (city_id, person_id) select " + number(taipei_) +
                 ", id from person where email = 'mina@example.org'");
    EXPECT_TRUE(office.get("/office/2014/panel").says("Taipei City")) << "it is shown who belongs to a city";
    EXPECT_EQ(settle("mina@example.org", "confirm").status, 409);
    EXPECT_EQ(office.post(page_of(taipei_) + "/approval").status, 409);
    EXPECT_EQ(name_person("Lin", "lin@taipei.example").status, 409);
    EXPECT_EQ(
        office
            .post(page_of(city("Taipeh", "TW")) + "/merge", {{"into", number(taipei_)}, {"confirmed", "yes"}})
            .status,
        409);
}

TEST_F(office_cities, E8_a_proposal_that_is_known_joins_and_one_that_is_alike_is_asked_about) {
    fields said{{"official_name", "TAIPEI  city"},
                {"printed_name", "Taipei"},
                {"country", "TW"},
                {"printed_country", ""},
                {"region", ""},
                {"parent", ""}};
    EXPECT_TRUE(lena.follow(lena.post("/my/cities", said)).says("This city is in the list already"));
    EXPECT_EQ(service_.value<std::int64_t>("select count(*) from city where country = 'TW'"), 1);
    said[0].second = "Taipei Metropolitan Government";
    const auto asked = lena.post("/my/cities", said);
    EXPECT_EQ(asked.status, 422);
    EXPECT_TRUE(asked.says("Is it one of these?"));
    said.push_back({"is_another", "yes"});
    EXPECT_EQ(lena.post("/my/cities", said).status, 303);
    EXPECT_TRUE(office.get("/office/2014/cities").says("Perhaps: look before you approve"));
}

}  // namespace
}  // namespace tests
