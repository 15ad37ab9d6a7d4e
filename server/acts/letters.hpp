#pragma once
// Letters that an act causes: to the audience that notifications/audience.hpp names for the occasion, in the
// act's transaction. Works as the service itself, since those who act may not know who hears of it.

#include "server/acts/moving.hpp"
#include "server/acts/own_role.hpp"
#include "server/store/audience.hpp"

namespace acts {

// One letter to each hearer, with what `facts_for(hearer)` knows. `cause` names the event: for the same cause
// an address hears once. Returns how many were queued, those who had it before included.
template <class FactsFor>
long write_each(const acting& now, store::concerning about, const std::string& cause, FactsFor facts_for) {
    using facts = decltype(facts_for(std::declval<const store::hearer&>()));
    about.edition = now.edition();
    if (!about.not_to) about.not_to = now.who.actor.person;
    own_role service(now.db);
    std::vector<store::new_letter> letters;
    for (const auto& one : store::list_audience(now.db, notifications::audience_of(facts::about), about))
        letters.push_back(
            store::letter_about(facts_for(one), about.edition, store::addressee_of(one), cause));
    store::queue_letters(now.db, letters);
    service.give_back();
    return static_cast<long>(letters.size());
}

// The same words for all of them.
template <class Facts>
long write_to_all(const acting& now, store::concerning about, const std::string& cause, const Facts& facts) {
    return write_each(now, about, cause, [&](const store::hearer&) { return facts; });
}

// To the edition's secretariat but for who acts: something waits on this page of the office ("/judging").
void tell_the_office(const acting&, std::string matter, std::string_view page, const std::string& cause);

// "https://awards.example/my/entries/7"
std::string link_to_entry(const acting&, workflow::entry_id);
// An instant as letters print it, in the edition's zone.
std::string in_words(const acting&, workflow::instant);

}  // namespace acts
