// Who may judge what, through the whole service: conflicts worked out again on every change (J1), what a
// withdrawal does to scorecards, and that a barred entry shows in nothing (J2).
#include "tests/http/office/conflicts_ground.hpp"

namespace tests {
namespace {

TEST_F(office_conflicts, J1_a_submission_is_held_against_the_panel_at_once) {
    lay();
    const auto kim = add_judge("Kim", "KR"), ann = add_judge("Ann", "CA");
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::returned);
    const auto rules = workflow::default_rules();
    for (const auto& section : rules.form.sections)
        for (const auto& asked : section.questions)
            if (asked.required)
                service_.run(
                    "insert into answer (entry_id, edition_id, question, value) values (:entry, :edition, "
                    ":key, :value)",
                    {{"entry", seoul},
                     {"edition", edition_},
                     {"key", asked.key},
                     {"value", asked.kind == workflow::question_kind::number   ? "12"
                               : asked.kind == workflow::question_kind::choice ? asked.choices.front()
                               : asked.kind == workflow::question_kind::email  ? "a@city.example"
                               : asked.kind == workflow::question_kind::yes_no ? "yes"
                                                                               : "Words"}});
    EXPECT_EQ(conflicts(kim, seoul), 0);
    browser city(service_);
    city.sign_in_as(applicant_of(seoul));
    const auto url = "/my/entries/" + number(seoul);
    const auto sent = city.post(url + "/submit", {{"version", city.get(url + "/check").value_of("version")}});
    ASSERT_EQ(sent.status, 303) << sent.text();
    EXPECT_EQ(conflicts(kim, seoul), 1);
    EXPECT_EQ(conflicts(ann, seoul), 0);
    EXPECT_EQ(count("select count(*) from audit_event where action = 'conflicts_worked_out' and actor_role = "
                    "'clock'"),
              1);
}

TEST_F(office_conflicts, J1_a_change_of_a_judges_country_recuses_by_the_rule_and_the_secretariat_is_told) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    score_one(kim, seoul, 7);
    ASSERT_EQ(state_of(kim, seoul), "submitted");
    const auto saved = office.post(panel(kim), data_of(kim, "KR"));
    ASSERT_EQ(saved.status, 303) << saved.text();
    EXPECT_EQ(state_of(kim, seoul), "recused");
    EXPECT_EQ(state_of(kim, paris), "assigned");
    EXPECT_EQ(state_of(ann, seoul), "assigned");
    EXPECT_EQ(count(R"(select count(*) from audit_event where machine = 'scorecard' and action = 'recuse'
                       and actor_role = 'clock' and actor_id is null)"),
              1);
    EXPECT_EQ(letters("attention_wanted", "mina@example.org"), 1);
    browser judge(service_);
    judge.sign_in_as(kim.person);
    EXPECT_EQ(judge.get("/judging/scorecards/" + card_of(kim, seoul)).status, 404);
    EXPECT_FALSE(judge.get("/judging/2014").has("Project of Seoul"));
}

TEST_F(office_conflicts, J1_a_relation_bars_and_its_removal_frees) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    const auto city = std::to_string(count("select city_id from entry where id = :id", {{"id", seoul}}));
    EXPECT_EQ(office.post(panel(kim, "/relations"), {{"with_city", city}, {"note", ""}}).status, 422);
    ASSERT_EQ(
        office.post(panel(kim, "/relations"), {{"with_city", city}, {"note", "Advised the mayor"}}).status,
        303);
    EXPECT_EQ(state_of(kim, seoul), "recused");
    EXPECT_TRUE(office.get("/office/2014/conflicts").says("Advised the mayor"));
    const auto relation = std::to_string(count("select id from relation"));
    ASSERT_EQ(office.post(panel(kim, "/relations/" + relation + "/remove")).status, 303);
    EXPECT_EQ(conflicts(kim, seoul), 0);
    EXPECT_EQ(state_of(kim, seoul), "recused") << "a recusal is not undone by itself";
}

TEST_F(office_conflicts, J1_a_challenge_bars_until_it_is_settled) {
    lay();
    const auto kim = add_judge("Kim", "CA");
    add_judge("Ann", "CA"), add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    const fields challenge{
        {"judge", number(kim.id)}, {"entry", number(seoul)}, {"reason", "They published together"}};
    EXPECT_EQ(
        office.post("/office/2014/conflicts/challenge", {{"judge", "999"}, {"entry", "x"}, {"reason", ""}})
            .status,
        422);
    ASSERT_EQ(office.post("/office/2014/conflicts/challenge", challenge).status, 303);
    EXPECT_EQ(state_of(kim, seoul), "recused");
    const auto id = std::to_string(count("select id from conflict where kind = 'challenged'"));
    EXPECT_EQ(office
                  .post("/office/2014/conflicts/" + id + "/settle",
                        {{"reason_" + id, ""}, {"outcome", "dismissed"}})
                  .status,
              422);
    ASSERT_EQ(office
                  .post("/office/2014/conflicts/" + id + "/settle",
                        {{"reason_" + id, "Ten years ago"}, {"outcome", "dismissed"}})
                  .status,
              303);
    EXPECT_EQ(conflicts(kim, seoul), 0);
}

