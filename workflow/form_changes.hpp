#pragma once
// E9: what changes for the cities when the questions of an edition that has entries change. Two forms in, a
// list of changes out, each with its sentence; and what a form does not show any more of what was answered.
// The secretariat confirms the list, the cities read it. Knows no entry, no city and no clock.

#include <string>
#include <string_view>
#include <vector>

#include "workflow/completeness.hpp"
#include "workflow/rules.hpp"

namespace workflow {

enum class form_change_kind {
    added,
    added_required,
    removed,
    reworded,
    hint_changed,
    kind_changed,
    choices_taken_away,
    choices_added,
    limit_set,
    limit_lowered,
    limit_raised,
    limit_dropped,
    made_required,
    made_optional,
    made_declaration,  // only yes is an answer
    declaration_dropped,
    shown_to_judges,
    hidden_from_judges
};
BOOST_DESCRIBE_ENUM(form_change_kind, added, added_required, removed, reworded, hint_changed, kind_changed,
                    choices_taken_away, choices_added, limit_set, limit_lowered, limit_raised, limit_dropped,
                    made_required, made_optional, made_declaration, declaration_dropped, shown_to_judges,
                    hidden_from_judges)

// `before` has no key where the question is new, `after` none where it is gone.
struct form_change {
    form_change_kind kind{};
    question before, after;
    const std::string& key() const { return after.key.empty() ? before.key : after.key; }
};

// In the order of the new form, what is gone last. A question is known by its key: where it stands, and what
// its section is called, is no change of it. Each kind comes once for a question at most.
std::vector<form_change> list_form_changes(const entry_form& before, const entry_form& after);

// What the change is, with {question} and the like in it, which particulars_of() fills.
std::string_view sentence_of(form_change_kind);
std::vector<particular> particulars_of(const form_change&);

// True when the answer that was given is none to the question as it is asked now: an entry with it could not
// be submitted.
bool asks_anew(const form_change&, std::string_view answer, const word_counter&);

// An answer with the question as it was asked, in the section of this key.
struct answer_before {
    std::string section;
    question asked;
    std::string value;
};
// Those of an entry that the form has no place for: their question is gone, or what was chosen is no choice
// any more.
answers answers_without_place(const entry_form&, const answers& given);
// The same with their questions, in the order of the form that asked them. `earlier`: the newest first, whose
// words are taken.
std::vector<answer_before> with_questions(answers left, const std::vector<entry_form>& earlier);

}  // namespace workflow
