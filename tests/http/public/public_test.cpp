// The public's pages through the whole service: P3 before the announcement, the check of a certificate, bad
// input.
#include "tests/support/builders.hpp"
#include "tests/support/service.hpp"

#include <gmock/gmock.h>

using tests::browser;
using tests::service;
using workflow::edition_state;

namespace {

// `key` is its word in addresses.
void lay_edition(service& on, const std::string& key, edition_state state) {
    tests::edition_built made{.state = state};
    made.edition.key = key;
    on.with_database([&](store::database& db) { made.put(db); });
}

void lay_prize(service& on, const std::string& key, const std::string& city, bool withheld = false,
               const std::string& state = "given") {
    on.run(
        R"(insert into prize (edition_id, category_id, tier_id, place, printed_city, title, withheld, state, changed_at)
              select e.id, c.id, t.id, 1, :city, 'A project', :withheld, :state, '2026-06-01'
              from edition e join category c on c.edition_id = e.id join tier t on t.edition_id = e.id and t.key = 'best'
              where e.slug = :key)",
        {{"key", key}, {"city", city}, {"withheld", withheld}, {"state", state}});
}

}  // namespace

TEST(public_pages, P3_the_winners_page_is_the_same_with_and_without_a_result) {
    service with, without;
    tests::edition_built decided{.state = edition_state::decided};
    with.with_database([&](store::database& db) { decided.date(db.now()); });
    for (auto* one : {&with, &without}) one->with_database([&](store::database& db) { decided.put(db); });
    lay_prize(with, "2014", "Taipei");
    browser here(with), there(without);
    for (const auto* path :
         {"/", "/editions", "/editions/2014", "/editions/2014/winners", "/winners", "/sitemap.xml"}) {
        const auto one = here.get(path), other = there.get(path);
        EXPECT_EQ(one.status, 200) << path;
        EXPECT_EQ(one.body, other.body) << path;
    }
}

TEST(public_pages, P2_show_shared_withheld_and_revoked_prizes) {
    service on;
    for (const auto* key : {"2012", "2013", "2014"}) lay_edition(on, key, edition_state::announced);
    lay_prize(on, "2012", "Taipei"), lay_prize(on, "2012", "Songpa");
    lay_prize(on, "2013", "", true);
    lay_prize(on, "2014", "Baku", false, "revoked");
    browser reader(on);
    EXPECT_THAT(reader.get("/editions/2012/winners").text(), testing::HasSubstr("Shared prize"));
    EXPECT_THAT(reader.get("/editions/2013/winners").text(), testing::HasSubstr("This prize was not given."));
    EXPECT_THAT(reader.get("/editions/2014/winners").text(), testing::HasSubstr("Revoked on 2026-06-01"));
}

TEST(public_pages, the_call_tells_its_questions_and_criteria) {
    service on;
    lay_edition(on, "2014", edition_state::open);
    browser reader(on);
    EXPECT_THAT(reader.get("/").text(), testing::HasSubstr("Impact"));
    EXPECT_THAT(reader.get("/").text(), testing::HasSubstr("A city may enter up to 2 projects"));
    EXPECT_THAT(reader.get("/editions/2014/questions").text(), testing::HasSubstr("Sum the project up"));
}

TEST(public_pages, the_check_of_a_certificate_answers_bad_input_beside_the_field) {
    service on;
    browser reader(on);
    EXPECT_EQ(reader.get("/certificates").status, 200);
    EXPECT_EQ(reader.get("/certificates?serial=").status, 422);
    const auto wrong = reader.get("/certificates?serial=%3Cb%3Enonsense");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_THAT(wrong.body, testing::HasSubstr("&lt;b&gt;nonsense"));
    EXPECT_EQ(reader.get("/verify/0000-0000-0000-0000-0000-0000-000").status, 404);
    EXPECT_EQ(reader.get("/certificates?name=x").status, 400);
}

TEST(public_pages, what_is_not_there_is_404) {
    service on;
    browser reader(on);
    for (const auto* path : {"/editions/1999", "/editions/1999/winners", "/cities/77"})
        EXPECT_EQ(reader.get(path).status, 404) << path;
}

TEST(public_pages, health_is_answered_without_the_database_and_readiness_is_not) {
    service cut_off(
        [](config::settings& settings) { settings.database.connection = "host=/nowhere dbname=x"; });
    browser reader(cut_off);
    const auto alive = reader.get("/healthz");
    EXPECT_EQ(alive.status, 200);
    EXPECT_EQ(alive.body, "alive\n");
    EXPECT_EQ(alive.header("cache-control"), "no-store");
    EXPECT_EQ(reader.get("/readyz").status, 503);
}

TEST(public_pages, are_found_and_passed_on_by_sitemap_summary_and_icon) {
    service on;
    lay_edition(on, "2013", edition_state::announced), lay_edition(on, "2014", edition_state::open);
    lay_edition(on, "2015", edition_state::planned);
    lay_prize(on, "2013", "Taipei");
    browser anybody(on);
    const auto map = anybody.get("/sitemap.xml");
    EXPECT_THAT(map.header("content-type"), testing::StartsWith("application/xml"));
    EXPECT_TRUE(map.has("<loc>http://awards.example/editions/2013/winners</loc>")) << map.body;
    EXPECT_TRUE(map.has("<loc>http://awards.example/editions/2014</loc>"));
    EXPECT_FALSE(map.has("editions/2014/winners"));
    EXPECT_FALSE(map.has("2015"));
    EXPECT_TRUE(anybody.get("/robots.txt").has("Sitemap: http://awards.example/sitemap.xml"));
    EXPECT_TRUE(anybody.get("/editions/2014")
                    .has("<link rel=\"canonical\" href=\"http://awards.example/editions/2014\">"));
    EXPECT_TRUE(anybody.get("/editions/2013/winners").has("<meta property=\"og:title\" content=\""));
    const auto icon = anybody.get("/favicon.ico").location();
    EXPECT_THAT(icon, testing::MatchesRegex("/assets/.*favicon.*\\.svg"));
}
