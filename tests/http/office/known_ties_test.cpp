// J12 through the whole service: all that the database knows of a person counts, by whatever door it came in.
#include "server/store/cities.hpp"
#include "tests/http/office/conflicts_ground.hpp"

namespace tests {
namespace {

TEST_F(office_conflicts, J12_a_judge_who_joins_a_city_is_barred_from_its_entries_at_once) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    browser judge(service_);
    judge.sign_in_as(kim.person);
    const auto city = std::to_string(count("select city_id from entry where id = :id", {{"id", seoul}}));
    ASSERT_EQ(judge.post("/my/cities/" + city + "/join").status, 303);
    EXPECT_EQ(conflicts(kim, seoul), 1) << "to have asked is enough";
    EXPECT_EQ(conflicts(kim, paris), 0);
    EXPECT_EQ(state_of(kim, seoul), "recused");
    EXPECT_EQ(state_of(ann, seoul), "assigned");
    EXPECT_EQ(judge.get("/judging/scorecards/" + card_of(kim, seoul)).status, 404);
}

TEST_F(office_conflicts, J12_a_citys_applicant_who_becomes_a_judge_is_barred_from_its_entries) {
    lay();
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    const auto kim = add_judge("Kim", "CA");
    service_.with_database([&](store::database& db) {
        store::join_city(
            db, db.value<workflow::city_id>("select city_id from entry where id = :id", {{"id", seoul}}),
            kim.person);
        db.run("update entry set created_by = :kim where id = :paris",
               {{"kim", kim.person}, {"paris", paris}});
    });
    ASSERT_EQ(office.post(panel(kim), data_of(kim, "CA")).status, 303);
    EXPECT_EQ(conflicts(kim, seoul), 1);
    EXPECT_EQ(conflicts(kim, paris), 1) << "who began an entry took part in it";
    EXPECT_TRUE(office.get("/office/2014/conflicts").says("took part in the entry"));
}

TEST_F(office_conflicts, J12_a_judge_whom_the_secretariat_takes_off_for_a_conflict_is_barred) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    const auto card = card_of(kim, seoul);
    ASSERT_EQ(office
                  .post("/office/2014/scorecards/" + card,
                        {{"action", "recuse"}, {"reason_" + card, "A former colleague"}})
                  .status,
              303);
    EXPECT_EQ(state_of(kim, seoul), "recused");
    EXPECT_EQ(conflicts(kim, seoul), 1);
    EXPECT_TRUE(office.get("/office/2014/conflicts").says("A former colleague"));
    browser judge(service_);
    judge.sign_in_as(kim.person);
    EXPECT_FALSE(judge.get("/judging/2014").has("Project of Seoul"));
}

}  // namespace
}  // namespace tests
