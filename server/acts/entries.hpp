#pragma once
// The acts on an entry: submitting, reopening, withdrawing, screening, lapsing. Called by the city's and the
// secretariat's pages, by the clock and by the demonstration. Each takes the edition's shared lock, so that
// the phase cannot end meanwhile, locks the entry, asks the table and makes the move with all that it names.
// One transaction of the caller.

#include "server/acts/moving.hpp"
#include "server/store/answers.hpp"
#include "server/store/attachments.hpp"
#include "server/store/entries.hpp"
#include "server/store/entry_versions.hpp"
#include "workflow/completeness.hpp"

namespace acts {

using entry_moved = tl::expected<workflow::entry_decision, workflow::refusal>;

// A new draft of a city that the acting person writes for. Refuses when the call is closed for it, and
// `too_many_drafts`.
tl::expected<workflow::entry_id, workflow::refusal> begin_entry(const acting&, const store::new_entry&);
// draft or returned -> submitted (E1, E3, E5). Refuses `missing_fields` by their names,
// `entry_limit_reached`.
entry_moved submit_entry(const acting&, workflow::entry_id, const workflow::word_counter&);
// submitted or lapsed -> draft.
entry_moved reopen_entry(const acting&, workflow::entry_id);
// -> withdrawn, by the city or for it; `now.reason` is kept with it.
entry_moved withdraw_entry(const acting&, workflow::entry_id);

// Screening: submitted -> eligible (a proposed city is accepted with it), ineligible, or returned with a due
// date.
entry_moved accept_entry(const acting&, workflow::entry_id);
entry_moved reject_entry(const acting&, workflow::entry_id);
entry_moved return_entry(const acting&, workflow::entry_id, std::optional<workflow::instant> due_at);

// Returned entries of the edition whose due date has passed, and drafts whose city's extension has run out;
// returns how many lapsed.
int lapse_overdue_entries(const acting&);

// What an entry consists of beside its row, and what still blocks its submission, in the order of the form
// (E3).
using answers_of_entry = std::map<std::string, store::answer_row>;
struct entry_contents {
    answers_of_entry answers;
    std::vector<workflow::attachment> files;
    std::vector<std::string> unfinished_uploads;
    std::vector<workflow::field_problem> missing;
};
entry_contents load_contents(store::database&, const store::entry_row&, const workflow::rule_set&,
                             const workflow::word_counter&);
// Of the contents without `missing`.
std::vector<workflow::field_problem> list_missing(const store::entry_row&, const entry_contents&,
                                                  const workflow::rule_set&, const workflow::word_counter&);
std::vector<std::string> names_of(const std::vector<workflow::field_problem>&);

// The answer as it stands: of the entry's row, or of its answers.
std::string stored_answer(const store::entry_row&, const std::map<std::string, store::answer_row>&,
                          std::string_view question);

// The version that a submission of now keeps (E5): every field and file with its SHA-256.
store::kept_version version_of(const store::entry_row&, const workflow::edition&, const store::kept_rules&,
                               const entry_contents&, workflow::instant submitted_at);

// The end of writing for this entry as people are told it: the due date of a returned one, its city's
// extension if that is later, else the published deadline.
workflow::instant deadline_of(const store::entry_row&, const workflow::edition&);
// The same without a request for completion.
workflow::instant end_of_writing(const store::entry_row&, const workflow::edition&);

}  // namespace acts
