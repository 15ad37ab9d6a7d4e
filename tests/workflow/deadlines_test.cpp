// E4 and E5: dates as people type them, and what may still be done when.
#include "workflow/deadlines.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/workflow/made_up.hpp"
#include "workflow/names.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

using made_up::dates;
using made_up::deadline;

refusal_code code_of_text(std::string_view text) {
    const auto parsed = parse_civil(text);
    EXPECT_FALSE(parsed) << text;
    return parsed ? refusal_code::no_such_move : parsed.error().code;
}

TEST(typed_dates, E4_refuses_june_31_as_the_call_of_2014_printed_it) {
    const auto parsed = parse_civil("2014-06-31T18:00");
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error(), (refusal{refusal_code::date_does_not_exist, {{"text", "2014-06-31T18:00"}}}));
    EXPECT_TRUE(parse_civil("2014-06-30T18:00"));
}

TEST(typed_dates, E4_knows_leap_years) {
    EXPECT_TRUE(parse_civil("2016-02-29T00:00"));
    EXPECT_TRUE(parse_civil("2000-02-29T00:00"));
    EXPECT_EQ(code_of_text("2014-02-29T00:00"), refusal_code::date_does_not_exist);
    EXPECT_EQ(code_of_text("2100-02-29T00:00"), refusal_code::date_does_not_exist);
}

TEST(typed_dates, says_what_is_wrong_with_a_text) {
    for (const auto* text : {"", "tomorrow", "2014-06-30", "2014-6-30T18:00", "30.06.2014 18:00",
                             "2014-06-30T18:00Z", "2014-06-30T18", "2014-06-30T18:00:", "2014-06-30T1:000",
                             "2014-06-30T18:00:00.5", " 2014-06-30T18:00", "-014-06-30T18:00"})
        EXPECT_EQ(code_of_text(text), refusal_code::date_unreadable) << text;
    for (const auto* text :
         {"2014-00-10T10:00", "2014-13-10T10:00", "2014-04-00T10:00", "0014-06-30T10:00", "2914-06-30T10:00"})
        EXPECT_EQ(code_of_text(text), refusal_code::date_does_not_exist) << text;
    for (const auto* text : {"2014-06-30T24:00", "2014-06-30T18:60", "2014-06-30T18:00:60"})
        EXPECT_EQ(code_of_text(text), refusal_code::time_does_not_exist) << text;
    EXPECT_EQ(parse_civil(std::string(5000, 'x')).error().particulars.front().value.size(), 40U);
}

TEST(typed_dates, a_ceremony_has_a_day_only) {
    EXPECT_EQ(parse_civil_date("2014-11-05"), (civil_time{2014, 11, 5}));
    EXPECT_EQ(parse_civil_date("2014-11-31").error().code, refusal_code::date_does_not_exist);
    EXPECT_EQ(parse_civil_date("2014-11-05T10:00").error().code, refusal_code::date_unreadable);
}

