#include "workflow/guards.hpp"

#include <utility>

#include "workflow/deadlines.hpp"
#include "workflow/names.hpp"

namespace workflow {

namespace {

std::vector<particular> facts_of_entries(const std::vector<entry_id>& ids) {
    std::vector<particular> facts;
    for (const auto id : ids) facts.push_back({"entry", std::to_string(value(id))});
    return facts;
}

bool is_by_clock(const edition_facts& facts) {
    return facts.acting == role::clock;
}

}  // namespace

verdict call_is_ready(const edition_facts& facts) {
    if (facts.categories < 1) return refuse(refusal_code::categories_missing);
    if (facts.tiers < 1) return refuse(refusal_code::tiers_missing);
    if (facts.criteria < 1) return refuse(refusal_code::rubric_missing);
    if (facts.weights_total_bp != 10'000)
        return refuse(refusal_code::weights_do_not_sum,
                      {{"total_bp", std::to_string(facts.weights_total_bp)}});
    if (const auto problems = calendar_problems(facts.calendar); !problems.empty())
        return tl::unexpected(problems.front());
    if (facts.rule_problems > 0)
        return refuse(refusal_code::rules_faulty, {{"problems", std::to_string(facts.rule_problems)}});
    if (is_by_clock(facts) && !facts.said_ready) return refuse(refusal_code::not_said_ready);
    if (is_by_clock(facts) && *facts.now < facts.calendar->opens_at)
        return refuse(refusal_code::not_due_yet, {{"due_at", utc_text(facts.calendar->opens_at)}});
    return {};
}

verdict call_may_close(const edition_facts& facts) {
    const auto end = last_moment(facts.calendar, {});
    if (*facts.now >= end) return {};
    if (is_by_clock(facts)) return refuse(refusal_code::not_due_yet, {{"due_at", utc_text(end)}});
    return require_reason(facts.reason_given);
}

verdict extension_is_in_time(const edition_facts& facts) {
    const auto old_deadline = facts.calendar->closes_at;
    const auto& decided_at = facts.extension_decided_at.get();
    const auto& new_deadline = facts.new_closes_at.get();
    if (!decided_at) return refuse(refusal_code::decision_required);
    if (*decided_at >= old_deadline)
        return refuse(refusal_code::extension_too_late,
                      {{"deadline", utc_text(old_deadline)}, {"decided_at", utc_text(*decided_at)}});
    if (!new_deadline || *new_deadline <= old_deadline || *new_deadline <= *facts.now)
        return refuse(refusal_code::extension_not_later, {{"deadline", utc_text(old_deadline)}});
    // What comes after the deadline has to be after the new one too.
    auto moved = facts.calendar.get();
    moved.closes_at = *new_deadline;
    if (const auto problems = calendar_problems(moved); !problems.empty())
        return tl::unexpected(problems.front());
    return {};
}

verdict judging_may_start(const edition_facts& facts) {
    if (facts.submitted_unscreened > 0)
        return refuse(refusal_code::screening_unfinished,
                      {{"entries", std::to_string(facts.submitted_unscreened)}});
    if (facts.eligible_entries < 1) return refuse(refusal_code::no_eligible_entries);
    if (!facts.eligible_below_minimum->empty()) {
        auto named = facts_of_entries(facts.eligible_below_minimum);
        named.push_back({"minimum", std::to_string(facts.minimum_judges_per_entry)});
        return refuse(refusal_code::too_few_judges, std::move(named));
    }
    if (!facts.rule_set_frozen) return refuse(refusal_code::rules_not_frozen);
    return {};
}

verdict scorecards_are_in(const edition_facts& facts) {
    if (facts.scorecards_outstanding > 0)
        return refuse(refusal_code::scorecards_outstanding,
                      {{"scorecards", std::to_string(facts.scorecards_outstanding)}});
    return {};
}

verdict judging_may_resume(const edition_facts& facts) {
    if (!facts.decision_recorded) return refuse(refusal_code::decision_required);
    return {};
}

verdict slate_is_ratifiable(const edition_facts& facts) {
    if (!facts.slots_unfilled_without_reason->empty())
        return refuse(refusal_code::slot_unfilled,
                      particulars_named("slot", facts.slots_unfilled_without_reason));
    if (!facts.unresolved_prize_line_ties->empty())
        return refuse(refusal_code::tie_unresolved,
                      particulars_named("tie", facts.unresolved_prize_line_ties));
    if (!facts.entries_out_of_balance->empty())
        return refuse(refusal_code::scores_out_of_balance, facts_of_entries(facts.entries_out_of_balance));
    if (facts.ratifiers < 2)
        return refuse(refusal_code::needs_two_people, {{"people", std::to_string(facts.ratifiers)}});
    return {};
}

verdict announcement_is_due(const edition_facts& facts) {
    if (!is_by_clock(facts)) return {};
    const auto due = facts.calendar->announce_at;
    if (!due) return refuse(refusal_code::not_due_yet);
    if (*facts.now < *due) return refuse(refusal_code::not_due_yet, {{"due_at", utc_text(*due)}});
    return {};
}

verdict reason_is_given(const edition_facts& facts) {
    return require_reason(facts.reason_given);
}

namespace {

verdict is_own_entry(const entry_facts& facts) {
    if (!facts.is_own) return refuse(refusal_code::not_your_entry);
    return {};
}

verdict form_is_complete(const entry_facts& facts) {
    if (!facts.missing_fields->empty())
        return refuse(refusal_code::missing_fields, particulars_named("field", facts.missing_fields));
    return {};
}

verdict screening_is_open(const entry_facts& facts) {
    if (facts.edition != edition_state::screening)
        return refuse(refusal_code::screening_not_open, state_facts(facts.edition));
    if (facts.of_actors_city) return refuse(refusal_code::own_city);
    return {};
}

verdict is_in_time(deadline_act act, const entry_facts& facts) {
    return may_still(act, facts.calendar, facts.edition, facts.personal_extension, *facts.now);
}

bool is_result_being_made(edition_state state) {
    return state == edition_state::deliberation || state == edition_state::decided;
}

}  // namespace

verdict may_be_submitted(const entry_facts& facts) {
    if (auto own = is_own_entry(facts); !own) return own;
    if (auto timely = is_in_time(deadline_act::submit_entry, facts); !timely) return timely;
    if (facts.other_entries_of_the_city >= facts.entries_per_city)
        return refuse(refusal_code::entry_limit_reached, {{"limit", std::to_string(facts.entries_per_city)}});
    return form_is_complete(facts);
}

verdict may_be_completed(const entry_facts& facts) {
    if (auto own = is_own_entry(facts); !own) return own;
    if (auto timely = may_complete(facts.completion_due_at, facts.edition, *facts.now); !timely)
        return timely;
    return form_is_complete(facts);
}

verdict may_be_reopened(const entry_facts& facts) {
    if (auto own = is_own_entry(facts); !own) return own;
    return is_in_time(deadline_act::reopen_entry, facts);
}

verdict may_be_returned(const entry_facts& facts) {
    if (auto open = screening_is_open(facts); !open) return open;
    if (!facts.reason_given) return refuse(refusal_code::reason_required);
    if (!facts.completion_due_at.get() || **facts.completion_due_at <= *facts.now)
        return refuse(refusal_code::due_date_missing);
    return {};
}

verdict may_be_accepted(const entry_facts& facts) {
    if (auto open = screening_is_open(facts); !open) return open;
    if (facts.held_for_approval_letter) return refuse(refusal_code::approval_letter_missing);
    if (!facts.checklist_open->empty())
        return refuse(refusal_code::checklist_unfinished, particulars_named("point", facts.checklist_open));
    return {};
}

verdict may_be_rejected(const entry_facts& facts) {
    if (auto open = screening_is_open(facts); !open) return open;
    return require_reason(facts.reason_given);
}

verdict may_be_withdrawn(const entry_facts& facts) {
    if (auto timely = is_in_time(deadline_act::withdraw_entry, facts); !timely) return timely;
    if (facts.acting != role::secretariat) return is_own_entry(facts);
    if (facts.of_actors_city) return refuse(refusal_code::own_city);
    return require_reason(facts.reason_given);
}

verdict draft_is_over(const entry_facts& facts) {
    if (facts.edition == edition_state::cancelled) return {};
    if (facts.edition == edition_state::planned || facts.edition == edition_state::open)
        return refuse(refusal_code::draft_still_open, state_facts(facts.edition));
    if (is_in_time(deadline_act::write_entry, facts))
        return refuse(refusal_code::draft_still_open,
                      {{"extended_until", utc_text(**facts.personal_extension)}});
    return {};
}

verdict completion_is_over(const entry_facts& facts) {
    if (may_complete(facts.completion_due_at, facts.edition, *facts.now))
        return refuse(refusal_code::draft_still_open,
                      facts.completion_due_at.get()
                          ? std::vector<particular>{{"due_at", utc_text(**facts.completion_due_at)}}
                          : state_facts(facts.edition));
    return {};
}

verdict slate_is_ratified(const entry_facts& facts) {
    if (is_result_being_made(facts.edition)) return {};
    return refuse(refusal_code::before_ratification, state_facts(facts.edition));
}

verdict result_is_hidden(const entry_facts& facts) {
    if (is_result_being_made(facts.edition)) return {};
    return refuse(refusal_code::result_already_public, state_facts(facts.edition));
}

verdict correction_is_made(const entry_facts& facts) {
    const bool is_ratified = facts.edition == edition_state::decided ||
                             facts.edition == edition_state::announced ||
                             facts.edition == edition_state::archived;
    if (!is_ratified) return refuse(refusal_code::before_ratification, state_facts(facts.edition));
    if (!facts.decision_recorded) return refuse(refusal_code::decision_required);
    return require_reason(facts.reason_given);
}

verdict may_change_category(const category_change_facts& facts) {
    if (facts.scorecards_begun > 0)
        return refuse(refusal_code::entry_already_scored,
                      {{"scorecards", std::to_string(facts.scorecards_begun)}});
    if (!facts.decision_recorded) return refuse(refusal_code::decision_required);
    if (!facts.city_consents) return refuse(refusal_code::consent_required);
    return {};
}

}  // namespace workflow
