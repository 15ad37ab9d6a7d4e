#include "server/store/letters.hpp"

namespace store {

void queue_letter(database& db, const new_letter& letter) { queue_letters(db, {letter}); }

void queue_letters(database& db, const std::vector<new_letter>& letters) {
    if (letters.empty()) return;
    std::vector<std::string> editions, occasions, causes, persons, names, addresses, languages, facts;
    for (const auto& one : letters) {
        // 0 stands for null: an array of text has no other word for it here.
        editions.push_back(std::to_string(one.edition ? workflow::value(*one.edition) : 0));
        persons.push_back(std::to_string(one.person ? workflow::value(*one.person) : 0));
        occasions.push_back(one.occasion);
        causes.push_back(one.cause);
        names.push_back(one.to_name);
        addresses.push_back(one.to_address);
        languages.push_back(one.language);
        facts.push_back(one.facts);
    }
    db.run(R"(insert into letter (edition_id, occasion, cause, person_id, to_name, to_address, language, facts)
              select nullif(edition, 0), occasion, cause, nullif(person, 0), name, address, language, facts
              from unnest(cast(:editions as bigint[]), cast(:occasions as text[]), cast(:causes as text[]),
                          cast(:persons as bigint[]), cast(:names as text[]), cast(:addresses as text[]),
                          cast(:languages as text[]), cast(:facts as text[]))
                   as t (edition, occasion, cause, person, name, address, language, facts)
              on conflict do nothing)",
           {{"editions", editions},
            {"occasions", occasions},
            {"causes", causes},
            {"persons", persons},
            {"names", names},
            {"addresses", addresses},
            {"languages", languages},
            {"facts", facts}});
}

}  // namespace store
