#include "server/store/cities.hpp"

namespace store {

std::vector<city_row> search_cities(database& db, std::string_view text, int most) {
    // Letters without their accents on both sides, so that Malaga finds Málaga.
    return db.list<city_row>(
        R"(with asked as (
               select regexp_replace(normalize(lower(cast(:text as text)), NFD), '[\u0300-\u036f]', '', 'g') as text)
           select c.id, c.official_name, c.printed_name, c.country, c.printed_country, c.region, c.member,
                  c.approved_at is not null as approved, p.printed_name as parent_name
           from asked, city c left join city p on p.id = c.parent_id
           where asked.text = ''
              or position(asked.text in regexp_replace(
                     normalize(lower(c.official_name || ' ' || c.printed_name || ' ' || c.printed_country), NFD),
                     '[\u0300-\u036f]', '', 'g')) > 0
              or lower(c.country) = asked.text
           order by c.printed_name collate "und-x-icu", c.id
           limit cast(:most as bigint))",
        {{"text", text}, {"most", most}});
}

city_row load_city(database& db, workflow::city_id id) {
    return db.load<city_row>(
        R"(select c.id, c.official_name, c.printed_name, c.country, c.printed_country, c.region, c.member,
                  c.approved_at is not null as approved, p.printed_name as parent_name
           from city c left join city p on p.id = c.parent_id
           where c.id = :id)",
        {{"id", id}});
}

workflow::city_id propose_city(database& db, const city_proposal& said, workflow::person_id person) {
    return db.value<workflow::city_id>(
        R"(insert into city (official_name, printed_name, country, printed_country, region, parent_id, proposed_by)
           values (:official, :printed, :country, :printed_country, :region, :parent, :person) returning id)",
        {{"official", said.official_name},
         {"printed", said.printed_name},
         {"country", said.country},
         {"printed_country", said.printed_country},
         {"region", said.region},
         {"parent", said.parent},
         {"person", person}});
}

std::optional<bool> join_city(database& db, workflow::city_id city, workflow::person_id person) {
    // Two who come first at the same time: the lock lets one of them be the first.
    db.run("select pg_advisory_xact_lock(hashtextextended('city ' || cast(:city as text), 0))",
           {{"city", city}});
    const auto before = db.value<bool>(
        R"(select exists (select from applicant where city_id = :city and person_id = :person))",
        {{"city", city}, {"person", person}});
    if (before) return std::nullopt;
    const auto is_first =
        !db.value<bool>("select city_has_applicants(cast(:city as bigint))", {{"city", city}});
    db.run(R"(insert into applicant (city_id, person_id, confirmed_at)
              values (:city, :person, case when cast(:first as boolean) then clock_timestamp() end))",
           {{"city", city}, {"person", person}, {"first", is_first}});
    return is_first;
}

std::vector<my_city_row> list_my_cities(database& db, workflow::person_id person) {
    return db.list<my_city_row>(
        R"(select c.id, c.printed_name, c.printed_country, c.approved_at is not null as approved,
                  a.confirmed_at is not null as confirmed,
                  (select count(*) from applicant w
                   where w.city_id = c.id and w.confirmed_at is null and a.confirmed_at is not null) as waiting
           from applicant a join city c on c.id = a.city_id
           where a.person_id = :person
           order by c.printed_name collate "und-x-icu", c.id)",
        {{"person", person}});
}

std::vector<applicant_row> list_applicants(database& db, workflow::city_id city) {
    return db.list<applicant_row>(
        R"(select a.person_id, p.name, p.email, p.language, a.added_at, a.confirmed_at
           from applicant a join person p on p.id = a.person_id
           where a.city_id = :city
           order by a.confirmed_at is not null, a.added_at, a.person_id)",
        {{"city", city}});
}

bool confirm_applicant(database& db, workflow::city_id city, workflow::person_id person) {
    return db.run(R"(update applicant set confirmed_at = clock_timestamp()
                     where city_id = :city and person_id = :person and confirmed_at is null)",
                  {{"city", city}, {"person", person}}) == 1;
}

bool decline_applicant(database& db, workflow::city_id city, workflow::person_id person) {
    return db.run(
               R"(delete from applicant where city_id = :city and person_id = :person and confirmed_at is null)",
               {{"city", city}, {"person", person}}) == 1;
}

}  // namespace store
