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
    EXPECT_TRUE(judge.post("/my/cities/" + city + "/join").says("Only the secretariat can put you back"));
    EXPECT_EQ(conflicts(kim, seoul), 0) << "asked about first";
    ASSERT_EQ(judge.post("/my/cities/" + city + "/join", {{"confirmed", "yes"}}).status, 303);
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

TEST_F(office_conflicts, J1_a_judge_in_doubt_or_without_the_terms_reads_and_writes_nothing) {
    lay();
    const auto kim = add_judge("Kim", "CA");
    add_judge("Ann", "CA"), add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    browser judge(service_);
    judge.sign_in_as(kim.person);
    declare(judge, kim);
    const auto sheet = "/judging/scorecards/" + card_of(kim, seoul);
    const auto save = [&] {
        return judge.post(
            sheet + "/save",
            {{"field", "score.impact"}, {"value", "4"}, {"version", "1"}, {"key", "save-of-a-score"}});
    };
    const auto is_shut = [&](const std::string& why) {
        EXPECT_NE(judge.get(sheet).status, 200) << why;
        EXPECT_FALSE(judge.get("/judging/2014").has("Project of Seoul")) << why;
        EXPECT_GE(save().status, 400) << why;
        EXPECT_EQ(count("select count(*) from score"), 0) << why;
    };
    EXPECT_EQ(judge.get(sheet).status, 200);
    ASSERT_EQ(office.post(panel(kim, "/identity"), {{"verified", "no"}}).status, 303);
    is_shut("the identity is in doubt");
    ASSERT_EQ(office.post(panel(kim, "/identity"), {{"verified", "yes"}}).status, 303);
    EXPECT_EQ(judge.get(sheet).status, 200);
    service_.run("update judge set terms_accepted_at = null where id = :id", {{"id", kim.id}});
    is_shut("the terms are not accepted");
}

class putting_back : public office_conflicts {
protected:
    void SetUp() override {
        lay();
        kim = add_judge("Kim", "CA");
        add_judge("Ann", "CA"), add_judge("Eva", "CA");
        seoul = add_entry("Seoul", "KR");
        start_judging();
        card = card_of(kim, seoul);
        client.sign_in_as(kim.person);
        declare(client, kim);
        service_.run(
            "insert into score (scorecard_id, edition_id, criterion, value) "
            "values (cast(:card as bigint), :edition, 'impact', 4)",
            {{"card", card}, {"edition", edition_}});
        service_.with_database([&](store::database& db) {
            bring(db, workflow::id_from<workflow::scorecard_id>(std::stoll(card)),
                  workflow::scorecard_state::submitted);
        });
    }
    page act(const std::string& action, const std::string& reason) {
        return office.post("/office/2014/scorecards/" + card,
                           {{"action", action}, {"reason_" + card, reason}});
    }
    bool sees_the_entry() { return client.get("/judging/2014").has("Project of Seoul"); }

    judge kim;
    workflow::entry_id seoul{};
    std::string card;
    browser client{service_};
};

TEST_F(putting_back, J11_a_judge_recused_by_mistake_goes_on_with_the_scores) {
    ASSERT_EQ(act("recuse", "The wrong row").status, 303);
    EXPECT_FALSE(sees_the_entry());
    EXPECT_TRUE(
        office.get("/office/2014/judging/entries/" + number(seoul)).says("Put back (it was a mistake)"));
    EXPECT_EQ(act("put_back", "").status, 422) << "a reason is wanted";
    ASSERT_EQ(act("put_back", "It was another judge").status, 303);
    EXPECT_EQ(state_of(kim, seoul), "in_progress");
    EXPECT_TRUE(sees_the_entry());
    EXPECT_EQ(
        service_.value<int>("select value from score where scorecard_id = cast(:c as bigint)", {{"c", card}}),
        4);
    EXPECT_EQ(letters("scorecard_put_back", "kim@example.org"), 1);
    EXPECT_TRUE(office.get("/office/2014/conflicts").says("It was another judge")) << "it stays on record";
    ASSERT_EQ(act("recuse", "A former colleague after all").status, 303);
    EXPECT_FALSE(sees_the_entry()) << "J12: the second time bars again";
}

TEST_F(putting_back, J11_nobody_comes_back_against_another_conflict_or_after_the_close) {
    ASSERT_EQ(act("recuse", "The wrong row").status, 303);
    office.post("/office/2014/conflicts/challenge",
                {{"judge", number(kim.id)}, {"entry", number(seoul)}, {"reason", "A partner"}});
    const auto refused = act("put_back", "It was another judge");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("Another conflict of interest bars this judge")) << refused.text();
    EXPECT_EQ(state_of(kim, seoul), "recused");
    EXPECT_FALSE(sees_the_entry());
    service_.run("update round set closed_at = clock_timestamp()");
    EXPECT_EQ(act("put_back", "It was another judge").status, 409);
}

}  // namespace
}  // namespace tests
