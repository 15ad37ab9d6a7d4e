// A further round through the pages, from the shortlist to the announcement (issue 2, point 6; 2014 had two
// rounds), and a judge's own certificate after it (P3).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

class two_rounds : public office_test {
protected:
    void play_the_first_round() {
        lay([](auto& edition, auto& rules) {
            edition.categories.resize(1);
            rules.rounds = {{"scoring", "Scoring", "scoring", 2}, {"finals", "Finals", "finals", {}}};
        });
        for (const auto* name : {"Kim", "Ann", "Eva"}) judges.push_back(add_judge(name, "CA"));
        int score = 9;
        for (const auto* city : {"Seoul", "Paris", "Lima", "Oslo"}) entries.push_back(add_entry(city, "FR"));
        start_judging();
        for (const auto entry : entries) {
            for (const auto& one : judges) score_one(one, entry, score);
            score -= 2;
        }
        ASSERT_EQ(move("close_judging").status, 303);
        ASSERT_EQ(office.post("/office/2014/tally", {{"cause", "The first round was closed"}}).status, 303);
    }
    fields shortlist(const std::vector<workflow::entry_id>& chosen,
                     const std::string& reason = "The best two") {
        fields form{{"reason", reason}, {"present", "Kim, Ann, Eva"}, {"recused", ""}};
        for (const auto entry : chosen) form.emplace_back("entry_" + number(entry), "yes");
        return form;
    }
    fields beyond_the_rules(const std::vector<workflow::entry_id>& chosen) {
        auto form = shortlist(chosen, "The third is as good");
        form.emplace_back("beyond", "yes");
        return form;
    }
    std::vector<judge> judges;
    std::vector<workflow::entry_id> entries;
};

TEST_F(two_rounds, P2_a_shortlist_is_chosen_beside_the_ranking_and_keeps_to_the_rules) {
    play_the_first_round();
    const std::string url = "/office/2014/judging/shortlist";
    const auto text = office.get(url).text();
    EXPECT_THAT(text, testing::ContainsRegex("1\\. .*Project of Seoul: 9\\.00"));
    EXPECT_LT(text.find("Project of Seoul"), text.find("Project of Paris")) << "in the order of the tally";
    EXPECT_LT(text.find("Project of Paris"), text.find("Project of Lima"));
    const auto too_many = office.post(url, shortlist({entries[0], entries[1], entries[2]}));
    EXPECT_EQ(too_many.status, 422);
    EXPECT_TRUE(too_many.says("The rules let 2 entries of a category go on.")) << too_many.text();
    ASSERT_EQ(office.post(url, beyond_the_rules({entries[0], entries[1], entries[2]})).status, 303);
    EXPECT_TRUE(office.get("/office/2014/decisions").says("More of a category than the rules say"));
    ASSERT_EQ(move("resume_judging").status, 303);
    const auto later = office.get(url);
    EXPECT_TRUE(later.says("Project of Lima")) << "it can be read afterwards";
    EXPECT_TRUE(later.says("More go on than the rules say, by this decision."));
    EXPECT_FALSE(later.says("Project of Oslo"));
}

TEST_F(two_rounds, P2_a_shortlist_is_taken_back_on_its_page_and_no_round_follows) {
    play_the_first_round();
    ASSERT_EQ(office.post("/office/2014/judging/shortlist", shortlist({entries[0]})).status, 303);
    const auto id =
        service_.value<std::string>("select cast(id as text) from decision where kind = 'shortlist'");
    const auto url = "/office/2014/decisions/" + id + "/take-back";
    EXPECT_TRUE(office.get(url).says("Project of Seoul"));
    EXPECT_EQ(office.post(url, {{"reason", ""}}).status, 422);
    ASSERT_EQ(office.post(url, {{"reason", "The wrong one was ticked"}}).status, 303);
    EXPECT_EQ(office.get(url).status, 404) << "once";
    const auto minutes = office.get("/office/2014/decisions");
    EXPECT_TRUE(minutes.says("A decision taken back"));
    EXPECT_TRUE(minutes.says("It was taken back and holds no longer."));
    EXPECT_EQ(move("resume_judging").status, 422);
}

