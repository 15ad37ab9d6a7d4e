// Appeals: on procedure or fact, in a window, by somebody who did not judge.
#include "workflow/appeal.hpp"

#include <gtest/gtest.h>

#include <chrono>

namespace {

using namespace std::chrono_literals;
using workflow::refusal_code;

constexpr workflow::instant announced{std::chrono::sys_days{std::chrono::year{2014} / 11 / 5} + 5h};

refusal_code refusal_of(const workflow::appeal_facts& facts) {
    return workflow::may_appeal(facts).error().code;
}

TEST(appeals, are_taken_from_the_announcement_to_the_last_instant_of_the_window) {
    EXPECT_EQ(refusal_of({{}, 30, announced}), refusal_code::result_still_hidden);
    EXPECT_TRUE(workflow::may_appeal({announced, 30, announced}));
    const auto end = workflow::appeals_end(announced, 30);
    EXPECT_EQ(end - announced, 720h);
    EXPECT_TRUE(workflow::may_appeal({announced, 30, end - 1us}));
    EXPECT_EQ(refusal_of({announced, 30, end}), refusal_code::appeals_closed);
    EXPECT_EQ(refusal_of({announced, 0, announced}), refusal_code::appeals_closed)
        << "an edition without appeals";
}

TEST(appeals, wait_one_at_a_time_about_an_entry) {
    EXPECT_EQ(refusal_of({announced, 30, announced, true}), refusal_code::appeal_open_already);
}

TEST(appeals, are_settled_once_and_by_nobody_who_judged) {
    EXPECT_TRUE(workflow::may_settle_appeal(true, false));
    EXPECT_EQ(workflow::may_settle_appeal(false, false).error().code, refusal_code::appeal_settled);
    EXPECT_EQ(workflow::may_settle_appeal(true, true).error().code, refusal_code::settled_by_a_judge);
}

}  // namespace
