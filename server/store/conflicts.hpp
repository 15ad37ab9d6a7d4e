#pragma once
// Conflicts of interest as rows: what the rule looks at, what it found, what people declared or challenged.
// The finding itself is judging's; acts/conflicts.hpp is what every writer of a judge's or an entry's data
// calls.

#include "judging/conflict.hpp"
#include "server/store/audit.hpp"

namespace store {

// Everything that list_conflicts() looks at (J12: all that is known of a person): judges who have not left,
// entries that were submitted. Also a
// withdrawn one: what a judge must not see does not become visible because its city has gone (J2).
struct conflict_inputs {
    std::vector<judging::judge_facts> judges;
    std::vector<judging::entry_facts> entries;
    judging::recorded_facts recorded;
};
// `contact_questions`: the keys of the form's questions that ask for the entry's e-mail address.
conflict_inputs load_conflict_inputs(database&, workflow::edition_id,
                                     const std::vector<std::string>& contact_questions);
// The editions that go on and have this person among their judges.
std::vector<workflow::edition_id> list_editions_judged_by(database&, workflow::person_id);

// Until the end of the transaction nobody else works out the conflicts of this edition: what two writers
// change at one time, the second to work them out sees whole.
void lock_conflicts(database&, workflow::edition_id);
// The conflicts found by rule, as they are kept now.
std::vector<judging::conflict> list_found_conflicts(database&, workflow::edition_id);
// Brings the kept ones from one list to the other; `explanation` of each is made of its fact.
void change_found_conflicts(database&, workflow::edition_id, const judging::conflict_changes&);

struct conflict_line {
    std::int64_t id;
    workflow::judge_id judge_id;
    std::string judge;
    workflow::entry_id entry_id;
    std::optional<int> number;
    std::string title, city;
    judging::conflict_kind kind;
    std::string explanation;
    bool bars, by_rule;
    workflow::instant found_at;
};
BOOST_DESCRIBE_STRUCT(conflict_line, (),
                      (id, judge_id, judge, entry_id, number, title, city, kind, explanation, bars, by_rule,
                       found_at))
std::vector<conflict_line> list_conflicts(database&, workflow::edition_id);
std::vector<conflict_line> list_conflicts_of_entry(database&, workflow::entry_id);

// The secretariat takes a judge off an entry for a conflict: it bars as a declaration does (J12). The move of
// the scorecard, if there is one, has the audit event.
void bar_taken_off(database&, const author&, workflow::judge_id, workflow::entry_id, std::string_view reason);

// J11: what bars this judge from this entry because somebody said so (a declaration, taking off) bars no
// more; the record stays, with the reason. What was found by rule, or challenged, is untouched.
void lift_said(database&, const author&, workflow::judge_id, workflow::entry_id, std::string_view reason);

// Somebody challenges a judge: it bars until it is settled. Returns false when one is recorded already.
bool record_challenge(database&, const author&, workflow::judge_id, workflow::entry_id,
                      std::string_view reason);
// Upheld: it goes on to bar; dismissed: it does not. Throws not_found when it is no challenge of this
// edition.
void settle_challenge(database&, const author&, std::int64_t id, bool upheld, std::string_view reason);

}  // namespace store
