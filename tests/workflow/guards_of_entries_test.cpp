// Every guard of entries both ways, as in guards_test.cpp.
#include <gtest/gtest.h>

#include "tests/workflow/made_up.hpp"
#include "tests/workflow/spoilt.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

using made_up::dates;
using made_up::deadline;
using spoiling::code_of;
using spoiling::spoilt;

entry_facts good_entry(edition_state phase) {
    auto facts = made_up::looked_up<entry_facts>();
    facts.acting = phase == edition_state::open ? role::applicant : role::secretariat;
    facts.calendar = dates();
    facts.edition = phase;
    facts.now = phase == edition_state::open ? deadline - 1h : deadline + 24h;
    facts.reason_given = facts.decision_recorded = facts.is_own = true;
    facts.other_entries_of_the_city = 1;
    facts.completion_due_at = *facts.now + 1h;
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
    EXPECT_EQ(without([](auto& facts) { facts.now = **facts.completion_due_at; }), code::completion_overdue);
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
    EXPECT_EQ(code_of(spoilt(may_be_returned, screening,
                             [](auto& facts) { facts.completion_due_at = std::nullopt; })),
              code::due_date_missing);
    EXPECT_EQ(code_of(spoilt(may_be_returned, screening,
                             [](auto& facts) { facts.completion_due_at = facts.now.get(); })),
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

TEST(entry_guards, E8_the_secretariat_decides_nothing_about_a_city_of_its_own) {
    const auto own = [](auto& facts) { facts.of_actors_city = true; };
    const auto screening = good_entry(edition_state::screening);
    for (const auto guard : {may_be_returned, may_be_accepted, may_be_rejected})
        EXPECT_EQ(code_of(spoilt(guard, screening, own)), refusal_code::own_city);
    EXPECT_EQ(code_of(spoilt(may_be_withdrawn, good_entry(edition_state::judging), own)),
              refusal_code::own_city);
    EXPECT_TRUE(may_be_withdrawn([&] {
        auto by_city = good_entry(edition_state::open);
        own(by_city);
        return by_city;
    }()))
        << "a city may";
}

TEST(entry_guards, a_draft_lapses_when_no_extension_holds) {
    const auto closed = good_entry(edition_state::screening);
    EXPECT_EQ(
        code_of(spoilt(draft_is_over, closed, [](auto& facts) { facts.edition = edition_state::open; })),
        refusal_code::draft_still_open);
    EXPECT_EQ(code_of(spoilt(draft_is_over, closed,
                             [](auto& facts) { facts.personal_extension = *facts.now + 1us; })),
              refusal_code::draft_still_open);
    auto cancelled = good_entry(edition_state::cancelled);
    EXPECT_TRUE(draft_is_over(cancelled));
}

TEST(entry_guards, a_request_lapses_after_its_due_date) {
    auto overdue = good_entry(edition_state::screening);
    overdue.completion_due_at = overdue.now.get();
    EXPECT_EQ(code_of(spoilt(completion_is_over, overdue,
                             [](auto& facts) { facts.completion_due_at = *facts.now + 1us; })),
              refusal_code::draft_still_open);
    EXPECT_EQ(code_of(spoilt(completion_is_over, overdue,
                             [](auto& facts) { facts.completion_due_at = std::nullopt; })),
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
