#pragma once
// Who hears the result of an entry: worked out from a slate, frozen when it is ratified, read at the
// announcement. The applicants of every eligible entry and the contacts that it names by the form's
// `contact_questions`; "won" for those of the slate's winners. Sends nothing.

#include "server/store/results.hpp"

namespace store {

struct recipient_counts {
    std::int64_t won, not_won;
};
BOOST_DESCRIBE_STRUCT(recipient_counts, (), (won, not_won))
// Of the frozen list; while there is none, of the list that would be frozen now.
recipient_counts count_recipients(database&, workflow::edition_id, workflow::slate_id,
                                  const std::vector<std::string>& contact_questions);

// Writes the list down for good, with its hash in the slate and its counts in the log.
void freeze_recipients(database&, const author&, workflow::slate_id,
                       const std::vector<std::string>& contact_questions);

// One row for each entry and person or contact of the frozen list. Throws std::runtime_error when none was
// frozen, or the list is not the one that was.
struct result_addressee {
    workflow::entry_id entry_id;
    bool won;
    std::string title, city, category;
    std::optional<std::string> tier;               // of the prize that was published
    std::optional<workflow::person_id> person_id;  // nobody known: a contact
    std::string name, email, language;
};
BOOST_DESCRIBE_STRUCT(result_addressee, (),
                      (entry_id, won, title, city, category, tier, person_id, name, email, language))
std::vector<result_addressee> list_frozen_recipients(database&, workflow::slate_id);

}  // namespace store
