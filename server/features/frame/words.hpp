#pragma once
// The states and moves of the lifecycles as the secretariat reads them, with the colour of their tags. The
// words in SQL and URLs are the enumerators themselves; these are their sentences.

#include "judging/assignment.hpp"
#include "server/pages/display.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace features {

pages::phrase words_for(workflow::edition_state);
pages::phrase words_for(workflow::edition_action);
pages::phrase words_for(workflow::entry_state);
pages::phrase words_for(workflow::scorecard_state);
pages::phrase words_for(judging::conflict_kind);
pages::phrase words_for(judging::pair_reason);
pages::phrase words_for(judging::absence);
pages::phrase words_for(workflow::edition_consequence);
// What a move brings about, for the page that asks before it: what its row of the table names, and what the
// new state means.
std::vector<pages::phrase> words_for_move(workflow::edition_state from, workflow::edition_action);
// A judge in a table of judges: who left stays in it, and the table says so.
pages::phrase name_of_judge(const std::string& name, bool has_left);
// By the stored word: what `words` says of its enumerator; a word that is none is shown with blanks for its
// underscores.
pages::phrase plain_words(std::string_view word);
template <class Enum>
pages::phrase words_for_stored(std::string_view word, pages::phrase (*words)(Enum)) {
    const auto known = workflow::find_named<Enum>(word);
    return known ? words(*known) : plain_words(word);
}

pages::tag tag_of(workflow::edition_state);
pages::tag tag_of(workflow::entry_state);
pages::tag tag_of(workflow::scorecard_state);
pages::tag tag_of(workflow::certificate_state);

}  // namespace features