TEST(typed_dates, come_back_as_they_were_typed) {
    EXPECT_EQ(format_civil(*parse_civil("2014-06-30 18:00")), "2014-06-30T18:00");
    EXPECT_EQ(format_civil(*parse_civil("2014-06-30T18:00:59")), "2014-06-30T18:00:59");
    EXPECT_TRUE(rc::check("every instant's text is read back", [] {
        const auto second = *rc::gen::inRange<std::int64_t>(0, 4'000'000'000);
        auto text = utc_text(instant{std::chrono::seconds{second}});
        RC_ASSERT(text.back() == 'Z');
        text.pop_back();
        const auto read = parse_civil(text);
        RC_ASSERT(read.has_value());
        const auto day =
            std::chrono::sys_days{std::chrono::year{read->year} / static_cast<unsigned>(read->month) /
                                  static_cast<unsigned>(read->day)};
        const auto back = day + std::chrono::hours{read->hour} + std::chrono::minutes{read->minute} +
                          std::chrono::seconds{read->second};
        RC_ASSERT(back.time_since_epoch().count() == second);
    }));
}

// A zone with one summer time: 02:00–03:00 on 2014-03-30 is skipped, on 2014-10-26 it comes twice.
zone_answer answer_of_berlin(const std::string& zone, const civil_time& time) {
    if (zone != "Europe/Berlin") return {};
    const auto is_in_the_hour = time.hour == 2;
    if (time.month == 3 && time.day == 30 && is_in_the_hour) return {zone_answer_kind::skipped, {}};
    if (time.month == 10 && time.day == 26 && is_in_the_hour) return {zone_answer_kind::twice, deadline};
    return {zone_answer_kind::unique, deadline};
}

TEST(zones, E4_a_local_time_must_hold_on_its_day) {
    const auto code_at = [](const char* text, const char* zone) {
        return instant_of(text, zone, answer_of_berlin).error();
    };
    EXPECT_EQ(instant_of("2014-06-30T11:00", "Europe/Berlin", answer_of_berlin), deadline);
    EXPECT_EQ(code_at("2014-03-30T02:30", "Europe/Berlin"),
              (refusal{refusal_code::local_time_skipped,
                       {{"text", "2014-03-30T02:30"}, {"zone", "Europe/Berlin"}}}));
    EXPECT_EQ(code_at("2014-10-26T02:30", "Europe/Berlin").code, refusal_code::local_time_ambiguous);
    EXPECT_EQ(code_at("2014-06-30T11:00", "Mars/Base"),
              (refusal{refusal_code::zone_unknown, {{"zone", "Mars/Base"}}}));
    EXPECT_EQ(code_at("2014-06-31T11:00", "Europe/Berlin").code, refusal_code::date_does_not_exist);
}

TEST(calendars, run_forwards) {
    EXPECT_TRUE(calendar_problems(dates()).empty());
    const auto names = [](auto spoil) {
        auto wrong = dates();
        spoil(wrong);
        std::string text;
        for (const auto& one : calendar_problems(wrong)) {
            EXPECT_EQ(one.code, refusal_code::calendar_out_of_order);
            text += std::string(particular_of(one, "first")) + ">" + std::string(particular_of(one, "then")) +
                    " ";
        }
        return text;
    };
    EXPECT_EQ(names([](calendar& at) { at.opens_at = at.closes_at; }), "opens_at>closes_at ");
    EXPECT_EQ(names([](calendar& at) { at.judging_opens_at = at.closes_at + 29min; }),
              "closes_at>judging_opens_at ");
    EXPECT_EQ(names([](calendar& at) { at.judging_opens_at = at.closes_at + 30min; }), "");
    EXPECT_EQ(names([](calendar& at) { at.judging_closes_at = at.judging_opens_at; }),
              "judging_opens_at>judging_closes_at ");
    EXPECT_EQ(names([](calendar& at) { at.announce_at = at.judging_closes_at - 1us; }),
              "judging_closes_at>announce_at ");
    EXPECT_EQ(names([](calendar& at) { at.announce_at = {}; }), "");
    EXPECT_EQ(names([](calendar& at) { at.grace_minutes = -1; }), "closes_at>grace_minutes ");
}

TEST(deadlines, E4_writing_and_submitting_end_with_the_grace_period) {
    for (const auto act : {deadline_act::write_entry, deadline_act::submit_entry}) {
        const auto may = [act](edition_state state, instant now) {
            return may_still(act, dates(), state, {}, now);
        };
        EXPECT_EQ(may(edition_state::planned, deadline - 1h).error().code, refusal_code::not_open_yet);
        EXPECT_TRUE(may(edition_state::open, deadline - 1h));
        EXPECT_TRUE(may(edition_state::open, deadline + 30min - 1us));
        EXPECT_EQ(may(edition_state::open, deadline + 30min).error(),
                  (refusal{refusal_code::call_closed, {{"deadline", "2014-06-30T09:00:00Z"}}}));
        EXPECT_EQ(may(edition_state::screening, deadline - 1h).error().code, refusal_code::call_closed);
        EXPECT_EQ(may(edition_state::cancelled, deadline - 1h).error().code, refusal_code::call_closed);
    }
}

TEST(deadlines, E4_an_instant_in_a_refusal_is_read_back) {
    EXPECT_EQ(find_instant(utc_text(deadline)), deadline);
    EXPECT_EQ(find_instant(utc_text(deadline + 7s)), deadline + 7s);
    for (const auto* other : {"", "Z", "7", "2014-06-31T09:00:00Z", "2014-06-30T09:00:00", "Asia/Seoul"})
        EXPECT_FALSE(find_instant(other)) << other;
}

TEST(deadlines, E5_reopening_ends_at_the_deadline_itself) {
    const auto may = [](instant now) {
        return may_still(deadline_act::reopen_entry, dates(), edition_state::open, {}, now);
    };
    EXPECT_TRUE(may(deadline - 1us));
    EXPECT_EQ(may(deadline).error(),
              (refusal{refusal_code::call_closed, {{"deadline", "2014-06-30T09:00:00Z"}}}));
}

TEST(deadlines, E4_a_personal_extension_holds_for_its_holder_until_screening_ends) {
    const std::optional<instant> extension = deadline + 48h;
    for (const auto act :
         {deadline_act::write_entry, deadline_act::submit_entry, deadline_act::reopen_entry}) {
        const auto may = [&](edition_state state, instant now) {
            return may_still(act, dates(), state, extension, now);
        };
        EXPECT_TRUE(may(edition_state::open, deadline + 47h));
        EXPECT_TRUE(may(edition_state::screening, *extension - 1us));
        EXPECT_EQ(may(edition_state::screening, *extension).error(),
                  (refusal{refusal_code::call_closed, {{"deadline", "2014-07-02T09:00:00Z"}}}));
        EXPECT_EQ(may(edition_state::judging, deadline + 1h).error().code, refusal_code::call_closed);
        EXPECT_EQ(may(edition_state::planned, deadline + 1h).error().code, refusal_code::not_open_yet);
    }
    EXPECT_EQ(last_moment(dates(), extension), *extension);
    EXPECT_EQ(published_deadline(dates(), extension), *extension);
    EXPECT_EQ(published_deadline(dates(), {}), deadline) << "E7";
    EXPECT_EQ(published_deadline(dates(), deadline + 15min), deadline + 15min);
    EXPECT_EQ(last_moment(dates(), deadline - 1h), deadline + 30min) << "an extension takes nothing away";
}

TEST(deadlines, withdrawing_ends_with_the_decision_and_scoring_with_judging) {
    for (const auto& [state, name] : all_of<edition_state>) {
        EXPECT_EQ(may_still(deadline_act::withdraw_entry, dates(), state, {}, deadline).has_value(),
                  state < edition_state::decided)
            << name;
        EXPECT_EQ(may_still(deadline_act::score, dates(), state, {}, deadline + 9000h).has_value(),
                  state == edition_state::judging)
            << name;
    }
    EXPECT_EQ(may_still(deadline_act::score, dates(), edition_state::open, {}, deadline).error().code,
              refusal_code::judging_not_open);
    EXPECT_EQ(may_still(deadline_act::score, dates(), edition_state::decided, {}, deadline).error().code,
              refusal_code::judging_closed);
}

TEST(deadlines, E4_what_was_refused_once_is_never_allowed_later) {
    EXPECT_TRUE(rc::check("time only takes away", [] {
        const auto act = static_cast<deadline_act>(*rc::gen::inRange(0, 5));
        const auto state = static_cast<edition_state>(*rc::gen::inRange(1, 9));
        std::optional<instant> extension;
        if (*rc::gen::arbitrary<bool>())
            extension = deadline + std::chrono::minutes{*rc::gen::inRange(-99, 99)};
        const auto now = deadline + std::chrono::minutes{*rc::gen::inRange(-99, 99)};
        const auto later = now + std::chrono::minutes{*rc::gen::inRange(0, 99)};
        if (!may_still(act, dates(), state, extension, now))
            RC_ASSERT(!may_still(act, dates(), state, extension, later));
        if (may_still(act, dates(), state, {}, now))
            RC_ASSERT(may_still(act, dates(), state, extension, now).has_value());
    }));
}

TEST(closing_early, E4_ends_the_call_for_everybody_but_whom_an_extension_gives_longer) {
    auto calendar = dates();
    EXPECT_FALSE(was_closed_early(calendar));
    EXPECT_EQ(end_of_call(calendar), deadline);
    calendar.call_closed_at = deadline + 30min;
    EXPECT_EQ(end_of_call(calendar), deadline) << "the grace is told to nobody (E7)";
    calendar.call_closed_at = deadline - 40min;
    EXPECT_TRUE(was_closed_early(calendar));
    EXPECT_EQ(published_deadline(calendar, {}), deadline - 40min);
    EXPECT_EQ(published_deadline(calendar, deadline + 1h), deadline + 1h);
    const auto late = may_still(deadline_act::submit_entry, calendar, edition_state::screening, {}, deadline);
    EXPECT_EQ(late.error(), (refusal{refusal_code::call_closed, {{"deadline", utc_text(deadline - 40min)}}}));
}

}  // namespace
