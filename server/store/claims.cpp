#include "server/store/claims.hpp"

#include "server/store/moves.hpp"

#include "workflow/state_sets.hpp"

namespace store {
namespace {

constexpr std::string_view waiting = R"(
    from applicant a join city c on c.id = a.city_id join person p on p.id = a.person_id
    where a.confirmed_at is null and p.disabled_at is null )";

constexpr std::string_view proposed = R"(
    from city c left join person p on p.id = c.proposed_by where c.approved_at is null and c.merged_into is null )";

// With nothing looked for: those that have people, or entries in the edition.
constexpr std::string_view filtered = R"(
    from city c where c.merged_into is null and case when :search = ''
        then exists (select from applicant a where a.city_id = c.id)
             or exists (select from entry e where e.city_id = c.id and e.edition_id = :edition)
        else position(folded_name(:search) in c.folded) > 0 or c.country = any(cast(:countries as text[])) end )";

struct own_cities {
    workflow::person_id person_id;
    std::string cities;
};
BOOST_DESCRIBE_STRUCT(own_cities, (), (person_id, cities))

}  // namespace

std::vector<claim_row> list_claims(database& db, int most) {
    return db.list<claim_row>(
        R"(select a.city_id, c.printed_name as city, c.country, a.person_id, p.name, p.email, a.added_at,
                  (select count(*) from applicant o where o.city_id = c.id and o.confirmed_at is not null) as confirmed,
                  c.approved_at is not null as city_is_approved)" +
            std::string(waiting) + "order by a.added_at, a.city_id, a.person_id limit cast(:most as bigint)",
        {{"most", most}});
}

std::int64_t count_claims(database& db) {
    return db.value<std::int64_t>("select count(*)" + std::string(waiting));
}

std::vector<proposed_city> list_proposed_cities(database& db, int most) {
    return db.list<proposed_city>(
        R"(select c.id, c.official_name, c.printed_name, c.country, p.name as proposed_by,
                  (select count(*) from city o where o.id <> c.id and o.merged_into is null and o.country = c.country
                                                and o.stems && c.stems) as alike)" +
            std::string(proposed) + "order by c.id limit cast(:most as bigint)",
        {{"most", most}});
}

std::int64_t count_proposed_cities(database& db) {
    return db.value<std::int64_t>("select count(*)" + std::string(proposed));
}

std::vector<city_line> list_office_cities(database& db, workflow::edition_id edition,
                                          const city_filter& filter) {
    return db.list<city_line>(
        R"(select c.id, c.printed_name, c.country, c.approved_at is not null as approved,
                  (select count(*) from applicant a where a.city_id = c.id and a.confirmed_at is not null) as people,
                  (select count(*) from applicant a where a.city_id = c.id and a.confirmed_at is null) as waiting,
                  (select count(*) from entry e where e.city_id = c.id and e.edition_id = :edition) as entries,
                  (select coalesce(string_agg(distinct lower(btrim(w.value)), ', '), '')
                   from entry e join answer w on w.entry_id = e.id and w.question = any(cast(:contact as text[]))
                   where e.city_id = c.id and e.edition_id = :edition and w.value <> '') as contacts)" +
            std::string(filtered) +
            R"(order by c.printed_name collate "und-x-icu", c.id limit cast(:most as bigint) offset cast(:skip as bigint))",
        {{"edition", edition},
         {"search", filter.search},
         {"countries", filter.countries},
         {"contact", filter.contact_questions},
         {"most", filter.most},
         {"skip", filter.skip}});
}

std::int64_t count_office_cities(database& db, workflow::edition_id edition, const city_filter& filter) {
    return db.value<std::int64_t>(
        "select count(*)" + std::string(filtered),
        {{"edition", edition}, {"search", filter.search}, {"countries", filter.countries}});
}

std::vector<city_entry> list_entries_of_city(database& db, workflow::edition_id edition,
                                             workflow::city_id city) {
    return db.list<city_entry>(
        "select id, title, state from entry where edition_id = :edition and city_id = :city order by id",
        {{"edition", edition}, {"city", city}});
}

claimant load_claimant(database& db, workflow::person_id person) {
    return db.load<claimant>("select name, email from person where id = :id", {{"id", person}});
}

std::map<workflow::person_id, std::string> list_own_cities(database& db,
                                                           const std::vector<workflow::person_id>& people) {
    std::map<workflow::person_id, std::string> cities;
    for (auto& one : db.list<own_cities>(
             R"(select a.person_id, string_agg(c.printed_name, ', ' order by c.printed_name, c.id) as cities
                from applicant a join city c on c.id = a.city_id
                where a.person_id = any(cast(:people as bigint[])) group by a.person_id)",
             {{"people", people}}))
        cities.emplace(one.person_id, std::move(one.cities));
    return cities;
}

bool is_own_city(database& db, workflow::city_id city) {
    return db.value<bool>("select cast(:city as bigint) in (select own_cities())", {{"city", city}});
}

void correct_city(database& db, const author& who, workflow::city_id city, int version,
                  const city_words& said) {
    const auto touched = db.run(
        R"(update city set official_name = :official, printed_name = :printed, country = :country,
               printed_country = :printed_country, region = :region, version = version + 1,
               other_names = array(select btrim(n) from regexp_split_to_table(:others, '\n') as n where btrim(n) <> '')
           where id = :id and version = :version and merged_into is null)",
        {{"official", said.official_name},
         {"printed", said.printed_name},
         {"country", said.country},
         {"printed_country", said.printed_country},
         {"region", said.region},
         {"others", said.other_names},
         {"id", city},
         {"version", version}});
    if (touched != 1) throw stale_row{};
    record_act(db, who, workflow::audit_subject::city, workflow::value(city),
               workflow::audit_action::city_corrected);
}

std::optional<int> find_exceeded_limit(database& db, workflow::city_id one, workflow::city_id other) {
    const auto limits = db.values<int>(
        R"(select l.places from (select edition_id, count(*) as taken from entry
                                 where city_id in (:one, :other) and place is not null group by edition_id) t
           join (select edition_id, count(*) as places from entry_place group by edition_id) l using (edition_id)
           where t.taken > l.places order by l.places limit 1)",
        {{"one", one}, {"other", other}});
    if (limits.empty()) return std::nullopt;
    return limits.front();
}

void merge_cities(database& db, workflow::city_id duplicate, workflow::city_id kept) {
    db.run("select merge_cities(cast(:duplicate as bigint), cast(:kept as bigint))",
           {{"duplicate", duplicate}, {"kept", kept}});
}

std::vector<workflow::edition_id> list_editions_of_city(database& db, workflow::city_id city) {
    return db.values<workflow::edition_id>(
        R"(select distinct d.id from entry e join edition d on d.id = e.edition_id
           where e.city_id = :city and d.state <> all(:ended) order by d.id)",
        {{"city", city}, {"ended", workflow::edition_states::ended}});
}

}  // namespace store
