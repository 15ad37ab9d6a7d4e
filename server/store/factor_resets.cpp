#include "server/store/factor_resets.hpp"

#include "server/store/moves.hpp"

namespace store {
namespace {

constexpr std::string_view resets = R"(
    select r.id, r.person_id, p.name, p.email, p.language, r.reason, r.asked_by, a.name as asked_by_name, r.asked_at,
           r.outcome, s.name as settled_by_name, r.settled_at
    from factor_reset r join person p on p.id = r.person_id join person a on a.id = r.asked_by
         left join person s on s.id = r.settled_by
    where r.edition_id = :edition )";

}  // namespace

std::vector<secured_person> list_secured_people(database& db, workflow::edition_id edition) {
    return db.list<secured_person>(
        R"(select p.id, p.name, p.email, p.language,
                  exists (select from judge j where j.person_id = p.id and j.edition_id = :edition
                                                and j.left_at is null) as is_judge
           from person p
           where p.disabled_at is null
             and (exists (select from judge j where j.person_id = p.id and j.edition_id = :edition and j.left_at is null)
                  or exists (select from secretariat s where s.person_id = p.id
                                                         and (s.edition_id is null or s.edition_id = :edition)))
           order by p.name, p.id)",
        {{"edition", edition}});
}

std::vector<factor_reset> list_factor_resets(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(resets) + "order by r.id desc";
    return db.list<factor_reset>(sql, {{"edition", edition}});
}

factor_reset lock_factor_reset(database& db, workflow::edition_id edition, std::int64_t id) {
    static const auto sql = std::string(resets) + "and r.id = :id for update of r";
    return db.load<factor_reset>(sql, {{"edition", edition}, {"id", id}});
}

bool ask_factor_reset(database& db, const author& who, workflow::person_id person, std::string_view reason) {
    const auto added = db.values<std::int64_t>(
        R"(insert into factor_reset (edition_id, person_id, reason, asked_by)
           values (:edition, :person, :reason, :by) on conflict do nothing returning id)",
        {{"edition", who.edition}, {"person", person}, {"reason", reason}, {"by", who.actor.person}});
    if (added.empty()) return false;
    record_act(db, who, audit_subject::factor_reset, added.front(), audit_action::factor_reset_asked,
               {{"person", workflow::value(person)}});
    return true;
}

void settle_factor_reset(database& db, const author& who, std::int64_t id, factor_reset_outcome outcome) {
    const auto touched =
        db.run(R"(update factor_reset set outcome = :outcome, settled_by = :by, settled_at = :now
                                   where id = :id and outcome is null)",
               {{"outcome", outcome}, {"by", who.actor.person}, {"now", db.now()}, {"id", id}});
    if (touched != 1) throw stale_row{};
    record_act(db, who, audit_subject::factor_reset, id,
               outcome == factor_reset_outcome::approved ? audit_action::factor_reset_approved
                                                         : audit_action::factor_reset_declined);
}

void let_session_reset_factor(database& db, const bytes& token_hash) {
    db.run("update session set resets_factor = true where token_hash = :token", {{"token", token_hash}});
}

bool session_resets_factor(database& db, const bytes& token_hash) {
    return db.value<bool>("select exists (select from session where token_hash = :token and resets_factor)",
                          {{"token", token_hash}});
}

}  // namespace store
