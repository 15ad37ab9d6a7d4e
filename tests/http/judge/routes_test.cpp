// The same through the whole service: the routes, what they declare, the anti-forgery token, who may come in.
#include <gtest/gtest.h>

#include "tests/support/panel.hpp"
#include "tests/support/service.hpp"

namespace {

class judging_routes : public testing::Test {
protected:
    judging_routes() {
        on = service.with_database([](store::database& db) { return tests::lay_panel(db); });
        card = "/judging/scorecards/" + std::to_string(workflow::value(on.first.cards.at(on.open)));
        judge.sign_in_as(on.first.person);
    }
    tests::service service;
    tests::panel on;
    tests::browser judge{service};
    std::string card;
};

TEST_F(judging_routes, J4_a_judge_scores_confirms_and_submits_in_the_browser) {
    const auto home = judge.follow(judge.get("/judging"));
    EXPECT_EQ(home.status, 200);
    EXPECT_TRUE(home.says("0 of 1 scorecards submitted"));
    EXPECT_TRUE(judge.get(card).says("What it does"));
    EXPECT_FALSE(judge.get(card).says("Hidden Person")) << "what names a person is left out";
    const auto saved =
        judge.post(card, {{"version", "2"}, {"score.impact", "4"}, {"score.reach", "2"}, {"then", "check"}});
    EXPECT_EQ(saved.location(), card + "/confirm");
    const auto sheet = judge.follow(saved);
    const auto version = sheet.value_of("version");
    const auto submitted = judge.follow(judge.post(card + "/submit", {{"version", version}}));
    EXPECT_TRUE(submitted.says("Your scorecard has been submitted"));
    EXPECT_TRUE(submitted.says("1 of 1 scorecards submitted"));
}

TEST_F(judging_routes, J4_the_script_saves_one_field_and_is_told_the_version) {
    const tests::fields json{{"Accept", "application/json"}};
    const auto saved =
        judge.post(card + "/save", {{"field", "score.impact"}, {"value", "4"}, {"version", "2"}}, json);
    EXPECT_EQ(saved.status, 200);
    EXPECT_TRUE(saved.has(R"("version":3)"));
    EXPECT_EQ(judge.post(card + "/save", {{"field", "score.impact"}, {"value", "5"}, {"version", "2"}}, json)
                  .status,
              409);
}

TEST_F(judging_routes, what_a_route_does_not_declare_is_400_and_without_a_token_403) {
    EXPECT_EQ(judge.get("/judging/2014?judge=2").status, 400);
    EXPECT_EQ(judge.post(card + "/submit", {{"version", "2"}, {"as", "2"}}).status, 400);
    EXPECT_EQ(judge.post_bare(card + "/submit", {{"version", "2"}}).status, 403);
}

TEST_F(judging_routes, J1_without_the_second_factor_or_a_seat_there_is_nothing) {
    tests::browser half(service);
    half.sign_in_as(on.second.person, false);
    EXPECT_NE(half.get("/judging/2014").status, 200);
    tests::browser stranger(service);
    stranger.sign_in_as(service.add_person("Stranger"));
    EXPECT_EQ(stranger.get("/judging/2014").status, 404);
    EXPECT_EQ(stranger.get(card).status, 404);
}

TEST_F(judging_routes, J2_a_file_is_for_whom_no_conflict_bars) {
    service.with_database([&](store::database& db) {
        tests::fill_with_canary(db, on, on.barred);
        tests::fill_with_canary(db, on, on.open);
    });
    const auto file_of = [&](workflow::entry_id entry) {
        return "/judging/attachments/" +
               std::to_string(service.value<std::int64_t>("select id from attachment where entry_id = :entry",
                                                          {{"entry", entry}}));
    };
    const auto own = judge.get(file_of(on.open));
    EXPECT_EQ(own.status, 200);
    EXPECT_EQ(own.body, "canary");
    EXPECT_EQ(judge.get(file_of(on.barred)).status, 404);
}

}  // namespace
