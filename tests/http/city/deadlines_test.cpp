// What a city may do with its entry around the deadline, and what it is told of it, through the whole service
// (E4, E7, E8, T6).

#include <gmock/gmock.h>

#include "tests/http/city/ground.hpp"
#include "tests/support/builders.hpp"

namespace {

using testing::HasSubstr;
using testing::Not;
using tests::city_test;

using entry_deadlines = city_test;

// What people are told of an entry, by letter and on its pages.
class told_to_a_city : public city_test {
protected:
    // The contents of the letters of this kind, the oldest first.
    std::vector<std::string> letters(std::string_view occasion,
                                     const std::string& address = "mina@example.org") {
        std::vector<std::string> contents;
        for (const auto& one : service_.letters_to(address))
            if (one.occasion == occasion) contents.push_back(one.content);
        return contents;
    }
    void close_at(std::string_view instant) {
        service_.run(R"(update edition set closes_at = cast(:at as timestamptz),
                            opens_at = cast(:at as timestamptz) - interval '90 days',
                            judging_opens_at = cast(:at as timestamptz) + interval '1 day',
                            judging_closes_at = cast(:at as timestamptz) + interval '9 days'
                        where id = :id)",
                     {{"at", instant}, {"id", edition}});
    }
    void allow_until_the(std::string_view instant) {
        service_.run(R"(insert into extension (edition_id, city_id, until, reason)
                        values (:edition, :city, cast(:at as timestamptz), 'A flood'))",
                     {{"edition", edition}, {"city", seoul}, {"at", instant}});
    }
    void set_contact(std::int64_t entry, std::string_view address) {
        service_.run("update answer set value = :to where entry_id = :entry and question = 'contact_email'",
                     {{"to", address}, {"entry", entry}});
    }
    void remind() {
        if (!office.is_signed_in()) office.sign_in_as(service_.add_secretariat("Jun"));
        ASSERT_EQ(office.post("/office/2014/reminders", {{"of", "deadline"}}).status, 303);
    }

    tests::browser office{service_};
};

TEST_F(entry_deadlines, E4_refuses_a_late_entry_with_a_receipt_of_the_refusal) {
    const auto entry = start("Late");
    fill(entry);
    const auto version = city.get(at(entry, "/check")).value_of("version");
    close_in(-1);
    const auto refused = city.post(at(entry, "/submit"), {{"version", version}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("It was not submitted"));
    EXPECT_EQ(service_.value<int>("select count(*) from late_refusal"), 1);
    EXPECT_EQ(service_.letters_to("mina@example.org").back().occasion, "late_entry_refused");
    const auto number = service_.value<std::int64_t>("select id from late_refusal");
    EXPECT_TRUE(city.get(at(entry, "/refusals/" + std::to_string(number))).says("receipt of the refusal"));
    EXPECT_EQ(state_of(entry), "draft");
}

TEST_F(entry_deadlines, E4_a_personal_extension_lets_a_late_entry_in) {
    const auto entry = start("Late");
    fill(entry);
    close_in(-1);
    allow_until(30);
    EXPECT_EQ(submit(entry).status, 303);
    EXPECT_EQ(state_of(entry), "submitted");
}

TEST_F(entry_deadlines, E4_what_is_typed_after_the_deadline_stays_on_the_page_and_is_not_written) {
    const auto entry = start("Late");
    const auto page = city.get(at(entry, "/sections/problem"));
    close_in(-1);
    const auto answer =
        city.post(at(entry, "/sections/problem"), tests::section_of(page, {{"answer.problem", "My words"}}));
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.value_of("answer.problem"), "My words");
    EXPECT_EQ(service_.value<int>("select count(*) from answer"), 0);
}

TEST_F(entry_deadlines, E7_the_pages_of_a_city_name_the_published_deadline_in_the_grace_period) {
    const auto entry = start("In the grace");
    fill(entry);
    close_in(-5);
    service_.run("update edition set grace_minutes = 60 where id = :id", {{"id", edition}});
    const auto instant = [&](const char* of) {
        return service_.value<std::string>(
            R"(select to_char((closes_at + make_interval(mins => cast(:grace as integer))) at time zone 'UTC',
                              'YYYY-MM-DD"T"HH24:MI') from edition)",
            {{"grace", of}});
    };
    std::string seen;
    for (const auto& page :
         {std::string("/my"), at(entry), at(entry, "/check"), std::string("/editions/2014")})
        seen += city.get(page).body;
    EXPECT_NE(seen.find(instant("0")), std::string::npos) << "the published deadline";
    EXPECT_EQ(seen.find(instant("60")), std::string::npos) << "the end of the grace";
    EXPECT_EQ(submit(entry).status, 303) << "which is in force all the same";
}

