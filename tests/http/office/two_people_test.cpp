// T5 and C14 on the pages: what cannot be taken back is asked for by one member of the secretariat, behind a
// fresh proof of presence, and done when another one confirms it.
#include "tests/http/office/ground.hpp"

using tests::browser;
using tests::fields;
using tests::page;
using workflow::edition_state;
using namespace std::chrono_literals;

namespace {

class two_people_pages : public tests::office_pages {
protected:
    two_people_pages() { jun.sign_in_as(jun_); }
    void lay_open(std::chrono::hours left) {
        lay(
            [&](workflow::edition& made, workflow::rule_set&) {
                auto& calendar = made.calendar;
                calendar.closes_at += 2h + left;
                calendar.judging_opens_at = calendar.closes_at + 24h;
                calendar.judging_closes_at = calendar.closes_at + 48h;
            },
            edition_state::open);
    }
    page ask(const std::string& action, const std::string& reason) {
        return office.post("/office/2014/moves/" + action, {{"reason", reason}});
    }
    std::string waiting() {
        return url + "/" + service_.value<std::string>("select cast(max(id) as text) from grave_act");
    }
    page take_back(browser& by, const std::string& word) {
        const auto one = waiting();
        return by.post(one, {{"outcome", "taken_back"}, {"word_" + one.substr(one.rfind('/') + 1), word}});
    }
    void forget_presence() {
        service_.run("update session set second_factor_at = second_factor_at - interval '6 minutes'");
    }
    // Through the page that asks for a code, to the form as it was, sent once more.
    page send_with_a_code(browser& by, const page& turned_away, const std::string& path) {
        EXPECT_EQ(turned_away.status, 403);
        auto form = turned_away.hidden_fields();
        form.emplace_back("code", service_.code_now());
        const auto again = by.post("/sign-in/code", form);
        EXPECT_EQ(again.status, 200) << again.text();
        EXPECT_TRUE(again.says("Here is your form again")) << again.text();
        return by.post(path, again.hidden_fields());
    }
    browser jun{service_};
    const std::string url = "/office/2014/two-people";
};

TEST_F(two_people_pages, T5_cancelling_is_asked_for_by_one_and_done_when_another_one_confirms) {
    lay();
    const auto form = office.get("/office/2014/moves/cancel");
    EXPECT_TRUE(form.says("Ask a second person to confirm: Cancel the edition")) << form.text();
    EXPECT_EQ(ask("cancel", "").status, 422) << "a reason is needed";
    const auto asked = ask("cancel", "The host city has withdrawn");
    EXPECT_EQ(asked.location(), url);
    EXPECT_EQ(in_state(), "screening");
    EXPECT_EQ(service_.letters_to("jun@example.org").back().occasion, "confirmation_wanted");
    EXPECT_TRUE(office.get("/office/2014/moves/cancel").says("This waits for a second person already"));
    EXPECT_EQ(ask("cancel", "Once more").status, 409);

    const auto own = office.get(url);
    EXPECT_TRUE(own.says("The host city has withdrawn"));
    EXPECT_TRUE(own.says("You asked for it"));
    EXPECT_FALSE(own.says("Confirm: Cancel the edition"));
    EXPECT_FALSE(office.get("/office/2014").says("second person’s confirmation"));
    EXPECT_EQ(office.post(waiting(), {{"outcome", "confirmed"}}).status, 409);

    EXPECT_TRUE(jun.get("/office/2014").says("A colleague asks for a second person’s confirmation (1)"));
    const auto shown = jun.get(url);
    EXPECT_TRUE(shown.says("The host city has withdrawn"));
    EXPECT_TRUE(shown.says("The edition ends here and cannot be taken up again."));
    EXPECT_TRUE(shown.says("Confirm: Cancel the edition"));
    EXPECT_EQ(jun.post(waiting(), {{"outcome", "confirmed"}}).status, 303);
    EXPECT_EQ(in_state(), "cancelled");
    EXPECT_TRUE(jun.get(url).says("Confirmed and done"));
    EXPECT_EQ(jun.post(waiting(), {{"outcome", "confirmed"}}).status, 409);
}

TEST_F(two_people_pages, T5_asking_and_confirming_want_a_code_under_five_minutes_old_and_lose_nothing) {
    lay();
    forget_presence();
    const auto turned_away = ask("cancel", "The host city has withdrawn");
    EXPECT_EQ(count("select count(*) from grave_act"), 0);
    EXPECT_EQ(send_with_a_code(office, turned_away, "/office/2014/moves/cancel").status, 303);
    EXPECT_TRUE(jun.get(url).says("The host city has withdrawn")) << "what was typed is there";
    forget_presence();
    const auto late = jun.post(waiting(), {{"outcome", "confirmed"}});
    EXPECT_EQ(in_state(), "screening");
    EXPECT_EQ(send_with_a_code(jun, late, waiting()).status, 303);
    EXPECT_EQ(in_state(), "cancelled");
}

TEST_F(two_people_pages, T5_it_is_taken_back_with_a_word_without_a_code) {
    lay();
    ask("cancel", "The host city has withdrawn");
    forget_presence();
    const auto silent = take_back(jun, "");
    EXPECT_EQ(silent.status, 422);
    EXPECT_TRUE(silent.says("Say why it is taken back"));
    EXPECT_EQ(take_back(office, "Another city hosts it").status, 303);
    EXPECT_TRUE(jun.get(url).says("Taken back: Another city hosts it"));
    EXPECT_EQ(in_state(), "screening");
}

TEST_F(two_people_pages, T5_C14_closing_early_warns_asks_two_and_tells_every_city_with_a_draft) {
    lay_open(24h * 12 + 1h);
    const auto draft = add_entry("Seoul", "KR", workflow::entry_state::draft);
    add_entry("Taipei", "TW", workflow::entry_state::submitted);
    const auto form = office.get("/office/2014/moves/close_call");
    EXPECT_TRUE(form.says("The call would close 12 days early")) << form.text();
    EXPECT_EQ(ask("close_call", "").status, 422);
    ASSERT_EQ(ask("close_call", "Every member city has submitted").status, 303);
    EXPECT_EQ(in_state(), "open");
    EXPECT_EQ(letters("call_closed_early"), 0);
    ASSERT_EQ(jun.post(waiting(), {{"outcome", "confirmed"}}).status, 303);
    EXPECT_EQ(in_state(), "screening");
    EXPECT_EQ(entry_state(draft), "lapsed");
    const auto letter = service_.letters_to("seoul@example.org").back();
    EXPECT_EQ(letter.occasion, "call_closed_early");
    EXPECT_THAT(letter.content, testing::HasSubstr("Every member city has submitted"));
    EXPECT_TRUE(service_.letters_to("taipei@example.org").empty());
}

TEST_F(two_people_pages, T5_after_the_deadline_one_person_closes_the_call_and_no_letter_says_early) {
    lay({}, edition_state::open);
    add_entry("Seoul", "KR", workflow::entry_state::draft);
    EXPECT_FALSE(office.get("/office/2014/moves/close_call").says("days early"));
    EXPECT_EQ(ask("close_call", "").location(), "/office/2014");
    EXPECT_EQ(in_state(), "screening");
    EXPECT_EQ(letters("call_closed_early"), 0);
}

TEST_F(two_people_pages, T5_a_secretariat_of_one_is_told_to_invite_a_second_member) {
    lay();
    service_.with_database([&](store::database& db) { tests::close_account(db, jun_); });
    EXPECT_TRUE(office.get("/office/2014").says("Invite a second member first"));
    EXPECT_TRUE(office.get(url).says("You are the only member of this secretariat"));
    EXPECT_EQ(ask("cancel", "A flood").status, 409);
}

TEST_F(two_people_pages, T5_a_new_member_sees_what_waits_and_cannot_confirm_it) {
    lay();
    ask("cancel", "The host city has withdrawn");
    browser kim(service_);
    kim.sign_in_as(service_.add_secretariat("Kim"));
    EXPECT_TRUE(kim.get(url).says("It was asked for before you joined the secretariat"));
    EXPECT_FALSE(kim.get("/office/2014").says("second person’s confirmation"));
    EXPECT_EQ(kim.post(waiting(), {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(in_state(), "screening");
}

TEST_F(two_people_pages, T5_what_has_moved_on_is_shown_as_over) {
    lay_open(24h * 3);
    ask("close_call", "Every member city has submitted");
    ASSERT_EQ(office
                  .post("/office/2014/moves/extend_deadline",
                        {{"new_closes_at", wall("90 hours")}, {"reason", "A holiday"}})
                  .status,
              303);
    const auto shown = jun.get(url);
    EXPECT_TRUE(shown.says("It cannot be confirmed any more")) << shown.text();
    EXPECT_FALSE(shown.says("Confirm: Close the call"));
    EXPECT_EQ(jun.post(waiting(), {{"outcome", "confirmed"}}).status, 409);
    EXPECT_EQ(ask("close_call", "It is asked for anew").status, 303);
}

}  // namespace
