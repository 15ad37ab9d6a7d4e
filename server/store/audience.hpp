#pragma once
// Who hears of something: the one place that asks for the recipients of a letter. A letter's
// kind names its audience (notifications/letter_content.hpp); here each audience is a query. Asked in a role
// that may know people: the secretariat's or the clock's (acts/letters.hpp takes care of that).

#include "notifications/audience.hpp"
#include "server/store/letters.hpp"
#include "workflow/states.hpp"

namespace store {

// What a letter is about, as far as its audience depends on it. Narrows: only this entry, city, judge,
// person.
struct concerning {
    workflow::edition_id edition{};
    std::optional<workflow::entry_id> entry;
    std::optional<workflow::city_id> city;
    std::optional<workflow::judge_id> judge;
    std::optional<workflow::person_id> person;
    std::vector<std::string> contact_questions;  // E8: whose answers are the addresses of an entry's contact
    std::vector<workflow::person_id> not_to;     // who acted, where the audience leaves that person out
};

inline concerning about_entry(workflow::entry_id entry) {
    concerning about;
    about.entry = entry;
    return about;
}

// One person (an entry's contact need not have an account), and where the audience hears of its entries the
// entry: then a person comes once for each of them.
struct hearer {
    std::optional<workflow::person_id> person_id;
    std::string name, email, language;
    std::optional<workflow::entry_id> entry_id;
    std::string title, city;
    std::optional<workflow::entry_state> state;
};
BOOST_DESCRIBE_STRUCT(hearer, (), (person_id, name, email, language, entry_id, title, city, state))

// In the order of entries and people, contacts last. People whose account is closed hear nothing; neither
// does a contact whose address cannot be one, who hears of it anyway, or who judges in the edition (J2).
std::vector<hearer> list_audience(database&, notifications::audience, const concerning&);
addressee addressee_of(const hearer&);

}  // namespace store
