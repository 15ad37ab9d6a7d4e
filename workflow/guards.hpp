#pragma once
// The named conditions of the lifecycle tables: one function each, which looks at plain facts gathered in
// the caller's transaction and returns nothing or a refusal that names what is missing. Called by decide()
// and by tests; no guard knows where a fact came from.

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "workflow/edition.hpp"
#include "workflow/ids.hpp"
#include "workflow/known.hpp"
#include "workflow/refusal.hpp"
#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

// Every fact is `known`: unset, it refuses (known.hpp). store/move_facts.hpp loads them, one function for
// each machine; what only the act itself knows (a reason, a decision, what is still missing) the act adds.
// `acting` is filled by decide() from the actor, in every facts struct. A `reason` is the text that the
// person gave, `decision_recorded` says that a minuted decision stands behind the act.

struct edition_facts {
    role acting = role::nobody;
    known<instant> now;
    known<bool> reason_given;
    known<bool> decision_recorded;
    known<workflow::calendar> calendar;
    // opening the call
    known<int> categories;
    known<int> tiers;
    known<int> criteria;
    known<int> weights_total_bp;
    known<int> rule_problems;  // check(rule_set) found so many
    known<bool> said_ready;    // by a person of the secretariat: the clock waits for it
    // extending it
    known<std::optional<instant>> extension_decided_at;
    known<std::optional<instant>> new_closes_at;
    // starting to judge
    known<int> submitted_unscreened;  // submitted or returned
    known<int> eligible_entries;
    known<int> minimum_judges_per_entry;
    known<std::vector<entry_id>> eligible_below_minimum;
    known<bool> rule_set_frozen;  // hash recorded and published
    // closing it
    known<int> scorecards_outstanding;  // neither submitted, recused nor excused; or reopened
    // ratifying: a slot or a tie by the words that the secretariat knows it by
    known<std::vector<std::string>> slots_unfilled_without_reason;
    known<std::vector<std::string>> unresolved_prize_line_ties;
    known<std::vector<entry_id>> entries_out_of_balance;  // given ≠ counted + recused + void
    known<int> ratifiers;                                 // distinct people, this one included
};
BOOST_DESCRIBE_STRUCT(edition_facts, (),
                      (acting, now, reason_given, decision_recorded, calendar, categories, tiers, criteria,
                       weights_total_bp, rule_problems, said_ready, extension_decided_at, new_closes_at,
                       submitted_unscreened, eligible_entries, minimum_judges_per_entry,
                       eligible_below_minimum, rule_set_frozen, scorecards_outstanding,
                       slots_unfilled_without_reason, unresolved_prize_line_ties, entries_out_of_balance,
                       ratifiers))

struct entry_facts {
    role acting = role::nobody;
    known<instant> now;
    known<bool> reason_given;
    known<bool> decision_recorded;
    known<edition_state> edition;
    known<workflow::calendar> calendar;
    known<std::optional<instant>> personal_extension;
    known<bool> is_own;          // the actor may edit this city's entries
    known<bool> of_actors_city;  // the actor does so, or has asked to
    known<int>
        other_entries_of_the_city;  // submitted, returned, eligible; without this one, without districts
    known<int> entries_per_city;
    known<std::vector<std::string>> missing_fields;  // questions with a problem, from completeness.hpp
    known<std::optional<instant>> completion_due_at;
    known<std::vector<std::string>> checklist_open;  // screening points not yet ticked
    known<bool> held_for_approval_letter;            // a provider entered and the city's letter is not there
};
BOOST_DESCRIBE_STRUCT(entry_facts, (),
                      (acting, now, reason_given, decision_recorded, edition, calendar, personal_extension,
                       is_own, of_actors_city, other_entries_of_the_city, entries_per_city, missing_fields,
                       completion_due_at, checklist_open, held_for_approval_letter))

struct scorecard_facts {
    role acting = role::nobody;
    known<bool> reason_given;
    known<bool> decision_recorded;
    known<edition_state> edition;
    known<bool> round_open;
    known<bool> is_own;  // the actor is this scorecard's judge
    known<bool> terms_accepted;
    known<bool> identity_verified;
    known<bool> conflict_declared;  // the judge has answered for this entry: yes or no
    known<bool> has_conflict;
    known<bool> judge_left;                          // the panel
    known<bool> entry_withdrawn;                     // by its city or for it: there is nothing left to score
    known<std::vector<std::string>> scores_missing;  // criterion keys
    known<std::vector<std::string>> scores_off_scale;
    known<std::vector<std::string>> reasons_missing;  // at an end of the scale, if the rule set says so
};
BOOST_DESCRIBE_STRUCT(scorecard_facts, (),
                      (acting, reason_given, decision_recorded, edition, round_open, is_own, terms_accepted,
                       identity_verified, conflict_declared, has_conflict, judge_left, entry_withdrawn,
                       scores_missing, scores_off_scale, reasons_missing))

