#include "server/acts/import.hpp"

#include "server/store/office.hpp"
#include "server/store/panel.hpp"
#include "typed/addresses.hpp"

namespace acts {
namespace {

workflow::edition edition_of(const config::loaded_edition& loaded) {
    const auto& told = loaded.file.edition;
    workflow::edition edition;
    edition.ordinal = told.ordinal;
    edition.year = told.year;
    edition.key = told.key;
    edition.name = told.name;
    edition.theme = told.theme;
    edition.organiser = told.organiser;
    edition.host = told.host;
    edition.ceremony_event = told.ceremony_event;
    edition.ceremony_place = told.ceremony_place;
    edition.is_demonstration = told.demonstration;
    edition.calendar = loaded.calendar;
    int order = 0;
    for (const auto& one : loaded.file.categories)
        edition.categories.push_back({{}, one.key, one.name, one.description, ++order});
    order = 0;
    for (const auto& one : loaded.file.tiers)
        // A tier that was added while the edition ran is added again by its decision (P1).
        if (!one.added_during_edition)
            edition.tiers.push_back({{}, one.key, one.name, ++order, one.per_category, false});
    return edition;
}

// How a country is printed for a city that does not say: as for the other cities of the file, or by its
// common name.
std::string printed_country_of(const config::city_line& city, const std::vector<config::city_line>& others,
                               country_namer common_name) {
    if (city.printed_country) return *city.printed_country;
    for (const auto& other : others)
        if (other.country == city.country && other.printed_country) return *other.printed_country;
    return common_name(city.country);
}

}  // namespace

workflow::edition_id import_edition(store::database& db, const store::author& who,
                                    const config::loaded_edition& loaded, country_namer common_name) {
    const auto id = store::add_edition(db, who, edition_of(loaded), loaded.file.rules);
    const store::author there{who.actor, id};
    for (const auto& city : loaded.file.cities)
        store::keep_known_city(db, {city.name, city.printed_name.value_or(city.name), city.country,
                                    printed_country_of(city, loaded.file.cities, common_name),
                                    city.parent.value_or(""), city.member});
    for (const auto& line : loaded.file.judges) {
        if (!line.email) continue;
        const auto person =
            store::find_or_invite_person(db, there, typed::find_mail_address(*line.email).value(), line.name,
                                         loaded.file.edition.demonstration);
        store::judge_row judge{};
        judge.name = line.name;
        judge.title = line.title;
        judge.affiliation = line.affiliation;
        judge.country = line.country;
        judge.chair = line.chair;
        judge.alternate = line.alternate;
        store::add_judge(db, there, person, judge);
    }
    store::record_act(db, there, workflow::audit_subject::edition, workflow::value(id),
                      workflow::audit_action::edition_imported,
                      {{"cities", loaded.file.cities.size()}, {"judges", loaded.file.judges.size()}});
    return id;
}

}  // namespace acts