TEST_F(two_rounds, the_finals_are_played_through_the_pages_and_decide) {
    play_the_first_round();
    EXPECT_EQ(move("resume_judging").status, 422) << "without a shortlist there is no further round";
    const auto page = office.get("/office/2014/judging/shortlist");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.says("Project of Seoul")) << page.text();
    EXPECT_EQ(office.post("/office/2014/judging/shortlist", shortlist({})).status, 422);
    const auto unreasoned = office.post("/office/2014/judging/shortlist", shortlist({entries[0]}, ""));
    EXPECT_EQ(unreasoned.status, 422);
    EXPECT_TRUE(unreasoned.says("Give the reason for the decision"));
    ASSERT_EQ(office.post("/office/2014/judging/shortlist", shortlist({entries[0], entries[1]})).status, 303);
    EXPECT_EQ(count("select count(*) from decision where kind = 'shortlist'"), 1);
    const auto resumed = move("resume_judging");
    ASSERT_EQ(resumed.status, 303) << resumed.text();
    EXPECT_EQ(in_state(), "judging");
    EXPECT_EQ(count("select count(*) from scorecard s join round r on r.id = s.round_id where r.number = 2"),
              6);
    EXPECT_EQ(count("select count(*) from letter where occasion = 'judging_open'"), 6) << "each judge twice";

    browser kim(service_);
    kim.sign_in_as(judges[0].person);
    const auto home = kim.get("/judging/2014");
    EXPECT_TRUE(home.says("Finals")) << home.text();
    EXPECT_TRUE(home.says("0 of 2 scorecards submitted")) << home.text();
    EXPECT_FALSE(office.get("/office/2014/judging").says("9.00"));
    // In the finals the order turns round.
    for (const auto& one : judges) score_one(one, entries[0], 5), score_one(one, entries[1], 8);
    const auto closed = move("close_judging");
    ASSERT_EQ(closed.status, 303) << closed.text();
    EXPECT_EQ(count("select count(*) from tally_run t join round r on r.id = t.round_id where r.number = 2"),
              1)
        << "closing judging runs the tally";
    const auto category = std::to_string(count("select category_id from entry limit 1"));
    EXPECT_FALSE(office.get("/office/2014/tally").says("What the last tally changed"))
        << "the round before judged others";
    const auto tally = office.get("/office/2014/tally?category=" + category).text();
    const auto order = tally.substr(std::min(tally.find("Order, exact value and spread"), tally.size()));
    EXPECT_LT(order.find("Project of Paris"), order.find("Project of Seoul")) << tally;
    EXPECT_EQ(order.find("Project of Lima"), order.npos) << "Lima is not in the finals: " << tally;
}

TEST_F(two_rounds, P3_the_finals_are_ratified_announced_and_every_judge_gets_a_certificate) {
    play_the_first_round();
    ASSERT_EQ(
        office.post("/office/2014/judging/shortlist", beyond_the_rules({entries[0], entries[1], entries[2]}))
            .status,
        303);
    ASSERT_EQ(move("resume_judging").status, 303);
    for (const auto& one : judges)
        score_one(one, entries[0], 5), score_one(one, entries[1], 8), score_one(one, entries[2], 3);
    ASSERT_EQ(move("close_judging").status, 303);
    ASSERT_EQ(office.post("/office/2014/tally", {{"cause", "The finals were closed"}}).status, 303);
    browser jun(service_), kim(service_), city(service_);
    jun.sign_in_as(jun_), kim.sign_in_as(judges[0].person), city.sign_in_as(applicant_of(entries[1]));
    ASSERT_EQ(office.post("/office/2014/slate").status, 303);
    const auto hash = office.get("/office/2014/ratify").value_of("hash");
    ASSERT_EQ(office.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    ASSERT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
    EXPECT_EQ(kim.get("/judging/2014/certificate").status, 404);
    EXPECT_FALSE(kim.get("/judging/2014").has("/judging/2014/certificate"));
    const tests::fields form{{"hash", hash}, {"typed_year", "2014"}};
    ASSERT_EQ(done_by_two(service_, jun, office, "/office/2014/announce", form).status, 303);
    EXPECT_TRUE(kim.get("/judging/2014").has("/judging/2014/certificate"));
    const auto certificate = kim.get("/judging/2014/certificate");
    EXPECT_EQ(certificate.status, 200);
    EXPECT_THAT(certificate.body, testing::StartsWith("%PDF"));
    EXPECT_THAT(certificate.header("content-disposition"), testing::StartsWith("attachment"));
    EXPECT_EQ(city.get("/judging/2014/certificate").status, 404);
    EXPECT_TRUE(browser(service_).get("/editions/2014/winners").has("Paris"));
    EXPECT_EQ(count("select count(*) from entry where state = 'not_awarded' and title = 'Project of Oslo'"),
              1)
        << "who was not in the finals is not awarded";
    EXPECT_EQ(count("select count(*) from certificate where kind = 'winner'"), 2);
    EXPECT_EQ(count("select count(*) from certificate where kind = 'finalist' and entry_id = :id",
                    {{"id", entries[2]}}),
              1);
    EXPECT_EQ(count("select count(*) from certificate where kind = 'participant' and entry_id = :id",
                    {{"id", entries[3]}}),
              1);
}

}  // namespace
}  // namespace tests
