#include "server/store/appeals.hpp"

#include "server/store/moves.hpp"

namespace store {
namespace {

constexpr std::string_view appeals = R"(
    select a.id, a.entry_id, e.city_id, e.number, e.title, c.printed_name as city, a.ground, a.body, l.name as lodged_by,
           a.lodged_at, a.outcome, a.answer, s.name as settled_by, a.settled_at
    from appeal a join entry e on e.id = a.entry_id join city c on c.id = e.city_id
         left join person l on l.id = a.lodged_by left join person s on s.id = a.settled_by )";

}  // namespace

std::vector<appeal_row> list_appeals(database& db, workflow::edition_id edition) {
    static const auto sql =
        std::string(appeals) + "where a.edition_id = :edition order by a.settled_at is not null, a.id desc";
    return db.list<appeal_row>(sql, {{"edition", edition}});
}

std::vector<appeal_row> list_appeals_about(database& db, workflow::entry_id entry) {
    static const auto sql = std::string(appeals) + "where a.entry_id = :entry order by a.id";
    return db.list<appeal_row>(sql, {{"entry", entry}});
}

appeal_row load_appeal(database& db, workflow::edition_id edition, std::int64_t id) {
    static const auto sql = std::string(appeals) + "where a.edition_id = :edition and a.id = :id";
    return db.load<appeal_row>(sql, {{"edition", edition}, {"id", id}});
}

appeal_row lock_appeal(database& db, workflow::edition_id edition, std::int64_t id) {
    db.run("select pg_advisory_xact_lock(hashtextextended('appeal', :id))", {{"id", id}});
    return load_appeal(db, edition, id);
}

bool has_judged(database& db, workflow::edition_id edition, workflow::person_id person) {
    return db.value<bool>(
        "select exists (select from judge where edition_id = :edition and person_id = :person)",
        {{"edition", edition}, {"person", person}});
}

std::optional<std::int64_t> add_appeal(database& db, const author& who, workflow::entry_id entry,
                                       workflow::appeal_ground ground, std::string_view body) {
    const auto added = db.values<std::int64_t>(
        R"(insert into appeal (edition_id, entry_id, ground, body, lodged_by, lodged_at)
           values (:edition, :entry, :ground, :body, :by, :now) on conflict do nothing returning id)",
        {{"edition", who.edition},
         {"entry", entry},
         {"ground", ground},
         {"body", body},
         {"by", who.actor.person},
         {"now", db.now()}});
    if (added.empty()) return std::nullopt;
    record_act(db, who, audit_subject::appeal, added.front(), audit_action::appeal_lodged,
               {{"entry", workflow::value(entry)}});
    return added.front();
}

void settle_appeal(database& db, const author& who, std::int64_t id, workflow::appeal_outcome outcome,
                   std::string_view answer, workflow::decision_id decision) {
    const auto touched =
        db.run(R"(update appeal set outcome = :outcome, answer = :answer, decision_id = :decision,
                                                     settled_by = :by, settled_at = :now
                                   where id = :id and outcome is null)",
               {{"outcome", outcome},
                {"answer", answer},
                {"decision", decision},
                {"by", who.actor.person},
                {"now", db.now()},
                {"id", id}});
    if (touched != 1) throw stale_row{};
    record_act(
        db, who, audit_subject::appeal, id, audit_action::appeal_settled,
        {{"outcome", boost::describe::enum_to_string(outcome, "")}, {"decision", workflow::value(decision)}});
}

}  // namespace store
