#pragma once
// One entry with what decides about it: its edition, its rules, its city's extension. Every page and act of a
// city on an entry begins here. Knows the deadlines only through the domain.

#include "server/features/frame/visit.hpp"
#include "server/pages/city/views.hpp"
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
// What the guards of its moves ask; `missing` from list_missing().
workflow::entry_facts facts_of(const my_entry&, std::vector<std::string> missing = {});
// The moves that a city finds in the table and that hold now.
bool may_do(const my_entry&, workflow::entry_action, const std::vector<std::string>& missing = {});

// Everything that blocks a submission, in the order of the form (E3), words counted as Unicode counts them.
std::vector<workflow::field_problem> list_missing(const my_entry&,
                                                  const std::map<std::string, store::answer_row>&,
                                                  const std::vector<workflow::attachment>&);
std::vector<std::string> names_of(const std::vector<workflow::field_problem>&);
std::size_t words_of(std::string_view text);

// The end of writing for this entry, as its pages show it.
pages::moment deadline_of(const my_entry&);
pages::tag city_tag_of(workflow::entry_state);
// "Services · Seoul, Korea"
pages::phrase place_of(const my_entry&);
// The title, or what stands for one that is not there yet.
pages::phrase title_of(const std::string& title);

}  // namespace features
