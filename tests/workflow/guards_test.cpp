// Every guard both ways: facts that satisfy it, then each fact spoilt alone, with the refusal it must name.
#include "workflow/guards.hpp"

#include <gtest/gtest.h>

#include "tests/workflow/made_up.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

using made_up::dates;
using made_up::deadline;

refusal_code code_of(const verdict& answer) {
    EXPECT_FALSE(answer);
    return answer ? refusal_code::no_such_move : answer.error().code;
}

std::string first_fact(const verdict& answer) {
    return answer || answer.error().facts.empty() ? "" : answer.error().facts.front().value;
}

// Facts that satisfy `guard`, spoilt by `spoil`, must give this refusal.
template <class Facts, class Spoil>
verdict spoilt(verdict (*guard)(const Facts&), Facts facts, Spoil spoil) {
    EXPECT_TRUE(guard(facts)) << "the facts must be good before they are spoilt";
    spoil(facts);
    return guard(facts);
}

edition_facts good_edition() {
    edition_facts facts;
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
    EXPECT_EQ(without([](auto& facts) { facts.calendar.closes_at = facts.calendar.opens_at; }),
              code::calendar_out_of_order);
}

TEST(edition_guards, call_opens_by_the_clock_at_its_time_and_by_hand_when_wanted) {
    auto facts = good_edition();
    facts.now = facts.calendar.opens_at - 1us;
    EXPECT_TRUE(call_is_ready(facts));
    facts.acting = role::clock;
    EXPECT_EQ(code_of(call_is_ready(facts)), refusal_code::not_due_yet);
    facts.now = facts.calendar.opens_at;
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
    EXPECT_EQ(without([](auto& facts) { facts.extension_decided_at = {}; }), code::decision_required);
    EXPECT_EQ(without([](auto& facts) { facts.extension_decided_at = deadline; }), code::extension_too_late);
    EXPECT_EQ(without([](auto& facts) { facts.new_closes_at = {}; }), code::extension_not_later);
    EXPECT_EQ(without([](auto& facts) { facts.new_closes_at = deadline; }), code::extension_not_later);
    EXPECT_EQ(without([](auto& facts) { facts.now = deadline + 24h; }), code::extension_not_later);
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
    facts.now = *facts.calendar.announce_at - 1us;
    EXPECT_EQ(code_of(announcement_is_due(facts)), refusal_code::not_due_yet);
    facts.now = *facts.calendar.announce_at;
    EXPECT_TRUE(announcement_is_due(facts));
    facts.calendar.announce_at = {};
    EXPECT_EQ(code_of(announcement_is_due(facts)), refusal_code::not_due_yet);
}

TEST(edition_guards, reason_is_given) {
    verdict (*guard)(const edition_facts&) = reason_is_given;
    EXPECT_EQ(code_of(spoilt(guard, good_edition(), [](auto& facts) { facts.reason_given = false; })),
              refusal_code::reason_required);
}

entry_facts good_entry(edition_state phase) {
    entry_facts facts;
    facts.acting = phase == edition_state::open ? role::applicant : role::secretariat;
    facts.calendar = dates();
    facts.edition = phase;
    facts.now = phase == edition_state::open ? deadline - 1h : deadline + 24h;
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    facts.other_entries_of_the_city = 1;
    facts.completion_due_at = facts.now + 1h;
    return facts;
}

TEST(entry_guards, E3_may_be_submitted) {
    using code = refusal_code;
    const auto without = [](auto spoil) {
        return spoilt(may_be_submitted, good_entry(edition_state::open), spoil);
    };
    EXPECT_EQ(code_of(without([](auto& facts) { facts.is_own = false; })), code::not_your_entry);
    EXPECT_EQ(code_of(without([](auto& facts) { facts.edition = edition_state::planned; })),
              code::not_open_yet);
    EXPECT_EQ(code_of(without([](auto& facts) { facts.now = deadline + 30min; })), code::call_closed);
    const auto lacking = without([](auto& facts) { facts.missing_fields = {"results", "contact_email"}; });
    EXPECT_EQ(lacking.error(),
              (refusal{code::missing_fields, {{"field", "results"}, {"field", "contact_email"}}}));
}

