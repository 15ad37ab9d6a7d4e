#include "server/store/public.hpp"

#include "server/store/states.hpp"

namespace store {

std::vector<public_edition_line> list_public_editions(database& db) {
    return db.list<public_edition_line>(
        R"(select e.slug as key, e.year, e.name, e.theme, e.state,
                  count(p.id) filter (where p.state = :given and not p.withheld) as prizes,
                  count(distinct p.city_id) filter (where p.state = :given) as cities
           from edition e left join prize p on p.edition_id = e.id
           group by e.id order by e.year desc, e.ordinal desc, e.id desc)",
        {{"given", prize_state::given}});
}

std::optional<workflow::edition_id> find_newest_announced(database& db) {
    const auto found = db.values<workflow::edition_id>(
        "select id from edition where announced_at is not null order by announced_at desc, id desc limit 1");
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<public_prize> list_public_prizes(database& db, workflow::edition_id edition) {
    return db.list<public_prize>(
        R"(select p.category_id, c.name as category, c.description as category_description, t.name as tier,
                  cast((select count(*) from tier above
                        where above.edition_id = t.edition_id and above.position <= t.position) as integer)
                      as tier_rank,
                  p.place, p.city_id, p.printed_city, p.printed_country, p.title, p.withheld,
                  p.state = :revoked as revoked, p.note, p.changed_at
           from prize p join category c on c.id = p.category_id join tier t on t.id = p.tier_id
           where p.edition_id = :edition
           order by c.position, t.position, p.place, p.withheld desc, p.printed_city, p.id)",
        {{"edition", edition}, {"revoked", prize_state::revoked}});
}

std::vector<public_note> list_public_notes(database& db, workflow::edition_id edition) {
    return db.list<public_note>(
        R"(select d.kind, d.public_note as note from decision d
           where d.edition_id = :edition and d.public_note <> ''
             and not exists (select from decision later where later.takes_back = d.id)
             and not exists (select from prize p where p.decision_id = d.id and p.note = d.public_note)
           order by d.id)",
        {{"edition", edition}});
}

public_city load_public_city(database& db, workflow::city_id city) {
    return db.load<public_city>(
        "select printed_name, printed_country, member, merged_into from city where id = :city",
        {{"city", city}});
}

std::vector<public_award> list_city_awards(database& db, workflow::city_id city) {
    return db.list<public_award>(
        R"(select e.slug as edition_key, e.name as edition_name, c.name as category, t.name as tier,
                  cast((select count(*) from tier above
                        where above.edition_id = t.edition_id and above.position <= t.position) as integer)
                      as tier_rank,
                  p.title, p.summary, p.state = :revoked as revoked,
                  exists (select from prize other
                          where other.edition_id = p.edition_id and other.category_id = p.category_id
                            and other.tier_id = p.tier_id and other.place = p.place and other.id <> p.id
                            and other.state = :given and not other.withheld) as shared,
                  p.note, p.changed_at
           from prize p join edition e on e.id = p.edition_id
           join category c on c.id = p.category_id join tier t on t.id = p.tier_id
           where p.city_id = :city and not p.withheld
           order by e.year desc, e.ordinal desc, c.position, t.position, p.place)",
        {{"city", city}, {"given", prize_state::given}, {"revoked", prize_state::revoked}});
}

void check_answers(database& db) {
    db.value<std::int64_t>("select cast(1 as bigint)");
}

}  // namespace store
