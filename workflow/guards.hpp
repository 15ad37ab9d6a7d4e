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
#include "workflow/refusal.hpp"
#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

// `acting` is filled by decide() from the actor, in every facts struct. A `reason` is the text that the
// person gave, `decision_recorded` says that a minuted decision stands behind the act.

struct edition_facts {
    role acting = role::nobody;
    instant now{};
    bool reason_given = false;
    bool decision_recorded = false;
    workflow::calendar calendar;
    // opening the call
    int categories = 0;
    int tiers = 0;
    int criteria = 0;
    int weights_total_bp = 0;
    int rule_problems = 0;  // check(rule_set) found so many
    // extending it
    std::optional<instant> extension_decided_at;
    std::optional<instant> new_closes_at;
    // starting to judge
    int submitted_unscreened = 0;  // submitted or returned
    int eligible_entries = 0;
    int minimum_judges_per_entry = 0;
    std::vector<entry_id> eligible_below_minimum;
    bool rule_set_frozen = false;  // hash recorded and published
    // closing it
    int scorecards_outstanding = 0;  // neither submitted, recused nor excused; or reopened
    // ratifying: a slot or a tie by the words that the secretariat knows it by
    std::vector<std::string> slots_unfilled_without_reason;
    std::vector<std::string> unresolved_prize_line_ties;
    std::vector<entry_id> entries_out_of_balance;  // given ≠ counted + recused + void
    int ratifiers = 0;                             // distinct people, this one included
};
BOOST_DESCRIBE_STRUCT(edition_facts, (),
                      (acting, now, reason_given, decision_recorded, calendar, categories, tiers, criteria,
                       weights_total_bp, rule_problems, extension_decided_at, new_closes_at,
                       submitted_unscreened, eligible_entries, minimum_judges_per_entry,
                       eligible_below_minimum, rule_set_frozen, scorecards_outstanding,
                       slots_unfilled_without_reason, unresolved_prize_line_ties, entries_out_of_balance,
                       ratifiers))

struct entry_facts {
    role acting = role::nobody;
    instant now{};
    bool reason_given = false;
    bool decision_recorded = false;
    edition_state edition = edition_state::planned;
    workflow::calendar calendar;
    std::optional<instant> personal_extension;
    bool is_own = false;                // the actor may edit this city's entries
    int other_entries_of_the_city = 0;  // submitted, returned, eligible; without this one, without districts
    int entries_per_city = 2;
    std::vector<std::string> missing_fields;  // questions with a problem, from completeness.hpp
    std::optional<instant> completion_due_at;
    std::vector<std::string> checklist_open;  // screening points not yet ticked
    bool held_for_approval_letter = false;    // a provider entered and the city's letter is not there
};
BOOST_DESCRIBE_STRUCT(entry_facts, (),
                      (acting, now, reason_given, decision_recorded, edition, calendar, personal_extension,
                       is_own, other_entries_of_the_city, entries_per_city, missing_fields, completion_due_at,
                       checklist_open, held_for_approval_letter))

struct scorecard_facts {
    role acting = role::nobody;
    bool reason_given = false;
    bool decision_recorded = false;
    edition_state edition = edition_state::planned;
    bool round_open = true;
    bool is_own = false;  // the actor is this scorecard's judge
    bool terms_accepted = false;
    bool identity_verified = false;
    bool conflict_declared = false;  // the judge has answered for this entry: yes or no
    bool has_conflict = false;
    bool entry_withdrawn = false;             // by its city or for it: there is nothing left to score
    std::vector<std::string> scores_missing;  // criterion keys
    std::vector<std::string> scores_off_scale;
    std::vector<std::string> reasons_missing;  // at an end of the scale, if the rule set says so
};
BOOST_DESCRIBE_STRUCT(scorecard_facts, (),
                      (acting, reason_given, decision_recorded, edition, round_open, is_own, terms_accepted,
                       identity_verified, conflict_declared, has_conflict, entry_withdrawn, scores_missing,
                       scores_off_scale, reasons_missing))

struct certificate_facts {
    role acting = role::nobody;
    bool reason_given = false;
    edition_state edition = edition_state::planned;
    bool replacement_ready = false;
};
BOOST_DESCRIBE_STRUCT(certificate_facts, (), (acting, reason_given, edition, replacement_ready))

// An entry in the wrong category moves only by decision, with the city's consent, before it is scored.
struct category_change_facts {
    bool decision_recorded = false;
    bool city_consents = false;
    int scorecards_begun = 0;  // on this entry, whatever became of them
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
verdict may_be_excused(const scorecard_facts&);  // with a reason; by the clock once the entry is withdrawn
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
