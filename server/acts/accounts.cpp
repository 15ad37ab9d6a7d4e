#include "server/acts/accounts.hpp"

#include "server/acts/letters.hpp"
#include "server/store/accounts.hpp"
#include "server/store/people.hpp"

namespace acts {
namespace {

// A city that is left without anybody, told to the secretariats of the editions in which it has entries.
void tell_of_cities_left_alone(const acting& now, workflow::person_id person) {
    own_role service(now.db);
    const auto alone = store::list_cities_left_alone(now.db, person);
    service.give_back();
    for (const auto& one : alone) {
        auto there = now;
        there.who.edition = one.edition_id;
        const auto city = std::to_string(workflow::value(one.city_id));
        tell_the_office(
            there, "Nobody writes for " + one.city + " any more: the account of its only person was closed.",
            "/cities/" + city, "city " + city + " alone " + store::to_text(now.db.now()), person);
    }
}

}  // namespace

std::vector<std::string> parts_of_account(store::database& db, workflow::person_id person) {
    std::vector<std::string> parts;
    for (const auto& one : store::list_account_parts(db, person))
        parts.push_back((one.is_office ? "the secretariat of " : "the panel of ") +
                        one.edition.value_or("every edition"));
    return parts;
}

workflow::verdict close_account(const acting& now) {
    const auto id = now.who.actor.person.value();
    std::string parts;
    for (const auto& part : parts_of_account(now.db, id)) parts += (parts.empty() ? "" : ", ") + part;
    if (!parts.empty())
        return workflow::refuse(workflow::refusal_code::account_has_parts, {{"parts", std::move(parts)}});
    tell_of_cities_left_alone(now, id);
    const auto person = store::load_person(now.db, id);
    store::queue_letter(
        now.db, store::letter_about(notifications::account_closed_content{store::moment_of(
                                        now.db, now.db.now(), store::load_current_zone(now.db))},
                                    std::nullopt, {person.id, person.name, person.email, person.language},
                                    "account closed " + std::to_string(workflow::value(id))));
    store::record_act(now.db, now.who, workflow::audit_subject::person, workflow::value(id),
                      workflow::audit_action::account_closed);
    store::close_account(now.db, id);
    return {};
}

}  // namespace acts