TEST(entry_guards, E1_a_third_entry_of_a_city_is_refused_at_submission) {
    const auto third = spoilt(may_be_submitted, good_entry(edition_state::open),
                              [](auto& facts) { facts.other_entries_of_the_city = 2; });
    EXPECT_EQ(third.error(), (refusal{refusal_code::entry_limit_reached, {{"limit", "2"}}}));
    auto generous = good_entry(edition_state::open);
    generous.other_entries_of_the_city = 2;
    generous.entries_per_city = 3;
    EXPECT_TRUE(may_be_submitted(generous));
}

TEST(entry_guards, may_be_completed) {
    using code = refusal_code;
    const auto without = [](auto spoil) {
        return code_of(spoilt(may_be_completed, good_entry(edition_state::screening), spoil));
    };
    EXPECT_EQ(without([](auto& facts) { facts.is_own = false; }), code::not_your_entry);
    EXPECT_EQ(without([](auto& facts) { facts.now = *facts.completion_due_at; }), code::completion_overdue);
    EXPECT_EQ(without([](auto& facts) { facts.edition = edition_state::judging; }), code::screening_not_open);
    EXPECT_EQ(without([](auto& facts) { facts.missing_fields = {"users"}; }), code::missing_fields);
    auto second = good_entry(edition_state::screening);
    second.other_entries_of_the_city = 2;
    EXPECT_TRUE(may_be_completed(second)) << "E1 was answered when it was submitted first";
}

TEST(entry_guards, E5_reopens_before_the_deadline_and_not_in_the_grace_period) {
    using code = refusal_code;
    const auto without = [](auto spoil) {
        return code_of(spoilt(may_be_reopened, good_entry(edition_state::open), spoil));
    };
    EXPECT_EQ(without([](auto& facts) { facts.is_own = false; }), code::not_your_entry);
    EXPECT_EQ(without([](auto& facts) { facts.now = deadline; }), code::call_closed);
}

TEST(entry_guards, screening_has_its_time_its_reason_and_its_checklist) {
    using code = refusal_code;
    const auto screening = good_entry(edition_state::screening);
    const auto too_early = [](auto& facts) { facts.edition = edition_state::open; };
    const auto no_reason = [](auto& facts) { facts.reason_given = false; };
    EXPECT_EQ(code_of(spoilt(may_be_returned, screening, too_early)), code::screening_not_open);
    EXPECT_EQ(code_of(spoilt(may_be_returned, screening, no_reason)), code::reason_required);
    EXPECT_EQ(code_of(spoilt(may_be_returned, screening, [](auto& facts) { facts.completion_due_at = {}; })),
              code::due_date_missing);
    EXPECT_EQ(
        code_of(spoilt(may_be_returned, screening, [](auto& facts) { facts.completion_due_at = facts.now; })),
        code::due_date_missing);
    EXPECT_EQ(code_of(spoilt(may_be_rejected, screening, too_early)), code::screening_not_open);
    EXPECT_EQ(code_of(spoilt(may_be_rejected, screening, no_reason)), code::reason_required);
    EXPECT_EQ(code_of(spoilt(may_be_accepted, screening, too_early)), code::screening_not_open);
    EXPECT_EQ(code_of(spoilt(may_be_accepted, screening,
                             [](auto& facts) { facts.held_for_approval_letter = true; })),
              code::approval_letter_missing);
    EXPECT_EQ(code_of(spoilt(may_be_accepted, screening,
                             [](auto& facts) { facts.checklist_open = {"in_english"}; })),
              code::checklist_unfinished);
}

