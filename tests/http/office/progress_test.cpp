// Assignment and progress through the whole service, without a score before the close (J3, J5).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using testing::HasSubstr;

TEST_F(office_pages, J3_the_assignment_has_a_minimum_takes_changes_by_hand_and_explains_gaps) {
    lay();
    const auto kim = add_judge("Kim", "KR"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "FR");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    ASSERT_EQ(office.post("/office/2014/judging/assign").status, 303);
    const auto page = office.get("/office/2014/judging");
    EXPECT_TRUE(page.says("Seed of the assignment")) << page.text();
    EXPECT_FALSE(page.says("below the minimum"));
    EXPECT_EQ(state_of(kim, seoul), "none");
    const auto pairs = "/office/2014/judging/entries/" + number(paris);
    EXPECT_TRUE(office.get(pairs).says("Every judge")) << office.get(pairs).text();
    const auto card = card_of(ann, paris);
    ASSERT_EQ(
        office.post("/office/2014/scorecards/" + card, {{"action", "remove"}, {"reason_" + card, ""}}).status,
        303);
    EXPECT_EQ(state_of(ann, paris), "none");
    EXPECT_EQ(office.post(pairs, {{"add_judge", ""}}).status, 422);
    ASSERT_EQ(office.post(pairs, {{"add_judge", number(ann.id)}}).status, 303);
    EXPECT_TRUE(office.get(pairs).says("Assigned by hand"));
    const auto again = card_of(ann, paris);
    EXPECT_EQ(office.post("/office/2014/scorecards/" + again, {{"action", "excuse"}, {"reason_" + again, ""}})
                  .status,
              422);
    auto excuse = fields{{"action", "excuse"}, {"reason_" + again, "On leave"}};
    const auto asked = office.post("/office/2014/scorecards/" + again, excuse);
    EXPECT_TRUE(asked.says("Excuse Ann from this entry?")) << asked.text();
    EXPECT_EQ(state_of(ann, paris), "assigned") << "a slip of the hand changes nothing";
    excuse.push_back({"confirmed", "yes"});
    ASSERT_EQ(office.post("/office/2014/scorecards/" + again, excuse).status, 303);
    const auto gap = office.get("/office/2014/judging");
    EXPECT_TRUE(gap.says("which is below the minimum")) << gap.text();
    EXPECT_EQ(move("start_judging").status, 409);
    EXPECT_EQ(in_state(), "screening");
    static_cast<void>(eva);
}

class office_before_the_close : public office_pages {
protected:
    // Canaries off the scale, as a judge's submitted scorecard holds its scores.
    void gives(const judge& who, workflow::entry_id entry, int score) {
        const auto card = std::stoll(card_of(who, entry));
        service_.run(
            "insert into score (scorecard_id, edition_id, criterion, value, reason) values (:card, :edition, "
            "'impact', :score, 'canary reason')",
            {{"card", card}, {"edition", edition_}, {"score", score}});
        service_.run(
            "insert into scorecard_comment (scorecard_id, edition_id, reader, body) values (:card, :edition, "
            "'panel', 'canary comment')",
            {{"card", card}, {"edition", edition_}});
        service_.with_database([&](store::database& db) {
            bring(db, workflow::id_from<workflow::scorecard_id>(card), workflow::scorecard_state::submitted);
        });
    }
    std::vector<std::string> pages_about(const judge& kim, workflow::entry_id seoul, workflow::entry_id paris,
                                         const std::string& card) {
        return {"/office",
                "/office/2014",
                "/office/2014/entries",
                "/office/2014/entries.csv",
                entry(seoul),
                entry(paris),
                "/office/2014/judging",
                "/office/2014/judging/entries/" + number(seoul),
                "/office/2014/judging/shortlist",
                "/office/2014/conflicts",
                "/office/2014/panel",
                "/office/2014/panel/" + number(kim.id),
                "/office/2014/panel/" + number(kim.id) + "/leave",
                "/office/2014/letters",
                "/office/2014/log",
                "/office/2014/log?subject=scorecard",
                "/office/2014/tally",
                "/office/2014/tally/entries/" + number(seoul),
                "/office/2014/tally/scorecards/" + card,
                "/office/2014/slate",
                "/office/2014/decisions",
                "/office/2014/ratify",
                "/office/2014/results.csv",
                "/office/2014/stage-list.csv",
                "/office/2014/set-up",
                "/office/2014/extensions",
                "/editions/2014",
                "/editions/2014/winners"};
    }
};

TEST_F(office_before_the_close, J5_no_score_average_or_order_leaves_the_office_before_judging_is_closed) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    gives(kim, seoul, 27183), gives(ann, seoul, 31415), gives(kim, paris, 14142);
    const auto card = card_of(kim, seoul);
    std::string seen;
    for (const auto& url : pages_about(kim, seoul, paris, card)) {
        const auto answer = office.get(url);
        EXPECT_NE(answer.status, 500) << url;
        seen += "\n" + url + "\n" + answer.text() + answer.body;
    }
    // The scores, their means by entry and by judge, and what was written with them.
    for (const auto* canary : {"27183", "31415", "14142", "29299", "20662", "canary"}) {
        const auto at = seen.find(canary);
        EXPECT_EQ(at, std::string::npos)
            << seen.substr(at == std::string::npos ? 0 : at - std::min<std::size_t>(at, 200), 300);
    }
    EXPECT_THAT(office.get("/office/2014/judging").text(), HasSubstr("3 of 4 scorecards submitted"));
    gives(ann, paris, 16180);
    ASSERT_EQ(move("close_judging").status, 303);
    EXPECT_TRUE(office.get("/office/2014/tally/entries/" + number(seoul)).says("27183"))
        << "and the canaries can be found";
}

}  // namespace
}  // namespace tests
