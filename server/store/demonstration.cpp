#include "server/store/demonstration.hpp"

namespace store {

bool has_edition(database& db) {
    return db.value<bool>("select exists (select from edition)");
}

std::vector<workflow::city_id> list_cities_named(database& db, const std::vector<config::city_line>& cities) {
    std::vector<std::string> names, countries;
    for (const auto& one : cities) {
        names.push_back(one.name);
        countries.push_back(one.country);
    }
    const auto found = db.values<workflow::city_id>(
        R"(select c.id from unnest(cast(:names as text[]), cast(:countries as text[])) with ordinality
                  as t (name, country, position)
           join city c on c.official_name = t.name and c.country = t.country and c.merged_into is null
           order by t.position)",
        {{"names", names}, {"countries", countries}});
    if (found.size() != cities.size()) throw std::logic_error("a city of the demonstration is not there");
    return found;
}

std::vector<workflow::person_id> add_people(database& db, const std::vector<std::string>& names,
                                            const std::vector<std::string>& addresses) {
    db.run(R"(insert into person (email, name, confirmed_at, demonstration)
              select lower(email), name, :now, true
              from unnest(cast(:addresses as text[]), cast(:names as text[])) as t (email, name))",
           {{"now", db.now()}, {"addresses", addresses}, {"names", names}});
    return db.values<workflow::person_id>(
        R"(select p.id from unnest(cast(:addresses as text[])) with ordinality as t (email, position)
           join person p on p.email = lower(t.email) order by t.position)",
        {{"addresses", addresses}});
}

}  // namespace store
