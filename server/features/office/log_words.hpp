#pragma once
// The audit log in words: acts, moves, what they are about, in which role somebody acted. The office's log
// and an entry's history show these sentences; filters keep the stored words. An enumerator without words
// does not compile; a stored word that is no enumerator any more is shown with blanks for its underscores.

#include "server/pages/phrase.hpp"
#include "workflow/audit_words.hpp"

namespace features {

pages::phrase words_for(workflow::audit_action);
pages::phrase words_for(workflow::audit_subject);

// From here on by the stored word.
// "answer_saved": an act, or the action of a lifecycle's move, of which the subject is the machine.
pages::phrase words_for_act(std::string_view subject, std::string_view action);
// "rule_set": what an act was about.
pages::phrase words_for_subject(std::string_view subject);
// The state of a lifecycle, by what it is the state of.
pages::phrase words_for_state(std::string_view subject, std::string_view state);
// "clock": in which role somebody acted.
pages::phrase words_for_role(std::string_view role);

}  // namespace features