TEST_F(entry_deadlines, a_returned_entry_is_completed_by_its_due_date) {
    const auto entry = start("A");
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    set_state(workflow::edition_state::screening);
    set_state(entry, workflow::entry_state::returned);
    EXPECT_TRUE(city.get(at(entry)).says("A figure is missing"));
    EXPECT_EQ(
        city.post(at(entry, "/save"), {{"field", "answer.evidence"}, {"value", "A survey"}, {"version", "1"}})
            .status,
        200);
    EXPECT_EQ(submit(entry).status, 303);
    EXPECT_EQ(state_of(entry), "submitted");
    set_state(entry, workflow::entry_state::returned);
    service_.run("update entry set return_due_at = clock_timestamp() - interval '1 minute' where id = :e",
                 {{"e", entry}});
    EXPECT_EQ(city.post(at(entry, "/submit"),
                        {{"version", std::to_string(service_.value<int>(
                                         "select version from entry where id = :e", {{"e", entry}}))}})
                  .status,
              409);
}

TEST_F(told_to_a_city, T6_the_reminder_says_what_each_draft_lacks_and_the_deadline_that_holds_for_it) {
    close_at("2031-06-30 09:00Z");
    start("Nothing written");
    const auto whole = start("All written"), wrong = start("Badly written");
    fill(whole), fill(wrong);
    service_.run("update answer set value = 'many' where entry_id = :entry and question = 'users'",
                 {{"entry", wrong}});
    allow_until_the("2031-07-02 09:00Z");
    remind();
    const auto told = letters("reminder_deadline");
    ASSERT_EQ(told.size(), 3u);
    EXPECT_THAT(told[0], HasSubstr("Contact: E-mail address"));
    EXPECT_THAT(told[0], HasSubstr("The project: Sum the project up"));
    EXPECT_THAT(told[1], HasSubstr(R"("missing":[])"));
    EXPECT_THAT(told[2], HasSubstr(R"("missing":[])"));
    EXPECT_THAT(told[2],
                HasSubstr(R"("to_correct":[{"what":"Results: How many people use it in a year?"}])"));
    for (const auto& one : told) {
        EXPECT_THAT(one, HasSubstr("2 July 2031, 18:00 (Asia/Seoul), 09:00 UTC"));
        EXPECT_THAT(one, Not(HasSubstr("30 June")));
    }
}

TEST_F(told_to_a_city, T6_nobody_is_reminded_of_a_deadline_that_has_passed) {
    start("Late");
    close_in(-5);
    service_.run("update edition set grace_minutes = 60");
    remind();
    EXPECT_EQ(letters("reminder_deadline").size(), 0u);
}

TEST_F(told_to_a_city, T6_the_reminder_says_that_the_city_s_places_are_taken) {
    for (const auto* title : {"One", "Two"}) {
        const auto entry = start(title);
        fill(entry);
        ASSERT_EQ(submit(entry).status, 303);
    }
    fill(start("Three"));
    remind();
    const auto told = letters("reminder_deadline");
    ASSERT_EQ(told.size(), 1u);
    EXPECT_THAT(told[0], HasSubstr(R"("places_taken":true)"));
}

TEST_F(told_to_a_city, T6_the_receipt_promises_reopening_only_where_it_holds) {
    const auto entry = start("A");
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_THAT(letters("receipt").back(), Not(HasSubstr(R"("reopen_until":"")")));
    set_state(workflow::edition_state::screening);
    set_state(entry, workflow::entry_state::returned);
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_THAT(letters("receipt").back(), HasSubstr(R"("reopen_until":"")"));
}

TEST_F(told_to_a_city, E7_the_receipt_of_the_grace_period_and_the_list_of_entries_promise_no_reopening) {
    const auto entry = start("A");
    fill(entry);
    close_in(-5);
    service_.run("update edition set grace_minutes = 60");
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_THAT(letters("receipt").back(), HasSubstr(R"("reopen_until":"")"));
    EXPECT_FALSE(city.get("/my").says("reopen")) << city.get("/my").text();
}

TEST_F(told_to_a_city, T6_a_returned_entry_that_lapsed_was_not_completed_and_not_unsubmitted) {
    const auto entry = start("A"), draft = start("B");
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    set_state(workflow::edition_state::screening);
    set_state(entry, workflow::entry_state::returned);
    set_state(entry, workflow::entry_state::lapsed), set_state(draft, workflow::entry_state::lapsed);
    const auto page = city.get(at(entry));
    EXPECT_TRUE(page.says("not completed by the date that the secretariat had set")) << page.text();
    EXPECT_TRUE(page.says("A figure is missing")) << "what was asked for";
    EXPECT_TRUE(page.says("Receipt of version 1"));
    EXPECT_FALSE(page.says("before the call closed"));
    EXPECT_FALSE(page.says("The call closed before it was submitted"));
    EXPECT_FALSE(page.says("Not submitted in time"));
    EXPECT_TRUE(city.get(at(draft)).says("The call closed before it was submitted"));
    EXPECT_TRUE(city.get("/my").says("It was not completed in time")) << city.get("/my").text();
}

