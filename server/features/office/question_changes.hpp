#pragma once
// E9: the step between a form with changed questions and the version of the rules that it becomes, where
// cities have drafts or entries: what changes, for how many, and why. Called by keep_rules() and the pages of
// the questions.

#include <set>

#include "server/acts/questions.hpp"
#include "server/features/frame/visit.hpp"
#include "server/store/editions.hpp"

namespace features {

// What a form changes in the questions, and for whom; neither of them empty: cities are concerned.
struct changed_questions {
    std::vector<workflow::form_change> changes;
    std::vector<acts::entry_concerned> entries;
    bool concern_cities() const { return !changes.empty() && !entries.empty(); }
};
changed_questions find_changed_questions(store::database&, const workflow::edition&,
                                         const workflow::entry_form& before,
                                         const workflow::entry_form& after);

// The page that asks for a reason, with the form that came to `action`; nothing once it was sent with one.
std::optional<http::response> ask_for_confirmation(visit&, const workflow::edition&, const changed_questions&,
                                                   std::string action);
std::string reason_for_cities(const visit&);
// "No, go back": the form that the page carried comes again, to be shown as it was typed.
bool goes_back_to_the_form(const visit&);
// Before the rules of this version are written.
void tell_cities(visit&, store::database&, const workflow::edition&, const changed_questions&, int version);

// "3 drafts and 2 submitted entries were written with these questions. …"; nothing where there is none.
std::optional<pages::text_block> warning_of_entries(store::database&, const workflow::edition&);

// The key of a new question: none that is taken, and none of an earlier question of other words, whose
// answers would become the new one's. `earlier`: the newest first.
std::string key_of_question(const std::vector<store::kept_form>& earlier, std::set<std::string>& taken,
                            std::string wanted, std::string_view label);

}  // namespace features
