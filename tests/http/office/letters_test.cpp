// Reminders, letters that failed and the log through the whole service (T1).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

TEST_F(office_pages, judges_with_open_scorecards_are_reminded_once_a_day_and_others_not) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    add_entry("Seoul", "KR");
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "judging"}}).status, 409);
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "deadline"}}).status, 409);
    start_judging();
    score(kim, 5);
    const auto remind = [&] {
        return office.follow(office.post("/office/2014/reminders", {{"of", "judging"}}));
    };
    EXPECT_TRUE(remind().says("The reminders are on their way"));
    EXPECT_TRUE(remind().says("Nothing was sent")) << "T6: the second press sends no letter and says so";
    EXPECT_EQ(letters("reminder_judging"), 1);
    EXPECT_EQ(service_.letters_to("ann@example.org").back().occasion, "reminder_judging");
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "everything"}}).status, 404);
    static_cast<void>(ann);
}

TEST_F(office_pages, a_letter_that_failed_for_good_is_shown_and_sent_again) {
    lay();
    service_.run(
        R"(insert into letter (edition_id, occasion, cause, to_name, to_address, facts, state, attempts, last_error)
                    values (:edition, 'edition_cancelled', 'a test', 'Ada', 'ada@city.example', :facts, 'failed', 9, '550 no such mailbox'))",
        {{"edition", edition_}, {"facts", R"({"reason":"A flood","decided_on":"now"})"}});
    EXPECT_TRUE(office.get("/office/2014").says("1 letter could not be delivered"));
    const auto page = office.get("/office/2014/letters?state=failed");
    EXPECT_TRUE(page.says("550 no such mailbox")) << page.text();
    EXPECT_TRUE(page.says("ada@city.example")) << page.text();
    EXPECT_FALSE(office.get("/office/2014/letters?state=accepted").says("ada@city.example"));
    const auto again = "/office/2014/letters/" + std::to_string(count("select id from letter")) + "/again";
    ASSERT_EQ(office.post(again).status, 303);
    EXPECT_NE(service_.value<std::string>("select state from letter"), "failed");
    EXPECT_EQ(office.post(again).status, 404) << "it does not fail any more";
}

TEST_F(office_pages, T1_the_log_shows_who_did_what_and_can_be_narrowed) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
    tick_everything(seoul), office.post(entry(seoul, "/moves/accept"));
    const auto log = office.get("/office/2014/log?subject=entry&action=accept");
    EXPECT_TRUE(log.says("Mina (Secretariat)")) << log.text().substr(900);
    EXPECT_TRUE(log.says("Submitted → Eligible")) << log.text().substr(900);
    EXPECT_FALSE(log.says("checklist_saved"));
    EXPECT_TRUE(office.get("/office/2014/log?subject=entry").says("checklist_saved"));
    EXPECT_EQ(office.get("/office/2014/log?subject=%27&action=%3Cb%3E&before=x").status, 200);
}

}  // namespace
}  // namespace tests
