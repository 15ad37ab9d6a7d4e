// E4: a call that two people closed before its deadline ended when they closed it; every page, refusal and
// letter names that instant.
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using namespace std::chrono_literals;

class a_call_closed_early : public office_pages {
protected:
    a_call_closed_early() {
        lay(
            [](workflow::edition& made, workflow::rule_set&) {
                auto& calendar = made.calendar;
                calendar.closes_at += 74h;
                calendar.judging_opens_at = calendar.closes_at + 24h;
                calendar.judging_closes_at = calendar.closes_at + 48h;
            },
            workflow::edition_state::open);
        draft_ = add_entry("Seoul", "KR", workflow::entry_state::draft);
        seoul.sign_in_as(applicant_of(draft_));
        EXPECT_EQ(move("close_call", "Every member city has submitted").status, 303);
        // Minutes are shown: one that is all its own.
        service_.run("update edition set closed_at = date_trunc('day', closed_at) - interval '17 minutes'");
    }
    std::string minute_of(const char* column) {
        return service_.value<std::string>("select to_char(" + std::string(column) +
                                           R"( at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') from edition)");
    }

    workflow::entry_id draft_{};
    browser seoul{service_}, anyone{service_};
};

TEST_F(a_call_closed_early, E4_is_told_with_the_instant_on_every_page) {
    const auto closed = minute_of("closed_at"), deadline = minute_of("closes_at");
    EXPECT_TRUE(seoul.get("/my").has(closed)) << seoul.get("/my").text();
    EXPECT_TRUE(seoul.get("/my").says("The call was closed:"));
    EXPECT_FALSE(seoul.get("/my").has(deadline));
    EXPECT_TRUE(seoul.get("/my/entries/" + number(draft_)).has(closed));
    const auto call = anyone.get("/editions/2014");
    EXPECT_TRUE(call.has(closed));
    EXPECT_TRUE(call.says("The call was closed before its deadline")) << call.text();
    EXPECT_FALSE(call.says("Entries are received until"));
}

TEST_F(a_call_closed_early, E4_is_named_where_a_late_one_is_refused) {
    const auto refused = seoul.get("/my/editions/2014/entries/new");
    EXPECT_EQ(refused.status, 409);
    const auto closed = service_.value<std::string>(
        "select to_char(closed_at at time zone 'UTC', 'FMDD FMMonth YYYY \"at\" HH24:MI \"UTC\"') from "
        "edition");
    EXPECT_TRUE(refused.says(closed)) << refused.text();
    EXPECT_FALSE(refused.says("The deadline was"));
}

TEST_F(a_call_closed_early, E4_ends_at_the_new_deadline_once_it_is_extended) {
    ASSERT_EQ(office
                  .post("/office/2014/moves/extend_deadline",
                        {{"new_closes_at", wall("90 hours")}, {"reason", "A flood"}})
                  .status,
              303);
    EXPECT_EQ(in_state(), "open");
    EXPECT_EQ(count("select count(closed_at) from edition"), 0);
    EXPECT_TRUE(seoul.get("/my").has(minute_of("closes_at")));
    EXPECT_FALSE(anyone.get("/editions/2014").says("closed before its deadline"));
}

}  // namespace
}  // namespace tests
