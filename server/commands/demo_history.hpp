#pragma once
// The history of the demonstration, phase by phase, each told at its made-up instants in the caller's
// transaction. A refusal of the domain is a fault of the demonstration and throws.

#include "server/acts/grave_acts.hpp"
#include "server/commands/demo_accounts.hpp"
#include "server/commands/demo_entries.hpp"
#include "server/store/audit.hpp"
#include "server/store/demonstration.hpp"

namespace demonstration {

// One entry as it stands in the database.
struct told_entry {
    std::size_t made_up = 0;  // in the list of made-up entries
    workflow::entry_id id{};
    workflow::person_id applicant{};
};

// Everything that the phases share.
struct story {
    store::database_of_the_past& db;
    const config::settings& settings;
    config::loaded_edition loaded;  // its calendar is the made-up one around today
    std::vector<made_up_entry> made_up;
    workflow::instant settled_until{};  // now: nothing is told of the future
    workflow::edition_id edition{};
    std::vector<added_account> office, judges, applicants;
    std::vector<workflow::city_id> cities;  // as in the file's list
    std::vector<told_entry> entries;

    const workflow::calendar& calendar() const { return loaded.calendar; }
    // An act by the person who is set, with the letters' address.
    acts::acting acting(const store::author&, std::string reason = {}) const;
    std::string address() const;  // of the service, without a slash at the end
    // Sets the clock and the acting person for what comes next.
    store::author as_office(std::size_t member, workflow::instant);
    store::author as_applicant(workflow::person_id, workflow::instant);
    store::author as_judge(std::size_t number, workflow::instant);
    // T5: one member of the secretariat asks, another one confirms it half an hour later.
    void do_by_two(workflow::grave_act, workflow::instant, std::string reason);
};

// What a move answered; throws std::logic_error with the refusal's code.
template <class Moved>
auto must(Moved&& moved) {
    if (!moved)
        throw std::logic_error(std::string("the demonstration was refused: ") +
                               boost::describe::enum_to_string(moved.error().code, "?"));
    return *std::forward<Moved>(moved);
}

// The edition, its cities and its panel; the call opens.
void tell_preparation(story&);
// Entries come in; the last `drafts` of them stay drafts, written in part.
void tell_call(story&, std::size_t drafts);
// The call closes and entries are screened, all but the last `waiting`; one is rejected, one is returned if
// some wait.
void tell_screening(story&, std::size_t waiting);
// Judges accept the terms, declare and score: about two thirds of the first round, or all of it and the
// finals after a shortlist, still in judging.
void tell_judging(story&, bool to_the_end);
// Judging closes, the tally is run. The third tier and a tie are left to whoever tries the deliberation out.
void tell_deliberation(story&);
// The third tier is added by decision, the panel votes on a tie, two people approve the slate.
void tell_ratification(story&);
void tell_announcement(story&);

}  // namespace demonstration
