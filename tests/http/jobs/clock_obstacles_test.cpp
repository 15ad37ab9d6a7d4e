// What stands in the clock's way: a guard's "no" is shown to the secretariat for as long as it holds, and an
// edition that cannot be moved at all does not stop the others.
#include "tests/http/jobs/ground.hpp"

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using clock_obstacles = tests::clock_test;

constexpr auto no_category =
    "The clock could not make the move “Open the call”: The edition has no category yet.";

TEST_F(clock_obstacles, are_shown_on_the_overview_as_long_as_the_guard_refuses) {
    lay_call(workflow::edition_state::planned, -1, 90);
    service_.run("delete from category");
    clock_.tick();
    EXPECT_EQ(in_state(), "planned");
    EXPECT_THAT(clock_.moved, IsEmpty());
    EXPECT_THAT(clock_.failures, IsEmpty());
    EXPECT_EQ(events("open_call"), 0);
    EXPECT_EQ(clock_.public_changes, 0);
    const auto overview = office.get("/office/2014");
    EXPECT_TRUE(overview.says(no_category)) << overview.text();

    service_.run(
        "insert into category (edition_id, key, name, position) values (:id, 'services', 'Services', 1)",
        {{"id", edition_}});
    EXPECT_FALSE(office.get("/office/2014").says("The clock could not"));
    clock_.tick();
    EXPECT_EQ(in_state(), "open");
    EXPECT_FALSE(office.get("/office/2014").says("the clock"));
}

TEST_F(clock_obstacles, are_not_shown_before_the_move_is_due) {
    lay_call(workflow::edition_state::planned, 30, 90);
    service_.run("delete from category");
    EXPECT_FALSE(office.get("/office/2014").says("The clock"));
}

TEST_F(clock_obstacles, of_one_edition_do_not_stop_the_next) {
    lay_edition(2013);
    // Nobody ratified anything: there is no slate to announce.
    service_.run("update edition set state = 'decided', announce_at = now() - interval '1 minute'");
    lay_edition(2014);
    lay_call(workflow::edition_state::planned, -1, 90);
    clock_.tick();
    EXPECT_THAT(clock_.failures, ElementsAre(testing::StartsWith("clock 2013 announce: ")));
    EXPECT_THAT(clock_.moved, ElementsAre("2014 open_call"));
    EXPECT_EQ(clock_.public_changes, 1);
    EXPECT_EQ(service_.value<std::string>("select string_agg(state, ' ' order by slug) from edition"),
              "decided open");
}

}  // namespace
