#include "server/store/amendments.hpp"

#include "server/store/moves.hpp"

namespace store {
namespace {

constexpr std::string_view amendments = R"(
    select a.id, a.adds_tier, a.key, a.name, a.per_category, a.reason, a.present, a.recused, a.votes_for, a.votes_against,
           a.abstained, a.public_note, a.proposed_by, p.name as proposed_by_name, a.proposed_at, a.outcome,
           s.name as settled_by_name, a.settled_at,
           (select r.version from rule_set r where r.edition_id = a.edition_id and r.decision_id = a.decision_id)
               as rules_version
    from amendment a join person p on p.id = a.proposed_by left join person s on s.id = a.settled_by
    where a.edition_id = :edition )";

}  // namespace

std::vector<amendment> list_amendments(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(amendments) + "order by a.id desc";
    return db.list<amendment>(sql, {{"edition", edition}});
}

std::optional<amendment> find_waiting_amendment(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(amendments) + "and a.outcome is null";
    return db.find<amendment>(sql, {{"edition", edition}});
}

amendment load_amendment(database& db, workflow::edition_id edition, std::int64_t id) {
    static const auto sql = std::string(amendments) + "and a.id = :id";
    return db.load<amendment>(sql, {{"edition", edition}, {"id", id}});
}

std::optional<std::int64_t> add_amendment(database& db, const author& who, const amendment_wanted& wanted,
                                          const minutes& made) {
    const auto added = db.values<std::int64_t>(
        R"(insert into amendment (edition_id, adds_tier, key, name, per_category, reason, present, recused, votes_for,
                                  votes_against, abstained, public_note, proposed_by, proposed_at)
           values (:edition, :adds_tier, :key, :name, :per_category, :reason, :present, :recused, :for, :against,
                   :abstained, :note, :by, :now)
           on conflict do nothing returning id)",
        {{"edition", who.edition},
         {"adds_tier", wanted.adds_tier},
         {"key", wanted.key},
         {"name", wanted.name},
         {"per_category", wanted.per_category},
         {"reason", made.reason},
         {"present", made.present},
         {"recused", made.recused},
         {"for", made.votes_for},
         {"against", made.votes_against},
         {"abstained", made.abstained},
         {"note", made.public_note},
         {"by", who.actor.person},
         {"now", db.clock()}});
    if (added.empty()) return std::nullopt;
    record_act(db, who, audit_subject::amendment, added.front(), audit_action::amendment_proposed,
               {{"key", wanted.key}, {"per_category", wanted.per_category}});
    return added.front();
}

void settle_amendment(database& db, const author& who, std::int64_t id,
                      std::optional<workflow::decision_id> decision) {
    const auto outcome = decision ? amendment_outcome::confirmed : amendment_outcome::rejected;
    const auto touched =
        db.run(R"(update amendment set outcome = :outcome, settled_by = :by, settled_at = :now,
                                          decision_id = :decision
                                   where id = :id and outcome is null)",
               {{"outcome", outcome},
                {"by", who.actor.person},
                {"now", db.now()},
                {"decision", decision},
                {"id", id}});
    if (touched != 1) throw stale_row{};
    record_act(db, who, audit_subject::amendment, id,
               decision ? audit_action::amendment_confirmed : audit_action::amendment_rejected);
}

}  // namespace store