TEST_F(told_to_a_city, T6_a_complete_entry_that_cannot_be_submitted_is_told_why) {
    const auto full = start("A");
    fill(full);
    EXPECT_TRUE(city.get(at(full, "/check")).says("The entry can be submitted."));
    EXPECT_TRUE(city.get(at(full, "/withdraw")).says("your city may submit another entry"));
    for (const auto* other : {"B", "C"}) {
        const auto one = start(other);
        fill(one);
        EXPECT_EQ(submit(one).status, 303);
    }
    const auto at_limit = city.get(at(full, "/check"));
    EXPECT_FALSE(at_limit.says("The entry can be submitted."));
    EXPECT_TRUE(at_limit.says("as many entries in this edition as it can enter: 2.")) << at_limit.text();
    close_in(-10);
    const auto late = city.get(at(full, "/check"));
    EXPECT_TRUE(late.says("The call is closed.")) << late.text();
    EXPECT_FALSE(city.get(at(full, "/withdraw")).says("your city may submit another entry"));
}

TEST_F(told_to_a_city, E8_letters_about_an_entry_go_to_its_contact_too_and_once_to_an_address) {
    const auto entry = start("A");
    fill(entry), set_contact(entry, "Projects@Seoul.Example");
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_EQ(letters("receipt").size(), 1u);
    ASSERT_EQ(letters("receipt", "projects@seoul.example").size(), 1u);
    set_contact(entry, "Mina@Example.ORG");
    set_state(workflow::edition_state::screening);
    set_state(entry, workflow::entry_state::returned);
    ASSERT_EQ(submit(entry).status, 303);
    EXPECT_EQ(letters("receipt").size(), 2u) << "one letter, though she is the contact as well";
    EXPECT_EQ(service_.value<int>("select count(*) from letter where occasion = 'receipt'"), 3);
}

TEST_F(told_to_a_city, E8_no_letter_goes_to_a_contact_that_is_no_address_or_that_judges) {
    const auto judge = service_.add_secured_person("Kim");
    service_.with_database([&](store::database& db) {
        return tests::judge_built{.edition = edition, .person = judge, .name = "Kim"}.put(db);
    });
    service_.add_person("Gone");
    service_.run("update person set disabled_at = now() where email = 'gone@example.org'");
    const auto entry = start("A");
    fill(entry);
    for (const auto* address :
         {"a..b@x", "kim@example.org", "gone@example.org", "two@x.example, three@x.example"}) {
        set_contact(entry, address);
        service_.run("delete from letter");
        remind();
        EXPECT_EQ(letters("reminder_deadline").size(), 1u);
        EXPECT_EQ(service_.value<int>("select count(*) from letter"), 1) << address;
    }
}

TEST_F(told_to_a_city, E7_who_comes_too_late_reads_the_published_deadline_and_never_the_end_of_the_grace) {
    const auto entry = start("Late");
    fill(entry);
    const auto version = city.get(at(entry, "/check")).value_of("version");
    const auto form = city.get(at(entry, "/sections/problem"));
    close_at("2025-06-30 09:00Z");
    service_.run("update edition set grace_minutes = 60");
    auto seen = city.post(at(entry, "/submit"), {{"version", version}}).text();
    seen += city.get(at(entry, "/refusals/1")).text() + letters("late_entry_refused").back();
    seen += city.post(at(entry, "/sections/problem"), tests::section_of(form, {{"answer.problem", "Mine"}}))
                .text();
    seen += city.get("/my/editions/2014/entries/new").text() + city.get(at(entry)).text();
    EXPECT_THAT(seen, HasSubstr("30 June 2025"));
    EXPECT_THAT(seen, HasSubstr("18:00"));
    EXPECT_THAT(seen, Not(HasSubstr("19:00")));
    EXPECT_THAT(seen, Not(HasSubstr("10:00")));
}

TEST_F(told_to_a_city, E4_a_refusal_writes_its_instant_as_people_do_in_the_edition_s_zone_and_in_UTC) {
    close_at("2025-06-30 09:00Z");
    const auto refused = city.get("/my/editions/2014/entries/new");
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("30 June 2025 at 18:00, Seoul time (30 June 2025 at 09:00 UTC)"))
        << refused.text();
}

TEST_F(told_to_a_city, E4_who_has_no_entry_yet_reads_the_deadline_in_the_edition_s_zone_too) {
    close_at("2031-06-30 09:00Z");
    const auto home = city.get("/my");
    EXPECT_TRUE(home.says("30 June 2031 at 18:00, Seoul time")) << home.text();
    EXPECT_TRUE(home.says("30 June 2031 at 09:00 UTC")) << home.text();
}

}  // namespace