TEST(entry_guards, may_be_withdrawn) {
    const auto own = good_entry(edition_state::open);
    EXPECT_EQ(code_of(spoilt(may_be_withdrawn, own, [](auto& facts) { facts.is_own = false; })),
              refusal_code::not_your_entry);
    EXPECT_EQ(
        code_of(spoilt(may_be_withdrawn, own, [](auto& facts) { facts.edition = edition_state::decided; })),
        refusal_code::not_editable_now);
    auto by_secretariat = good_entry(edition_state::judging);
    by_secretariat.is_own = false;
    EXPECT_EQ(
        code_of(spoilt(may_be_withdrawn, by_secretariat, [](auto& facts) { facts.reason_given = false; })),
        refusal_code::reason_required);
}

TEST(entry_guards, a_draft_lapses_when_no_extension_holds) {
    const auto closed = good_entry(edition_state::screening);
    EXPECT_EQ(
        code_of(spoilt(draft_is_over, closed, [](auto& facts) { facts.edition = edition_state::open; })),
        refusal_code::draft_still_open);
    EXPECT_EQ(code_of(spoilt(draft_is_over, closed,
                             [](auto& facts) { facts.personal_extension = facts.now + 1us; })),
              refusal_code::draft_still_open);
    auto cancelled = good_entry(edition_state::cancelled);
    EXPECT_TRUE(draft_is_over(cancelled));
}

TEST(entry_guards, a_request_lapses_after_its_due_date) {
    auto overdue = good_entry(edition_state::screening);
    overdue.completion_due_at = overdue.now;
    EXPECT_EQ(code_of(spoilt(completion_is_over, overdue,
                             [](auto& facts) { facts.completion_due_at = facts.now + 1us; })),
              refusal_code::draft_still_open);
    EXPECT_EQ(code_of(spoilt(completion_is_over, overdue, [](auto& facts) { facts.completion_due_at = {}; })),
              refusal_code::draft_still_open);
}

TEST(entry_guards, the_slate_awards_only_while_it_is_made) {
    const auto early = [](auto& facts) { facts.edition = edition_state::judging; };
    const auto late = [](auto& facts) { facts.edition = edition_state::announced; };
    const auto deliberating = good_entry(edition_state::deliberation);
    EXPECT_EQ(code_of(spoilt(slate_is_ratified, deliberating, early)), refusal_code::before_ratification);
    EXPECT_EQ(code_of(spoilt(slate_is_ratified, good_entry(edition_state::decided), late)),
              refusal_code::before_ratification);
    EXPECT_EQ(code_of(spoilt(result_is_hidden, deliberating, late)), refusal_code::result_already_public);
}

TEST(entry_guards, P4_a_correction_needs_a_decision_with_a_cause) {
    using code = refusal_code;
    for (const auto phase : {edition_state::decided, edition_state::announced, edition_state::archived}) {
        const auto without = [&](auto spoil) {
            return code_of(spoilt(correction_is_made, good_entry(phase), spoil));
        };
        EXPECT_EQ(without([](auto& facts) { facts.decision_recorded = false; }), code::decision_required);
        EXPECT_EQ(without([](auto& facts) { facts.reason_given = false; }), code::reason_required);
        EXPECT_EQ(without([](auto& facts) { facts.edition = edition_state::deliberation; }),
                  code::before_ratification);
    }
}

TEST(entry_guards, the_category_changes_by_decision_with_consent_before_scoring) {
    const category_change_facts good{true, true, 0};
    EXPECT_EQ(code_of(spoilt(may_change_category, good, [](auto& facts) { facts.scorecards_begun = 1; })),
              refusal_code::entry_already_scored);
    EXPECT_EQ(
        code_of(spoilt(may_change_category, good, [](auto& facts) { facts.decision_recorded = false; })),
        refusal_code::decision_required);
    EXPECT_EQ(code_of(spoilt(may_change_category, good, [](auto& facts) { facts.city_consents = false; })),
              refusal_code::consent_required);
}

}  // namespace
