#include "server/acts/announcement.hpp"

#include "server/acts/certificates.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/disclosure.hpp"
#include "server/acts/letters.hpp"
#include "server/store/audit.hpp"
#include "server/store/recipients.hpp"
#include "server/store/slates.hpp"
#include "workflow/appeal.hpp"

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

// Empty where the rules grant no time for appeals.
notifications::moment moment_of_appeals_end(const acting& now, const workflow::edition& edition) {
    const auto& calendar = edition.calendar;
    if (calendar.appeal_days == 0) return {};
    return store::moment_of(now.db, workflow::appeals_end(now.db.now(), calendar.appeal_days), calendar.zone);
}

// The letters go to the list that was frozen with the slate, not to an audience of now.
void write_to_entries(const acting& now, const edition_move& moved, workflow::slate_id slate) {
    const auto& edition = moved.edition;
    const auto winners_link = now.service_address + "/editions/" + edition.key + "/winners";
    const bool scores_are_told =
        workflow::discloses(moved.kept.rules.disclosure, workflow::score_reader::city_of_the_entry);
    const auto appeal_until = moment_of_appeals_end(now, edition);
    std::vector<store::new_letter> letters;
    for (const auto& to : store::list_frozen_recipients(now.db, slate)) {
        if (to.won != to.tier.has_value())
            throw std::runtime_error("a letter would tell another result than the prizes");
        const store::addressee person{to.person_id, to.name, to.email, to.language};
        const auto entry_link = link_to_entry(now, to.entry_id);
        const auto scores_link = scores_are_told ? entry_link + "#scores" : std::string();
        const auto about = "result of entry " + std::to_string(workflow::value(to.entry_id));
        if (to.tier)
            letters.push_back(
                letter_about(notifications::result_won_content{to.title, to.city, to.category, *to.tier,
                                                               ceremony_of(edition), entry_link, scores_link,
                                                               winners_link},
                             edition.id, person, about));
        else
            letters.push_back(
                letter_about(notifications::result_not_won_content{to.title, to.city, to.category, entry_link,
                                                                   scores_link, winners_link, appeal_until},
                             edition.id, person, about));
    }
    store::queue_letters(now.db, letters);
}

}  // namespace

edition_moved announce(const acting& now) {
    return decide_and_move(now, take_edition(now), workflow::edition_action::announce);
}

workflow::verdict publish_the_result(const acting& now, edition_move& moved) {
    const auto slate = load_approved_slate(now.db, moved.edition.id);
    store::note_announced(now.db, moved.edition.id);
    store::publish_prizes(now.db, moved.edition.id, slate.id);
    disclose_scores(now, moved, slate.tally_run_id);
    store::unseal_entries(now.db, moved.edition.id);
    moved.details["slate"] = slate.hash;
    return {};
}

workflow::verdict send_the_results(const acting& now, edition_move& moved) {
    write_to_entries(now, moved, store::load_ratified_slate(now.db, moved.edition.id).id);
    write_to_all(now, {}, "announcement of edition " + std::to_string(workflow::value(moved.edition.id)),
                 notifications::announcement_content{
                     store::moment_of(now.db, now.db.now(), moved.edition.calendar.zone),
                     now.service_address + "/editions/" + moved.edition.key + "/winners"});
    return {};
}

workflow::verdict issue_the_certificates(const acting& now, edition_move& moved) {
    issue_certificates(now.db, now.who, moved.edition);
    return {};
}

}  // namespace acts
