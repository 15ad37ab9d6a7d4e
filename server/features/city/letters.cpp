#include "server/features/city/letters.hpp"

#include "server/features/frame/letters.hpp"
#include "server/store/cities.hpp"
#include "server/store/results.hpp"

namespace features {
namespace {

std::string number_of(const my_entry& opened) {
    return std::to_string(workflow::value(opened.row.id));
}

template <class Facts>
void send_to_city(visit& visit, store::database& db, const my_entry& opened, const Facts& facts,
                  const std::string& cause) {
    std::vector<store::new_letter> letters;
    for (const auto& one : store::list_applicants(db, opened.row.city_id))
        if (one.confirmed_at)
            letters.push_back(store::letter_about(facts, visit.who.edition,
                                                  {one.person_id, one.name, one.email, one.language}, cause));
    store::queue_letters(db, letters);
}

std::string at(const my_entry& opened, workflow::instant when) {
    return in_words(when, opened.edition.calendar.zone);
}

void tell_office(visit& visit, store::database& db, const my_entry& opened, const std::string& matter,
                 const std::string& page, const std::string& cause) {
    const notifications::attention_wanted_facts facts{
        matter, at(opened, opened.now),
        whole_address(visit, "/office/" + visit.who.edition_slug.value_or("") + page)};
    std::vector<store::new_letter> letters;
    // An applicant cannot look up who works in the office; the role that serves accounts can.
    db.act_as(store::database_role::access, visit.person());
    const auto office = store::list_office_people(db, opened.row.edition_id);
    db.act_as(store::database_role::applicant, visit.person());
    for (const auto& one : office)
        letters.push_back(store::letter_about(facts, visit.who.edition,
                                              {one.id, one.name, one.email, one.language}, cause));
    store::queue_letters(db, letters);
}

}  // namespace

void send_receipt(visit& visit, store::database& db, const my_entry& opened,
                  const store::kept_version& kept) {
    notifications::receipt_facts facts{kept.title,
                                       kept.city_name,
                                       kept.category_name,
                                       std::to_string(kept.number),
                                       at(opened, db.now()),
                                       at(opened, deadline_of(opened).at),
                                       {},
                                       whole_address(visit, opened.href())};
    for (const auto& one : kept.fields) facts.items.push_back({one.label, one.sha256});
    for (const auto& one : kept.files) facts.items.push_back({one.name, one.sha256});
    send_to_city(visit, db, opened, facts,
                 "entry " + number_of(opened) + " version " + std::to_string(kept.number));
}

void send_late_refusal(visit& visit, store::database& db, const my_entry& opened,
                       const store::late_refusal_row& refusal) {
    const auto number = std::to_string(refusal.id);
    const notifications::late_entry_refused_facts facts{
        opened.row.title,
        opened.row.city_name,
        at(opened, refusal.deadline),
        at(opened, refusal.refused_at),
        number,
        whole_address(visit, opened.href("refusals/" + number))};
    send_to_city(visit, db, opened, facts, "late refusal " + number);
}

void send_withdrawal(visit& visit, store::database& db, const my_entry& opened) {
    const auto cause = "entry " + number_of(opened) + " withdrawn";
    const notifications::entry_withdrawn_facts facts{opened.row.title, opened.row.city_name,
                                                     at(opened, opened.now), visit.who.name.value_or(""),
                                                     whole_address(visit, opened.href())};
    send_to_city(visit, db, opened, facts, cause);
    tell_office(visit, db, opened, "An entry has been withdrawn by its city.", "", cause);
}

void send_appeal(visit& visit, store::database& db, const my_entry& opened, std::int64_t appeal) {
    const auto number = std::to_string(appeal);
    const notifications::appeal_received_facts facts{
        opened.row.title, opened.row.city_name, at(opened, opened.now), whole_address(visit, opened.href())};
    send_to_city(visit, db, opened, facts, "appeal " + number);
    tell_office(visit, db, opened, "An appeal was lodged.", "/appeals/" + number, "appeal " + number);
}

}  // namespace features
