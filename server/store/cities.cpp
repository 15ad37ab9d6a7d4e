#include "server/store/cities.hpp"

namespace store {

namespace {

constexpr std::string_view city_rows = R"(
    select c.id, c.official_name, c.printed_name, c.country, c.printed_country, c.region, c.member,
           c.approved_at is not null as approved, c.parent_id, p.printed_name as parent_name,
           array_to_string(c.other_names, E'\n') as other_names, c.merged_into, c.version
    from city c left join city p on p.id = c.parent_id )";

constexpr std::string_view by_name = R"( order by c.printed_name collate "und-x-icu", c.id )";

}  // namespace

std::vector<city_row> search_cities(database& db, std::string_view text, int most,
                                    const std::vector<std::string>& countries) {
    return db.list<city_row>(std::string(city_rows) +
                                 R"(where c.merged_into is null
               and (position(folded_name(:text) in c.folded) > 0 or lower(c.country) = lower(:text)
                    or c.country = any(cast(:countries as text[]))))" +
                                 std::string(by_name) + "limit cast(:most as bigint)",
                             {{"text", text}, {"countries", countries}, {"most", most}});
}

city_row load_city(database& db, workflow::city_id id) {
    return db.load<city_row>(std::string(city_rows) + "where c.id = :id", {{"id", id}});
}

std::optional<workflow::city_id> find_city_named(database& db, std::string_view name,
                                                 std::string_view country,
                                                 std::optional<workflow::city_id> parent) {
    return db.value<std::optional<workflow::city_id>>(
        "select city_named(:country, :name, cast(:parent as bigint))",
        {{"country", country}, {"name", name}, {"parent", parent}});
}

std::vector<city_row> list_similar_cities(database& db, workflow::city_id id) {
    return db.list<city_row>(std::string(city_rows) + R"(join city same on same.id = :id
           where c.id <> same.id and c.merged_into is null and c.country = same.country and c.stems && same.stems)" +
                                 std::string(by_name),
                             {{"id", id}});
}

std::vector<city_row> list_similar_cities(database& db, const std::vector<std::string>& names,
                                          std::string_view country) {
    return db.list<city_row>(std::string(city_rows) + R"(where c.merged_into is null and c.country = :country
               and c.stems && name_stems('', '', cast(:names as text[])))" +
                                 std::string(by_name),
                             {{"names", names}, {"country", country}});
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

bool join_city(database& db, workflow::city_id city, workflow::person_id person) {
    return db.run(R"(insert into applicant (city_id, person_id) values (:city, :person)
                     on conflict (city_id, person_id) do nothing)",
                  {{"city", city}, {"person", person}}) == 1;
}

bool has_applicants(database& db, workflow::city_id city) {
    return db.value<bool>("select city_has_applicants(cast(:city as bigint))", {{"city", city}});
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

std::optional<bool> end_applicant(database& db, workflow::city_id city, workflow::person_id person) {
    const auto ended = db.values<bool>(
        R"(delete from applicant where city_id = :city and person_id = :person returning confirmed_at is not null)",
        {{"city", city}, {"person", person}});
    if (ended.empty()) return std::nullopt;
    return ended.front();
}

}  // namespace store
