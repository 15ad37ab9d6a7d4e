#include "server/store/audience.hpp"

#include "typed/addresses.hpp"

namespace store {
namespace {

using notifications::audience;

// Everyone who may act for the city of an entry or draft of the edition, once for each of them.
constexpr std::string_view applicants = R"(
    select p.id as person_id, p.name, p.email, p.language, e.id as entry_id, e.title, c.printed_name as city, e.state
    from entry e join city c on c.id = e.city_id
    join applicant a on a.city_id = c.id and a.confirmed_at is not null
    join person p on p.id = a.person_id and p.disabled_at is null
    where e.edition_id = :edition and (cast(:entry as bigint) is null or e.id = cast(:entry as bigint))
      and (cast(:city as bigint) is null or e.city_id = cast(:city as bigint))
      and e.state is distinct from cast(:without as text) )";

// E8: the people whom entries name as their contact, by the form's own questions: once where several name the
// same. Nobody who hears of it anyway, whose account is closed, or who judges in the edition.
constexpr std::string_view contacts = R"(
    select distinct cast(null as bigint) as person_id, '' as name, lower(w.value) as email, 'en' as language,
           e.id as entry_id, e.title, c.printed_name as city, e.state
    from entry e join city c on c.id = e.city_id
    join answer w on w.entry_id = e.id and w.question = any(cast(:contact as text[])) and w.value <> ''
    where e.edition_id = :edition and (cast(:entry as bigint) is null or e.id = cast(:entry as bigint))
      and (cast(:city as bigint) is null or e.city_id = cast(:city as bigint))
      and not exists (select from person p where p.email = lower(w.value)
                      and (p.disabled_at is not null
                           or exists (select from applicant a where a.person_id = p.id and a.city_id = e.city_id
                                                              and a.confirmed_at is not null)
                           or exists (select from judge j where j.person_id = p.id and j.edition_id = e.edition_id)))
      and not exists (select from person p where p.closed_address = sha256(convert_to(lower(w.value), 'UTF8'))
                      and not exists (select from person o where o.email = lower(w.value))) )";

constexpr std::string_view alone = R"(, cast(null as bigint) as entry_id, '' as title, '' as city,
    cast(null as text) as state )";

const std::string judges = "select p.id as person_id, p.name, p.email, p.language" + std::string(alone) + R"(
    from judge j join person p on p.id = j.person_id and p.disabled_at is null
    where j.edition_id = :edition and (cast(:judge as bigint) is null or j.id = cast(:judge as bigint)) )";

const std::string office =
    "select distinct p.id as person_id, p.name, p.email, p.language" + std::string(alone) + R"(
    from secretariat s join person p on p.id = s.person_id and p.disabled_at is null
    where (s.edition_id is null or s.edition_id = :edition) and s.in_force and p.id <> all(cast(:not_to as bigint[])) )";

const std::string one_person =
    "select p.id as person_id, p.name, p.email, p.language" + std::string(alone) + R"(
    from person p where p.id = :person and p.disabled_at is null)";

// Whether the city has entries or not.
const std::string of_the_city = R"(
    select p.id as person_id, p.name, p.email, p.language, cast(null as bigint) as entry_id, '' as title,
           c.printed_name as city, cast(null as text) as state
    from applicant a join city c on c.id = a.city_id
    join person p on p.id = a.person_id and p.disabled_at is null
    where a.city_id = :city and a.confirmed_at is not null order by p.id)";

const std::string still_on_the_panel = judges + "and j.left_at is null ";
constexpr std::string_view in_order = "order by entry_id, person_id";

void add_contacts(database& db, const concerning& about, std::vector<hearer>& all) {
    auto named = db.list<hearer>(std::string(contacts) + std::string(in_order),
                                 {{"edition", about.edition},
                                  {"entry", about.entry},
                                  {"city", about.city},
                                  {"contact", about.contact_questions}});
    std::erase_if(named, [](const auto& one) { return !typed::is_mail_address(one.email); });
    all.insert(all.end(), named.begin(), named.end());
}

}  // namespace

std::vector<hearer> list_audience(database& db, audience who, const concerning& about) {
    const parameter edition{"edition", about.edition}, judge{"judge", about.judge},
        not_to{"not_to", about.not_to};
    const auto of_entries = [&](std::optional<workflow::entry_state> without = {}) {
        return db.list<hearer>(std::string(applicants) + std::string(in_order),
                               {edition, {"entry", about.entry}, {"city", about.city}, {"without", without}});
    };
    const auto of_entries_and_contacts = [&] {
        auto all = of_entries();
        add_contacts(db, about, all);
        return all;
    };
    switch (who) {
        case audience::the_person_concerned:
        case audience::the_person_invited: return db.list<hearer>(one_person, {{"person", about.person}});
        case audience::every_applicant: return of_entries(workflow::entry_state::withdrawn);
        case audience::everyone_of_the_city: return db.list<hearer>(of_the_city, {{"city", about.city}});
        case audience::the_city_and_contact_of_the_entry: return of_entries_and_contacts();
        case audience::the_judge_concerned: return db.list<hearer>(judges, {edition, judge});
        case audience::the_holder_of_the_certificate:
            return about.judge ? db.list<hearer>(judges, {edition, judge}) : of_entries_and_contacts();
        case audience::every_judge:
            return db.list<hearer>(still_on_the_panel + std::string(in_order), {edition, judge});
        case audience::the_secretariat:
        case audience::the_other_secretariat:
            return db.list<hearer>(office + std::string(in_order), {edition, not_to});
        case audience::the_panel_and_the_secretariat: {
            const auto both = still_on_the_panel + "union " + office + std::string(in_order);
            return db.list<hearer>(both, {edition, judge, {"not_to", std::vector<workflow::person_id>()}});
        }
        case audience::everyone_of_the_edition: {
            auto all = of_entries();
            auto judges_too = db.list<hearer>(still_on_the_panel + std::string(in_order), {edition, judge});
            all.insert(all.end(), judges_too.begin(), judges_too.end());
            return all;
        }
    }
    throw std::logic_error("an audience without a question");
}

addressee addressee_of(const hearer& one) {
    return {one.person_id, one.name, one.email, one.language};
}

}  // namespace store
