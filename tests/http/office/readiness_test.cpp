// What a person decides before the clock and the public see it: that an edition is ready, and which of two
// running editions the home page shows.
#include "tests/http/jobs/ground.hpp"

namespace {

using readiness = tests::clock_test;

TEST_F(readiness, T6_the_clock_opens_no_call_before_somebody_said_that_it_is_ready) {
    lay_call(workflow::edition_state::planned, -1, 90);
    service_.run("update edition set ready_at = null");
    clock_.tick();
    EXPECT_EQ(in_state(), "planned");
    EXPECT_TRUE(office.get("/office/2014").says("Nobody has said that the edition is ready"));
    ASSERT_EQ(office.post("/office/2014/ready", {{"ready", "yes"}}).status, 303);
    EXPECT_TRUE(office.get("/office/2014").says("Somebody has said that the edition is ready"));
    ASSERT_EQ(office.post("/office/2014/ready", {{"ready", "no"}}).status, 303);
    clock_.tick();
    EXPECT_EQ(in_state(), "planned");
    office.post("/office/2014/ready", {{"ready", "yes"}});
    clock_.tick();
    EXPECT_EQ(in_state(), "open");
}

TEST_F(readiness, T6_what_is_not_set_up_is_not_ready_and_a_change_takes_it_back) {
    lay_call(workflow::edition_state::planned, 30, 90);
    service_.run("update edition set ready_at = null");
    service_.run("delete from category");
    const auto refused = office.post("/office/2014/ready", {{"ready", "yes"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("The edition has no category yet")) << refused.text();
    const auto shown = office.get("/office/2014/set-up/categories");
    const auto save = [&](const std::string& name) {
        return office.post("/office/2014/set-up/categories",
                           {{"version", office.get("/office/2014/set-up/categories").value_of("version")},
                            {"key_1", "services"},
                            {"name_1", name},
                            {"description_1", ""}});
    };
    ASSERT_EQ(save("Services").status, 303) << shown.text();
    ASSERT_EQ(office.post("/office/2014/ready", {{"ready", "yes"}}).status, 303);
    ASSERT_EQ(save("Public services").status, 303);
    EXPECT_EQ(count("select count(*) from edition where ready_at is not null"), 0);
}

TEST_F(readiness, which_of_two_running_editions_the_home_page_shows_a_person_decides) {
    lay_edition(2013);
    lay_call(workflow::edition_state::open, -90, 90);
    lay_edition(2014);
    lay_call(workflow::edition_state::open, -90, 90);
    service_.run("update edition set name = 'The one of ' || slug");
    tests::browser reader(service_);
    EXPECT_TRUE(reader.get("/").says("The one of 2014"));
    EXPECT_FALSE(office.get("/office/2014").says("Show this edition instead"));
    EXPECT_TRUE(office.get("/office/2013").says("It shows The one of 2014 now"));
    ASSERT_EQ(office.post("/office/2013/front-page").status, 303);
    EXPECT_TRUE(reader.get("/").says("The one of 2013"));
    service_.with_database([&](store::database& db) {
        tests::bring(db, *store::find_edition(db, "2013"), workflow::edition_state::archived);
    });
    EXPECT_EQ(service_.with_database([](store::database& db) { return *store::find_current_edition(db); }),
              edition_);
}

}  // namespace