struct certificate_facts {
    role acting = role::nobody;
    known<bool> reason_given;
    known<edition_state> edition;
    known<bool> replacement_ready;
};
BOOST_DESCRIBE_STRUCT(certificate_facts, (), (acting, reason_given, edition, replacement_ready))

// An entry in the wrong category moves only by decision, with the city's consent, before it is scored.
struct category_change_facts {
    known<bool> decision_recorded;
    known<bool> city_consents;
    known<int> scorecards_begun;  // on this entry, whatever became of them
};
BOOST_DESCRIBE_STRUCT(category_change_facts, (), (decision_recorded, city_consents, scorecards_begun))
verdict may_change_category(const category_change_facts&);

// Edition
verdict call_is_ready(const edition_facts&);         // set up completely; by the clock not before its time
verdict call_may_close(const edition_facts&);        // after the grace; earlier by hand, with a reason
verdict extension_is_in_time(const edition_facts&);  // decided before the old deadline, for a later one
verdict judging_may_start(const edition_facts&);     // all screened, judges enough, rules frozen
verdict scorecards_are_in(const edition_facts&);     // nothing outstanding
verdict judging_may_resume(const edition_facts&);    // a decision stands behind it
verdict slate_is_ratifiable(const edition_facts&);   // every slot, every tie, the balance, two people
verdict announcement_is_due(const edition_facts&);   // by hand, or at its instant
verdict reason_is_given(const edition_facts&);

// Entry
verdict may_be_submitted(const entry_facts&);    // own, in time, within the limit, complete
verdict may_be_completed(const entry_facts&);    // a returned one: own, by its due date, complete
verdict may_be_reopened(const entry_facts&);     // E5: own, before the deadline
verdict may_be_returned(const entry_facts&);     // in screening, a reason, a due date ahead
verdict may_be_accepted(const entry_facts&);     // in screening, checklist done, letter there
verdict may_be_rejected(const entry_facts&);     // in screening, a reason
verdict may_be_withdrawn(const entry_facts&);    // own, or by the secretariat with a reason
verdict draft_is_over(const entry_facts&);       // the call is closed and no extension holds
verdict completion_is_over(const entry_facts&);  // the due date has passed
verdict slate_is_ratified(const entry_facts&);   // it happens as the edition's slate is ratified
verdict result_is_hidden(const entry_facts&);    // the slate is withdrawn before the announcement
verdict correction_is_made(const entry_facts&);  // P4: a decision with a cause, after ratification

// Scorecard
verdict may_be_scored(const scorecard_facts&);         // own, judging open, declared, without a conflict
verdict scores_are_complete(const scorecard_facts&);   // the same, and every score is there
verdict judging_is_closing(const scorecard_facts&);    // the edition closes or has closed judging
verdict decision_is_recorded(const scorecard_facts&);  // minuted, once there is something to decide on
verdict may_be_relocked(const scorecard_facts&);       // complete again; nobody but its judge changed it
verdict may_be_recused(const scorecard_facts&);        // own or by the secretariat with a reason; or by rule
verdict may_be_excused(const scorecard_facts&);        // with a reason
verdict may_be_put_back(const scorecard_facts&);  // the same, while judging is open and nothing else bars
verdict entry_is_withdrawn(
    const scorecard_facts&);  // with a reason; by the clock once the entry is withdrawn
verdict reason_is_given(const scorecard_facts&);

// Certificate
verdict replacement_is_ready(const certificate_facts&);  // announced, a reason, the new certificate exists
verdict revocation_is_due(const certificate_facts&);     // announced, a reason

// The name of a guard, for the drawings; empty for none.
std::string guard_name(verdict (*)(const edition_facts&));
std::string guard_name(verdict (*)(const entry_facts&));
std::string guard_name(verdict (*)(const scorecard_facts&));
std::string guard_name(verdict (*)(const certificate_facts&));

}  // namespace workflow