TEST_F(office_conflicts, J1_rules_that_bar_more_are_held_against_everyone_when_they_are_saved) {
    lay([](auto&, auto& rules) { rules.conflicts.same_country_bars = false; });
    const auto kim = add_judge("Kim", "KR");
    const auto seoul = add_entry("Seoul", "KR");
    ASSERT_EQ(office.post("/office/2014/judging/assign").status, 303);
    EXPECT_EQ(conflicts(kim, seoul), 0);
    EXPECT_EQ(state_of(kim, seoul), "assigned");
    const auto shown = office.get("/office/2014/set-up/rules").value_of("version");
    const fields rules{
        {"version", shown},          {"entries_per_city", "2"},     {"max_files", "10"},
        {"max_mebibytes", "20"},     {"minimum_judges", "2"},       {"tally", "mean"},
        {"dropout", "keep_locked"},  {"same_country_bars", "yes"},  {"same_organisation_bars", "yes"},
        {"parent_city_bars", "yes"}, {"round_1", "Scoring"},        {"rung_1", "second_ballot"},
        {"rung_2", "chair"},         {"disclosure", "winners_only"}};
    const auto saved = office.post("/office/2014/set-up/rules", rules);
    ASSERT_EQ(saved.status, 303) << saved.text();
    EXPECT_EQ(conflicts(kim, seoul), 1);
    EXPECT_EQ(state_of(kim, seoul), "recused");
}

TEST_F(office_conflicts, J1_an_unverified_judge_gets_nothing_assigned_not_even_by_hand) {
    lay();
    const auto kim = add_judge("Kim", "CA", part::unverified), ann = add_judge("Ann", "CA"),
               eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    EXPECT_EQ(state_of(kim, seoul), "none");
    EXPECT_TRUE(office.get("/office/2014/panel").says("Kim"));
    const auto pairs = "/office/2014/judging/entries/" + number(seoul);
    EXPECT_FALSE(office.get(pairs).says("Kim"));
    EXPECT_EQ(office.post(pairs, {{"add_judge", number(kim.id)}}).status, 409);
    ASSERT_EQ(office.post(panel(kim, "/identity"), {{"verified", "yes"}}).status, 303);
    EXPECT_EQ(office.post(pairs, {{"add_judge", number(kim.id)}}).status, 303);
    EXPECT_EQ(state_of(kim, seoul), "assigned");
    // Who comes in the middle is told that judging is open, and who was told before is not told again.
    for (const auto& judge : {kim, ann})
        EXPECT_EQ(count(R"(select count(*) from letter l join judge j on j.person_id = l.person_id
                           where l.occasion = 'judging_open' and j.id = :judge)",
                        {{"judge", judge.id}}),
                  1);
}

TEST_F(office_conflicts, J1_the_conflicts_by_rule_are_shown_with_their_reason_and_against_a_pair_by_hand) {
    lay();
    const auto kim = add_judge("Kim", "KR");
    add_judge("Ann", "CA"), add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    start_judging();
    const auto page = office.get("/office/2014/conflicts?by=entry");
    EXPECT_TRUE(page.says("Kim")) << page.text();
    EXPECT_TRUE(page.says("Project of Seoul")) << page.text();
    EXPECT_TRUE(page.says("Bars")) << page.text();
    EXPECT_TRUE(office.get("/office/2014/entries/" + number(seoul)).says("Kim"));
    EXPECT_EQ(
        office.post("/office/2014/judging/entries/" + number(seoul), {{"add_judge", number(kim.id)}}).status,
        409);
    EXPECT_EQ(state_of(kim, seoul), "none");
}

