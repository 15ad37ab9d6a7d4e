// Facts that were all looked up and say nothing special, and the calendar of tests: the call closes on 30
// June 2014 at 18:00 in Seoul, half an hour of grace.
#pragma once

#include "workflow/guards.hpp"

namespace made_up {

using namespace std::chrono_literals;

inline constexpr workflow::instant deadline{std::chrono::sys_days{std::chrono::year{2014} / 6 / 30} + 9h};

inline workflow::calendar dates() {
    return {"Asia/Seoul",    deadline - 720h, deadline,         30,
            deadline + 240h, deadline + 720h, deadline + 1000h, "2014-11-05"};
}

// Every fact is set, to what an empty edition, entry or scorecard has.
inline void look_up(workflow::edition_facts& facts) {
    facts.now = workflow::instant{};
    facts.reason_given = facts.decision_recorded = facts.rule_set_frozen = false;
    facts.calendar = workflow::calendar{};
    facts.categories = facts.tiers = facts.criteria = facts.weights_total_bp = facts.rule_problems = 0;
    facts.said_ready = true;
    facts.said_ready = true;
    facts.extension_decided_at = facts.new_closes_at = std::nullopt;
    facts.submitted_unscreened = facts.eligible_entries = facts.minimum_judges_per_entry = 0;
    facts.eligible_below_minimum = facts.entries_out_of_balance = std::vector<workflow::entry_id>{};
    facts.slots_unfilled_without_reason = facts.unresolved_prize_line_ties = std::vector<std::string>{};
    facts.scorecards_outstanding = facts.ratifiers = 0;
}
inline void look_up(workflow::entry_facts& facts) {
    facts.now = workflow::instant{};
    facts.reason_given = facts.decision_recorded = facts.is_own = facts.held_for_approval_letter = false;
    facts.of_actors_city = false;
    facts.edition = workflow::edition_state::planned;
    facts.calendar = workflow::calendar{};
    facts.personal_extension = facts.completion_due_at = std::nullopt;
    facts.other_entries_of_the_city = 0;
    facts.entries_per_city = 2;
    facts.missing_fields = facts.checklist_open = std::vector<std::string>{};
}
inline void look_up(workflow::scorecard_facts& facts) {
    facts.reason_given = facts.decision_recorded = facts.is_own = facts.terms_accepted = false;
    facts.identity_verified = facts.conflict_declared = facts.has_conflict = facts.entry_withdrawn = false;
    facts.judge_left = false;
    facts.edition = workflow::edition_state::planned;
    facts.round_open = true;
    facts.scores_missing = facts.scores_off_scale = facts.reasons_missing = std::vector<std::string>{};
}
inline void look_up(workflow::certificate_facts& facts) {
    facts.reason_given = facts.replacement_ready = false;
    facts.edition = workflow::edition_state::planned;
}
template <class Facts>
Facts looked_up() {
    Facts facts;
    look_up(facts);
    return facts;
}

}  // namespace made_up
