#pragma once
// One entry with what decides about it: its edition, its rules, its city's extension. Every page and act of a
// city on an entry begins here. Knows the deadlines only through the domain.

#include "server/acts/entries.hpp"
#include "server/features/frame/visit.hpp"
#include "server/pages/city/entry_views.hpp"
#include "server/store/answers.hpp"
#include "server/store/editions.hpp"
#include "server/store/entries.hpp"
#include "workflow/completeness.hpp"
#include "workflow/lifecycle.hpp"

namespace features {

struct my_entry {
    store::entry_row row;
    workflow::edition edition;
    store::kept_rules kept;
    workflow::instant now{};
    workflow::entry_facts facts;  // of the entry as it was opened, for its moves

    const workflow::rule_set& rules() const { return kept.rules; }
    std::string href(std::string_view page = {}) const;
};

// To read it; and dresses the page's frame with the edition's name, zone and the way back.
my_entry look_at(visit&, store::database&);
// To write into it: the edition's phase cannot end meanwhile, and `now` is the clock after that wait (E4).
my_entry write_into(visit&, store::database&);
// To move it on: nobody else writes into it meanwhile.
my_entry move_on(visit&, store::database&);

// May its answers and files still be changed? The domain's answer, with the refusal that the page shows.
workflow::verdict may_write(const my_entry&);
// The moves that a city finds in the table and that hold now; of submitting the submission itself has the
// last word.
bool may_do(const my_entry&, workflow::entry_action);

// Its answers and files, and what blocks its submission, words counted as Unicode counts them (E3).
acts::entry_contents contents_of(store::database&, const my_entry&);
std::size_t words_of(std::string_view text);

// The end of writing for this entry, as its pages show it.
pages::moment deadline_of(const my_entry&);
// Lapsed since what the secretariat asked for did not come; who reopens an entry ends the request.
template <class Row>
bool missed_completion(const Row& row) {
    return row.state == workflow::entry_state::lapsed && row.return_due_at.has_value();
}
pages::tag city_tag_of(workflow::entry_state);
pages::tag tag_of_missed_completion();
template <class Row>
pages::tag city_tag_of(const Row& row) {
    return missed_completion(row) ? tag_of_missed_completion() : city_tag_of(row.state);
}
// "Services · Seoul, Korea"
pages::phrase place_of(const my_entry&);
// The title, or what stands for one that is not there yet.
pages::phrase title_of(const std::string& title);

}  // namespace features