TEST_F(office_conflicts, a_city_withdraws_during_judging_and_nothing_is_left_to_score_on_its_entry) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    score_one(kim, seoul, 7);
    browser city(service_), judge(service_);
    city.sign_in_as(applicant_of(seoul)), judge.sign_in_as(ann.person);
    declare(judge, ann);
    const auto begun = card_of(ann, seoul);
    judge.post("/judging/scorecards/" + begun, {{"version", "1"}, {"score.impact", "5"}});
    ASSERT_EQ(state_of(ann, seoul), "in_progress");
    const auto url = "/my/entries/" + number(seoul) + "/withdraw";
    const auto gone =
        city.post(url, {{"version", city.get(url).value_of("version")}, {"reason", "The project ended"}});
    ASSERT_EQ(gone.status, 303) << gone.text();
    for (const auto& one : {kim, ann, eva}) EXPECT_EQ(state_of(one, seoul), "excused") << one.name;
    EXPECT_EQ(
        count(
            "select count(*) from scorecard where state = 'excused' and reason = 'The entry was withdrawn.'"),
        3);
    EXPECT_EQ(count("select count(*) from audit_event where machine = 'scorecard' and action = 'release' and "
                    "actor_role = 'clock'"),
              3);
    EXPECT_EQ(letters("scorecards_released", "ann@example.org"), 1);
    EXPECT_THAT(service_.letters_to("ann@example.org").back().content,
                testing::HasSubstr("Project of Seoul"));
    EXPECT_FALSE(judge.get("/judging/2014").has("Project of Seoul"));
    EXPECT_NE(judge.post("/judging/scorecards/" + begun, {{"version", "4"}, {"score.impact", "6"}}).status,
              303);
    EXPECT_FALSE(office.get("/office/2014/judging").has("Project of Seoul"));
    for (const auto& one : {kim, ann, eva}) score_one(one, paris, 6);
    const auto closed = move("close_judging");
    ASSERT_EQ(closed.status, 303) << closed.text();
    ASSERT_EQ(office.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
    const auto tally = office.get("/office/2014/tally");
    EXPECT_TRUE(tally.says("Paris: Project of Paris"));
    EXPECT_FALSE(tally.says("Project of Seoul"));
}

TEST_F(office_conflicts, J2_a_barred_judge_sees_nothing_of_an_entry_that_was_withdrawn_either) {
    lay();
    const auto kim = add_judge("Kim", "KR"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR");
    add_entry("Paris", "FR");
    start_judging();
    for (const auto& one : {kim, ann, eva}) score(one, 6);
    ASSERT_EQ(move("close_judging").status, 303);
    set_state(workflow::edition_state::judging);
    const auto withdrawn = office.post("/office/2014/entries/" + number(seoul) + "/moves/withdraw",
                                       {{"reason_withdraw", "The city asked"}});
    ASSERT_EQ(withdrawn.status, 303) << withdrawn.text();
    EXPECT_EQ(conflicts(kim, seoul), 1);
    browser judge(service_);
    judge.sign_in_as(kim.person);
    for (const auto* url : {"/judging/2014", "/judging/2014/conflicts", "/judging/2014/deliberation",
                            "/judging/2014/comparison"})
        EXPECT_FALSE(judge.get(url).has("Project of Seoul")) << url;
    EXPECT_EQ(state_of(ann, seoul), "locked") << "what is locked stays as it is";
}

// The order that a judge sees is made from what the judge may see, as if nothing else had been entered.
TEST_F(office_conflicts, J2_J9_the_panels_order_is_the_same_whatever_a_barred_entry_was_given) {
    lay();
    const auto kim = add_judge("Kim", "KR"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR"),
               lima = add_entry("Lima", "PE");
    start_judging();
    for (const auto& one : {kim, ann, eva}) {
        score_one(one, paris, 7);
        score_one(one, lima, 5);
    }
    for (const auto& one : {ann, eva}) score_one(one, seoul, 9);
    ASSERT_EQ(move("close_judging").status, 303);
    browser barred(service_), clear(service_);
    barred.sign_in_as(kim.person), clear.sign_in_as(ann.person);
    const auto order = barred.get("/judging/2014/deliberation/order");
    ASSERT_EQ(order.status, 200);
    EXPECT_TRUE(order.says("Paris: Project of Paris")) << order.text();
    EXPECT_TRUE(order.says("Clear")) << order.text();
    EXPECT_FALSE(order.has("Seoul"));
    EXPECT_TRUE(clear.get("/judging/2014/deliberation/order").says("Seoul: Project of Seoul"));
    const auto category = "/judging/2014/deliberation/order?category=" +
                          service_.value<std::string>("select id::text from category limit 1");
    const auto before = barred.get(category);
    ASSERT_EQ(before.status, 200);
    EXPECT_TRUE(before.says("Ann")) << before.text();
    EXPECT_TRUE(before.says("How sure the order is")) << before.text();
    service_.run(
        "update score set value = 1 where scorecard_id in (select id from scorecard where entry_id = :entry)",
        {{"entry", seoul}});
    EXPECT_EQ(barred.get(category).text(), before.text());
    EXPECT_NE(clear.get(category).text(), before.text());
    service_.with_database([&](store::database& db) { bring(db, paris, workflow::entry_state::withdrawn); });
    EXPECT_FALSE(barred.get(category).says("Project of Paris")) << "who withdrew is in no order";
    EXPECT_EQ(barred.get("/judging/2014/deliberation/order?category=999999").status, 404);
}

}  // namespace
}  // namespace tests
