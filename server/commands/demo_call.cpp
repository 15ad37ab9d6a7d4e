#include "server/acts/entries.hpp"
#include "server/commands/demo_files.hpp"
#include "server/commands/demo_history.hpp"
#include "server/pages/words.hpp"
#include "server/store/answers.hpp"
#include "server/store/attachments.hpp"
#include "server/store/cities.hpp"
#include "server/store/demonstration.hpp"
#include "server/store/editions.hpp"
#include "server/store/entries.hpp"

namespace demonstration {
namespace {

using namespace std::chrono_literals;

// The entries come in neither by category nor by who will win: 29 has no divisor in common with their number.
std::size_t turn(std::size_t number) {
    return (number * 29 + 11) % entries_received;
}

// One person for each city: those with an account of their own, the others as people only.
std::map<std::size_t, workflow::person_id> join_cities(story& told) {
    std::map<std::size_t, workflow::person_id> people;
    std::vector<std::size_t> rest;
    std::vector<std::string> names, addresses;
    for (const auto& entry : told.made_up) {
        const auto city = entry.city;
        if (people.contains(city) || std::find(rest.begin(), rest.end(), city) != rest.end()) continue;
        const auto address = "applicant@" + address_word(told.loaded.file.cities[city].name) + ".example";
        const auto has = std::find_if(told.applicants.begin(), told.applicants.end(),
                                      [&](const auto& one) { return one.account.email == address; });
        if (has != told.applicants.end()) {
            people[city] = has->person;
            continue;
        }
        rest.push_back(city);
        names.push_back(made_up_name(city));
        addresses.push_back(address);
    }
    told.db.act_as(store::database_role::access, std::nullopt);
    told.db.tell_as_of(told.calendar().opens_at);
    const auto added = store::add_people(told.db, names, addresses);
    for (std::size_t i = 0; i < rest.size(); ++i) people[rest[i]] = added[i];
    std::size_t hour = 0;
    for (const auto& [city, person] : people) {
        const auto at = told.calendar().opens_at + 3h * ++hour;
        const auto who = told.as_applicant(person, at);
        store::join_city(told.db, told.cities[city], person);
        store::record_act(told.db, {who.actor, std::nullopt}, workflow::audit_subject::city,
                          workflow::value(told.cities[city]), workflow::audit_action::applicant_asked);
        const auto office = told.as_office(0, at + 1h);
        store::confirm_applicant(told.db, told.cities[city], person);
        store::record_act(told.db, office, workflow::audit_subject::city, workflow::value(told.cities[city]),
                          workflow::audit_action::applicant_confirmed, {{"person", workflow::value(person)}});
    }
    return people;
}

void attach(story& told, const store::author& who, workflow::entry_id entry, std::string name,
            std::string_view type, const std::string& bytes) {
    const auto file = store::add_attachment(told.db,
                                            {told.edition, entry, workflow::file_purpose::supporting, name,
                                             static_cast<std::int64_t>(bytes.size())},
                                            *who.actor.person);
    store::add_chunk(told.db, told.edition, file, 0, bytes);
    store::note_received(told.db, file, static_cast<std::int64_t>(bytes.size()));
    store::note_stored(told.db, file, type, {store::sha256(bytes)});
    store::record_act(told.db, who, workflow::audit_subject::attachment, workflow::value(file),
                      workflow::audit_action::file_stored, {{"entry", workflow::value(entry)}});
}

// A draft with its texts; every question but the last few while it is still being written.
workflow::entry_id write(story& told, const store::author& who, const made_up_entry& entry,
                         workflow::category_id category, std::size_t number, bool is_draft) {
    auto& db = told.db;
    const auto id = must(acts::begin_entry(
        told.acting(who), {told.edition, told.cities[entry.city], category, entry.title, false, ""}));
    std::vector<store::new_answer> given;
    for (const auto& [question, value] : entry.answers)
        if (!is_draft || given.size() < 12) given.push_back({question, value, 0, ""});
    store::save_answers(db, told.edition, id, *who.actor.person, given);
    store::record_act(db, who, workflow::audit_subject::entry, workflow::value(id),
                      workflow::audit_action::answer_saved, {{"questions", given.size()}});
    if (number % 3 == 0)
        attach(told, who, id, "Project report.pdf", "application/pdf", made_up_pdf(entry.title));
    if (number % 4 == 0)
        attach(told, who, id, "Users by month.png", "image/png",
               made_up_chart(static_cast<unsigned>(number)));
    return id;
}

void submit(story& told, const store::author& who, workflow::entry_id id) {
    const auto count = [](std::string_view text) {
        return static_cast<std::size_t>(pages::count_words(text));
    };
    must(acts::submit_entry(told.acting(who), id, count));
}

}  // namespace

void tell_call(story& told, std::size_t drafts) {
    const auto people = join_cities(told);
    const auto opened = told.as_office(0, told.calendar().opens_at);
    const auto edition = store::load_edition(told.db, *opened.edition);
    std::map<std::string, workflow::category_id> categories;
    for (const auto& one : edition.categories) categories[one.key] = one.id;
    // From the second week to the last hours before the deadline, or to yesterday while the call is open.
    const auto from = told.calendar().opens_at + 24h * 8;
    const auto until = std::min(told.calendar().closes_at, told.settled_until) - 2h;
    const auto step = (until - from) / static_cast<int>(entries_received);
    for (std::size_t number = 0; number < entries_received; ++number) {
        const auto& entry = told.made_up[turn(number)];
        const auto person = people.at(entry.city);
        const auto at = from + step * static_cast<int>(number);
        const bool is_draft = number + drafts >= entries_received;
        const auto writer = told.as_applicant(person, at - 24h * 3);
        const auto id = write(told, writer, entry, categories.at(entry.category), number, is_draft);
        if (!is_draft) submit(told, told.as_applicant(person, at), id);
        told.entries.push_back({turn(number), id, person});
    }
}

}  // namespace demonstration
