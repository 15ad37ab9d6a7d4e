#include "server/store/prizes.hpp"

namespace store {

std::vector<prize_line> list_prizes(database& db, workflow::edition_id edition) {
    return db.list<prize_line>(
        R"(select p.id, p.category_id, c.name as category, p.tier_id, t.name as tier,
                  cast((select count(*) from tier o where o.edition_id = t.edition_id and o.position <= t.position)
                       as integer) as tier_rank,
                  p.place, p.entry_id, e.number, p.city_id, p.printed_city, p.printed_country, p.title, p.withheld,
                  p.state, p.note, p.changed_at, p.decision_id
           from prize p join category c on c.id = p.category_id join tier t on t.id = p.tier_id
           left join entry e on e.id = p.entry_id
           where p.edition_id = :edition order by c.position, t.position, p.place, p.state, p.id)",
        {{"edition", edition}});
}

void revoke_prize(database& db, workflow::edition_id edition, workflow::entry_id entry, std::string_view note,
                  workflow::decision_id decision) {
    const auto touched = db.run(
        R"(update prize set state = :revoked, note = :note, changed_at = :now, decision_id = :decision
           where edition_id = :edition and entry_id = :entry and state = :given)",
        {{"revoked", prize_state::revoked},
         {"given", prize_state::given},
         {"note", note},
         {"now", db.now()},
         {"decision", decision},
         {"edition", edition},
         {"entry", entry}});
    if (touched != 1) throw not_found{};
}

std::int64_t add_prize(database& db, workflow::edition_id edition, workflow::category_id category,
                       workflow::tier_id tier, int place, workflow::entry_id entry, std::string_view note,
                       workflow::decision_id decision) {
    return db.value<std::int64_t>(
        R"(insert into prize (edition_id, category_id, tier_id, place, entry_id, city_id, printed_city, printed_country,
                              title, summary, note, decision_id, changed_at)
           select e.edition_id, :category, :tier, :place, e.id, e.city_id, c.printed_name, c.printed_country, e.title,
                  coalesce((select a.value from answer a where a.entry_id = e.id and a.question = 'summary'), ''),
                  :note, :decision, :now
           from entry e join city c on c.id = e.city_id where e.id = :entry and e.edition_id = :edition
           returning id)",
        {{"category", category},
         {"tier", tier},
         {"place", place},
         {"note", note},
         {"decision", decision},
         {"entry", entry},
         {"edition", edition},
         {"now", db.now()}});
}

void correct_printed_names(database& db, workflow::edition_id edition, workflow::entry_id entry,
                           std::string_view city, std::string_view country, std::string_view title,
                           workflow::decision_id decision) {
    db.run(R"(update city set printed_name = :city, printed_country = :country, version = version + 1
              where id = (select city_id from entry where id = :entry))",
           {{"city", city}, {"country", country}, {"entry", entry}});
    db.run("update entry set title = :title where id = :entry and edition_id = :edition",
           {{"title", title}, {"entry", entry}, {"edition", edition}});
    // The day on which a prize was revoked stays, with the decision that did it.
    db.run(R"(update prize set printed_city = :city, printed_country = :country, title = :title,
                     changed_at = case when state = :revoked then changed_at else :now end,
                     decision_id = case when state = :revoked then decision_id else :decision end
              where edition_id = :edition and entry_id = :entry)",
           {{"city", city},
            {"country", country},
            {"title", title},
            {"revoked", prize_state::revoked},
            {"now", db.now()},
            {"decision", decision},
            {"edition", edition},
            {"entry", entry}});
}

std::vector<workflow::entry_id> list_entries_beside(database& db, workflow::entry_id entry) {
    return db.values<workflow::entry_id>(
        R"(select o.id from entry e join entry o on o.city_id = e.city_id and o.edition_id = e.edition_id and o.id <> e.id
           where e.id = :entry order by o.id)",
        {{"entry", entry}});
}

void correct_printed_city(database& db, workflow::edition_id edition, workflow::entry_id entry,
                          std::string_view city, std::string_view country, workflow::decision_id decision) {
    db.run(
        R"(update prize set printed_city = :city, printed_country = :country, changed_at = :now, decision_id = :decision
              where edition_id = :edition and entry_id = :entry and state <> :revoked)",
        {{"city", city},
         {"country", country},
         {"revoked", prize_state::revoked},
         {"now", db.now()},
         {"decision", decision},
         {"edition", edition},
         {"entry", entry}});
}

}  // namespace store
