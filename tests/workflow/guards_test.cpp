// Every guard of editions both ways: facts that satisfy it, then each fact spoilt alone, with the refusal it
// must name.
#include "workflow/guards.hpp"

#include <gtest/gtest.h>

#include "tests/workflow/made_up.hpp"
#include "tests/workflow/spoilt.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

using made_up::dates;
using made_up::deadline;
using spoiling::code_of;
using spoiling::first_fact;
using spoiling::spoilt;

edition_facts good_edition() {
    auto facts = made_up::looked_up<edition_facts>();
    facts.acting = role::secretariat;
    facts.calendar = dates();
    facts.now = deadline - 24h;
    facts.reason_given = facts.decision_recorded = facts.rule_set_frozen = true;
    facts.categories = 5;
    facts.tiers = 2;
    facts.criteria = 6;
    facts.weights_total_bp = 10'000;
    facts.eligible_entries = 68;
    facts.minimum_judges_per_entry = 3;
    facts.extension_decided_at = deadline - 24h;
    facts.new_closes_at = deadline + 24h;
    facts.ratifiers = 2;
    return facts;
}

TEST(edition_guards, call_is_ready) {
    using code = refusal_code;
    const auto without = [](auto spoil) { return code_of(spoilt(call_is_ready, good_edition(), spoil)); };
    EXPECT_EQ(without([](auto& facts) { facts.categories = 0; }), code::categories_missing);
    EXPECT_EQ(without([](auto& facts) { facts.tiers = 0; }), code::tiers_missing);
    EXPECT_EQ(without([](auto& facts) { facts.criteria = 0; }), code::rubric_missing);
    EXPECT_EQ(without([](auto& facts) { facts.weights_total_bp = 9'900; }), code::weights_do_not_sum);
    EXPECT_EQ(without([](auto& facts) { facts.rule_problems = 1; }), code::rules_faulty);
    EXPECT_EQ(without([](auto& facts) { facts.calendar->closes_at = facts.calendar->opens_at; }),
              code::calendar_out_of_order);
}

TEST(edition_guards, call_opens_by_the_clock_at_its_time_and_by_hand_when_wanted) {
    auto facts = good_edition();
    facts.now = facts.calendar->opens_at - 1us;
    EXPECT_TRUE(call_is_ready(facts));
    facts.acting = role::clock;
    EXPECT_EQ(code_of(call_is_ready(facts)), refusal_code::not_due_yet);
    facts.now = facts.calendar->opens_at;
    EXPECT_TRUE(call_is_ready(facts));
}

TEST(edition_guards, E4_call_closes_by_the_clock_after_the_grace_period) {
    auto facts = good_edition();
    facts.acting = role::clock;
    facts.now = deadline + 30min - 1us;
    EXPECT_EQ(code_of(call_may_close(facts)), refusal_code::not_due_yet);
    EXPECT_EQ(first_fact(call_may_close(facts)), "2014-06-30T09:30:00Z");
    facts.now = deadline + 30min;
    EXPECT_TRUE(call_may_close(facts));
}

TEST(edition_guards, call_closes_early_by_hand_with_a_reason_only) {
    auto facts = good_edition();
    EXPECT_TRUE(call_may_close(facts));
    facts.reason_given = false;
    EXPECT_EQ(code_of(call_may_close(facts)), refusal_code::reason_required);
    facts.now = deadline + 1h;
    EXPECT_TRUE(call_may_close(facts));
}

TEST(edition_guards, E4_extension_is_decided_before_the_old_deadline) {
    using code = refusal_code;
    const auto without = [](auto spoil) {
        return code_of(spoilt(extension_is_in_time, good_edition(), spoil));
    };
    EXPECT_EQ(without([](auto& facts) { facts.extension_decided_at = std::nullopt; }),
              code::decision_required);
    EXPECT_EQ(without([](auto& facts) { facts.extension_decided_at = deadline; }), code::extension_too_late);
    EXPECT_EQ(without([](auto& facts) { facts.new_closes_at = std::nullopt; }), code::extension_not_later);
    EXPECT_EQ(without([](auto& facts) { facts.new_closes_at = deadline; }), code::extension_not_later);
    EXPECT_EQ(without([](auto& facts) { facts.now = deadline + 24h; }), code::extension_not_later);
    EXPECT_EQ(without([](auto& facts) { facts.new_closes_at = facts.calendar->judging_opens_at + 1h; }),
              code::calendar_out_of_order)
        << "after judging opens nothing could be written";
}

TEST(edition_guards, judging_may_start) {
    using code = refusal_code;
    const auto without = [](auto spoil) { return spoilt(judging_may_start, good_edition(), spoil); };
    const auto unscreened = without([](auto& facts) { facts.submitted_unscreened = 4; });
    EXPECT_EQ(code_of(unscreened), code::screening_unfinished);
    EXPECT_EQ(first_fact(unscreened), "4");
    EXPECT_EQ(code_of(without([](auto& facts) { facts.eligible_entries = 0; })), code::no_eligible_entries);
    const auto thin = without([](auto& facts) { facts.eligible_below_minimum = {entry_id{7}, entry_id{9}}; });
    EXPECT_EQ(thin.error(),
              (refusal{code::too_few_judges, {{"entry", "7"}, {"entry", "9"}, {"minimum", "3"}}}));
    EXPECT_EQ(code_of(without([](auto& facts) { facts.rule_set_frozen = false; })), code::rules_not_frozen);
}

TEST(edition_guards, scorecards_are_in) {
    const auto one =
        spoilt(scorecards_are_in, good_edition(), [](auto& facts) { facts.scorecards_outstanding = 1; });
    EXPECT_EQ(one.error(), (refusal{refusal_code::scorecards_outstanding, {{"scorecards", "1"}}}));
}

TEST(edition_guards, judging_resumes_by_decision) {
    EXPECT_EQ(code_of(spoilt(judging_may_resume, good_edition(),
                             [](auto& facts) { facts.decision_recorded = false; })),
              refusal_code::decision_required);
}

TEST(edition_guards, slate_is_ratifiable) {
    using code = refusal_code;
    const auto without = [](auto spoil) { return spoilt(slate_is_ratifiable, good_edition(), spoil); };
    const auto open = without([](auto& facts) { facts.slots_unfilled_without_reason = {"Services, Best"}; });
    EXPECT_EQ(open.error(), (refusal{code::slot_unfilled, {{"slot", "Services, Best"}}}));
    EXPECT_EQ(code_of(without([](auto& facts) { facts.unresolved_prize_line_ties = {"Efficiency, 3"}; })),
              code::tie_unresolved);
    EXPECT_EQ(code_of(without([](auto& facts) { facts.entries_out_of_balance = {entry_id{3}}; })),
              code::scores_out_of_balance);
    EXPECT_EQ(code_of(without([](auto& facts) { facts.ratifiers = 1; })), code::needs_two_people);
}

TEST(edition_guards, P3_announcement_is_due_by_the_clock_at_its_instant_only) {
    auto facts = good_edition();
    EXPECT_TRUE(announcement_is_due(facts)) << "by hand";
    facts.acting = role::clock;
    facts.now = *facts.calendar->announce_at - 1us;
    EXPECT_EQ(code_of(announcement_is_due(facts)), refusal_code::not_due_yet);
    facts.now = *facts.calendar->announce_at;
    EXPECT_TRUE(announcement_is_due(facts));
    facts.calendar->announce_at = {};
    EXPECT_EQ(code_of(announcement_is_due(facts)), refusal_code::not_due_yet);
}

TEST(edition_guards, reason_is_given) {
    verdict (*guard)(const edition_facts&) = reason_is_given;
    EXPECT_EQ(code_of(spoilt(guard, good_edition(), [](auto& facts) { facts.reason_given = false; })),
              refusal_code::reason_required);
}

}  // namespace
