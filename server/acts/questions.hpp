#pragma once
// E9: the questions of an edition change while its cities write or have submitted entries. Whom it concerns,
// the letter to them, and what they answered to questions that are gone. Called by pages; the new version of
// the rules is written by its caller, after the letters. Knows no page.

#include "server/acts/entries.hpp"
#include "workflow/form_changes.hpp"

namespace acts {

workflow::answers values_of(const answers_of_entry&);

// An entry that is being written or takes part, and what it answers.
struct entry_concerned {
    store::entry_row row;
    workflow::answers answers;
};
std::vector<entry_concerned> list_concerned_by_questions(store::database&, workflow::edition_id);

// True when a change asks for something that the entry does not answer, or not in that way.
bool is_asked_anew(const entry_concerned&, const std::vector<workflow::form_change>&,
                   const workflow::word_counter&);

// One letter to each of those who hear of the entries, contacts by the questions in force, with `now.reason`.
// `version`: the number of the rules that are about to be written. The edition is locked.
void tell_of_changed_questions(const acting& now, const workflow::edition&,
                               const std::vector<entry_concerned>&, const std::vector<workflow::form_change>&,
                               int version, const workflow::word_counter&);

// What an entry answered to questions that this form does not ask any more, in their words of then.
std::vector<workflow::answer_before> list_answers_before(store::database&, workflow::edition_id,
                                                         const workflow::entry_form& shown,
                                                         const workflow::answers&);

}  // namespace acts
