#include "server/features/frame/letters.hpp"

#include "notifications/letter.hpp"
#include "server/pages/zones.hpp"
#include "server/store/results.hpp"

namespace features {

void queue_letter(const visit& visit, store::database& db, const store::addressee& to,
                  const notifications::any_letter_facts& facts, std::string cause) {
    const auto letter = [&](const auto& known) {
        return store::letter_about(known, visit.who.edition, to, std::move(cause));
    };
    store::queue_letter(db, std::visit(letter, facts));
}

void tell_the_office(const visit& visit, store::database& db, const workflow::edition& edition,
                     std::string matter, std::string_view path, const std::string& cause,
                     std::optional<workflow::person_id> concerned) {
    const notifications::attention_wanted_facts facts{
        std::move(matter), in_words(db.now(), edition.calendar.zone), whole_address(visit, path)};
    std::vector<store::new_letter> letters;
    for (const auto& one : store::list_office_people(db, edition.id))
        if (one.id != visit.who.person && one.id != concerned)
            letters.push_back(
                store::letter_about(facts, edition.id, {one.id, one.name, one.email, one.language}, cause));
    store::queue_letters(db, letters);
}

std::string whole_address(const visit& visit, std::string_view path) {
    auto address = visit.with.settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return address.append(path);
}

std::string in_words(workflow::instant at, const std::string& zone) {
    return notifications::instant_in_words(pages::civil_time_of(at, zone), zone,
                                           pages::civil_time_of(at, "UTC"));
}

}  // namespace features
