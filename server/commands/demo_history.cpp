#include "server/commands/demo_history.hpp"

#include "server/acts/editions.hpp"
#include "server/acts/import.hpp"
#include "server/pages/countries.hpp"
#include "server/store/demonstration.hpp"
#include "server/store/panel.hpp"

namespace demonstration {

using namespace std::chrono_literals;
using store::database_role;
using workflow::role;

std::string story::address() const {
    auto address = settings.server.public_address;
    while (address.ends_with('/')) address.pop_back();
    return address;
}

acts::acting story::acting(const store::author& who, std::string reason) const {
    return {db, who, address(), std::move(reason)};
}

store::author story::as_office(std::size_t member, workflow::instant at) {
    const auto person = office[member % office.size()].person;
    db.act_as(database_role::secretariat, person);
    db.tell_as_of(at);
    return {{role::secretariat, person}, workflow::value(edition) ? std::optional(edition) : std::nullopt};
}

store::author story::as_applicant(workflow::person_id person, workflow::instant at) {
    db.act_as(database_role::applicant, person);
    db.tell_as_of(at);
    return {{role::applicant, person}, edition};
}

store::author story::as_judge(std::size_t number, workflow::instant at) {
    const auto person = judges[number].person;
    db.act_as(database_role::judge, person);
    db.tell_as_of(at);
    return {{loaded.file.judges[number].chair ? role::chair : role::judge, person}, edition};
}

void story::do_by_two(workflow::grave_act act, workflow::instant at, std::string reason) {
    store::grave_act_wanted wanted{.act = act};
    wanted.minutes.reason = std::move(reason);
    const auto first = as_office(0, at);
    const auto asked = must(acts::ask_for_grave_act(acting(first), wanted));
    const auto second = as_office(1, at + 30min);
    const auto done = acts::confirm_grave_act(acting(second), asked);
    if (!done) must(tl::expected<bool, workflow::refusal>(tl::unexpected(done.error())));
}

void tell_preparation(story& told) {
    const auto before = told.calendar().opens_at - 24h * 14;
    const auto founder = told.as_office(0, before);
    for (std::size_t i = 0; i < told.judges.size(); ++i)
        told.loaded.file.judges[i].email = told.judges[i].account.email;
    told.edition = acts::import_edition(told.db, founder, told.loaded, pages::name_of_country);
    told.cities = store::list_cities_named(told.db, told.loaded.file.cities);
    const auto who = told.as_office(0, before + 1h);
    for (const auto& judge : store::list_judges(told.db, told.edition))
        store::check_identity(told.db, who, judge.id, true);
    const auto opener = told.as_office(0, told.calendar().opens_at);
    must(acts::open_call(told.acting(opener, "as announced in the calendar")));
}

}  // namespace demonstration
