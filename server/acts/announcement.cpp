#include "server/acts/announcement.hpp"

#include "server/acts/certificates.hpp"
#include "server/store/audit.hpp"
#include "server/store/letters.hpp"
#include "server/store/recipients.hpp"
#include "server/store/slates.hpp"

#include <set>

namespace acts {
namespace {

// What is announced is recomputed from what the database gives back, never from memory: nobody can have
// changed it since two people approved it (P3).
store::ratified_slate load_approved_slate(store::database& db, workflow::edition_id edition) {
    auto slate = store::load_ratified_slate(db, edition);
    if (store::to_hexadecimal(store::sha256(store::slate_document(db, slate.id))) != slate.hash)
        throw std::runtime_error("the slate in the database is not the one that was approved");
    std::set<workflow::person_id> people;
    for (const auto& one : store::list_approvals(db, slate.id))
        if (one.hash == slate.hash) people.insert(one.person_id);
    if (people.size() < 2) throw std::runtime_error("the slate was not approved by two people");
    return slate;
}

std::string ceremony_of(const workflow::edition& edition) {
    std::string text = edition.ceremony_event;
    if (!edition.ceremony_place.empty()) text += (text.empty() ? "" : ", ") + edition.ceremony_place;
    return text;
}

void queue_results(store::database& db, const workflow::edition& edition, workflow::slate_id slate,
                   const std::string& address) {
    const auto winners_link = address + "/editions/" + edition.key + "/winners";
    const auto cause = "announcement of edition " + std::to_string(workflow::value(edition.id));
    std::vector<store::new_letter> letters;
    std::map<workflow::person_id, store::addressee> everyone;
    for (const auto& to : store::list_frozen_recipients(db, slate)) {
        if (to.won != to.tier.has_value())
            throw std::runtime_error("a letter would tell another result than the prizes");
        const store::addressee person{to.person_id, to.name, to.email, to.language};
        const auto entry_link = address + "/my/entries/" + std::to_string(workflow::value(to.entry_id));
        const auto about = "result of entry " + std::to_string(workflow::value(to.entry_id));
        if (to.tier)
            letters.push_back(
                letter_about(notifications::result_won_facts{to.title, to.city, to.category, *to.tier,
                                                             ceremony_of(edition), entry_link, winners_link},
                             edition.id, person, about));
        else
            letters.push_back(
                letter_about(notifications::result_not_won_facts{to.title, to.city, to.category, entry_link,
                                                                 entry_link, winners_link, ""},
                             edition.id, person, about));
    }
    for (const auto& list :
         {store::list_panel_people(db, edition.id), store::list_office_people(db, edition.id)})
        for (const auto& one : list) everyone[one.id] = {one.id, one.name, one.email, one.language};
    const auto announced_at = store::in_words(db, db.now(), edition.calendar.zone);
    for (const auto& [id, person] : everyone)
        letters.push_back(letter_about(notifications::announcement_facts{announced_at, winners_link},
                                       edition.id, person, cause));
    store::queue_letters(db, letters);
}

}  // namespace

moved announce(store::database& db, const move_request& wanted, const std::string& service_address) {
    store::lock_edition(db, wanted.edition);
    const auto edition = store::load_edition(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, store::load_rules(db, wanted.edition));
    facts.reason_given = wanted.reason_given;
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::announce, wanted.actor, facts);
    if (!decided) return decided;
    const auto slate = load_approved_slate(db, wanted.edition);
    const store::author who{wanted.actor, wanted.edition};
    store::note_announced(db, wanted.edition);
    store::publish_prizes(db, wanted.edition, slate.id);
    store::unseal_entries(db, wanted.edition);
    issue_certificates(db, who, edition);
    queue_results(db, edition, slate.id, service_address);
    store::move_edition(db, who, wanted.edition, edition.version, *decided, {{"slate", slate.hash}});
    return decided;
}

}  // namespace acts
