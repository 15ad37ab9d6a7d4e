// Two services over one database: both clocks tick at the same instant, each move is made once, and the one
// who comes second has nothing to complain about.
#include "tests/http/jobs/ground.hpp"

#include <latch>
#include <thread>

using testing::IsEmpty;

namespace {

constexpr int rounds = 40;

void tick_together(tests::ticking_clock& one, tests::ticking_clock& other) {
    std::latch both(2);
    const auto tick = [&both](tests::ticking_clock& clock) {
        both.arrive_and_wait();
        clock.tick();
    };
    std::thread second([&] { tick(other); });
    tick(one);
    second.join();
}

class two_clocks : public tests::clock_test {
protected:
    void tick_together() { ::tick_together(clock_, other_); }
    std::size_t moves() const { return clock_.moved.size() + other_.moved.size(); }
    void expect_no_complaint() {
        EXPECT_THAT(clock_.failures, IsEmpty());
        EXPECT_THAT(other_.failures, IsEmpty());
    }
    tests::ticking_clock other_{service_.settings().database.connection};
};

TEST_F(two_clocks, open_the_call_once) {
    for (int round = 1; round <= rounds; ++round) {
        lay_call(workflow::edition_state::planned, -1, 90);
        tick_together();
        ASSERT_EQ(in_state(), "open");
        ASSERT_EQ(events("open_call"), round);
        ASSERT_EQ(moves(), static_cast<std::size_t>(round));
    }
    expect_no_complaint();
}

TEST_F(two_clocks, close_the_call_once_and_end_each_draft_once) {
    lay_edition();
    for (const auto* city : {"Busan", "Jakarta", "Moscow"})
        add_entry(city, "KR", workflow::entry_state::draft);
    for (int round = 1; round <= rounds; ++round) {
        lay_call(workflow::edition_state::open, -90, -1);
        service_.run("update entry set state = 'draft'");
        tick_together();
        ASSERT_EQ(in_state(), "screening");
        ASSERT_EQ(events("close_call"), round);
        ASSERT_EQ(events("lapse"), 3 * round);
        ASSERT_EQ(moves(), static_cast<std::size_t>(round));
    }
    expect_no_complaint();
}

TEST_F(two_clocks, end_each_overdue_completion_once) {
    lay_call(workflow::edition_state::screening, -90, -60);
    for (const auto* city : {"Busan", "Jakarta", "Moscow"})
        set_due(add_entry(city, "KR", workflow::entry_state::returned), -1);
    for (int round = 1; round <= rounds; ++round) {
        service_.run("update entry set state = 'returned', place = 1");
        tick_together();
        ASSERT_EQ(events("lapse"), 3 * round);
        ASSERT_EQ(count("select count(*) from entry where state = 'lapsed'"), 3);
    }
    expect_no_complaint();
}

class two_announcing_clocks : public tests::announcement_clock_test {
protected:
    // No move leads back from an announcement: what it left is taken away for the next round.
    void take_back() {
        service_.run("delete from certificate");
        service_.run("delete from prize");
        service_.run("delete from disclosed_comment");
        service_.run("delete from disclosed_score");
        service_.run("delete from letter");
        service_.run("update entry set sealed_state = state, state = 'eligible'");
        service_.run("update edition set state = 'decided', announced_at = null");
    }
    tests::ticking_clock other_{service_.settings().database.connection};
};

TEST_F(two_announcing_clocks, P3_announce_once_and_write_each_letter_once) {
    announce_in(-1);
    for (int round = 1; round <= rounds; ++round) {
        tick_together(clock_, other_);
        ASSERT_EQ(in_state(), "announced");
        ASSERT_EQ(clock_.moved.size() + other_.moved.size(), static_cast<std::size_t>(round));
        ASSERT_EQ(count("audit_event where action = 'announce'"), round);
        ASSERT_EQ(count(results_), 4);
        ASSERT_EQ(count("prize"), 2);
        ASSERT_EQ(count("certificate where kind <> 'judge'"), 4);
        take_back();
    }
    EXPECT_THAT(clock_.failures, IsEmpty());
    EXPECT_THAT(other_.failures, IsEmpty());
}

}  // namespace
