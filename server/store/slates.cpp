#include "server/store/slates.hpp"

#include "server/store/audit.hpp"

namespace store {
namespace {

constexpr std::string_view slate_lines = R"(
    select s.id, s.version, s.tally_run_id, s.state, coalesce(encode(s.hash, 'hex'), '') as hash, p.name as created_by,
           s.created_at, s.ratified_at
    from slate s left join person p on p.id = s.created_by where s.edition_id = :edition )";

// What stands in a slot that has no winner.
std::string reason_of(const judging::slot& slot) {
    if (!slot.entries.empty()) return {};
    if (slot.reason.empty()) throw std::logic_error("a slot with neither winner nor reason");
    return slot.reason;
}

}  // namespace

std::optional<slate_line> find_living_slate(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(slate_lines) + "and s.state <> :withdrawn";
    return db.find<slate_line>(sql, {{"edition", edition}, {"withdrawn", slate_state::withdrawn}});
}

std::string hash_of_slate(database& db, workflow::slate_id slate) {
    return to_hexadecimal(sha256(slate_document(db, slate)));
}

workflow::slate_id add_slate(database& db, const author& who, workflow::tally_run_id run,
                             const std::vector<judging::slot>& slots) {
    const auto id = db.value<workflow::slate_id>(
        R"(insert into slate (edition_id, version, tally_run_id, created_by, created_at)
           select cast(:edition as bigint), coalesce(max(version), 0) + 1, cast(:run as bigint), cast(:by as bigint),
                  cast(:now as timestamptz)
           from slate where edition_id = :edition returning id)",
        {{"edition", who.edition}, {"run", run}, {"by", who.actor.person}, {"now", db.clock()}});
    std::vector<std::int64_t> categories, tiers, places, entries;  // 0 stands for null
    std::vector<std::string> reasons;
    for (const auto& slot : slots) {
        auto winners = slot.entries;
        if (winners.empty()) winners.push_back(workflow::id_from<workflow::entry_id>(0));
        for (const auto winner : winners) {
            categories.push_back(workflow::value(slot.category));
            tiers.push_back(workflow::value(slot.tier));
            places.push_back(slot.number);
            entries.push_back(workflow::value(winner));
            reasons.push_back(reason_of(slot));
        }
    }
    db.run(
        R"(insert into slate_prize (edition_id, slate_id, category_id, tier_id, place, entry_id, withheld_reason)
              select :edition, :slate, category, tier, place, nullif(entry, 0), reason
              from unnest(cast(:categories as bigint[]), cast(:tiers as bigint[]), cast(:places as integer[]),
                          cast(:entries as bigint[]), cast(:reasons as text[]))
                   as t (category, tier, place, entry, reason))",
        {{"edition", who.edition},
         {"slate", id},
         {"categories", categories},
         {"tiers", tiers},
         {"places", places},
         {"entries", entries},
         {"reasons", reasons}});
    const auto hash = sha256(slate_document(db, id));
    db.run("update slate set hash = :hash where id = :id", {{"hash", bytes{hash}}, {"id", id}});
    record_act(db, who, audit_subject::slate, workflow::value(id), audit_action::slate_built,
               {{"hash", to_hexadecimal(hash)}});
    return id;
}

std::vector<approval_line> list_approvals(database& db, workflow::slate_id slate) {
    return db.list<approval_line>(
        R"(select a.person_id, p.name, encode(a.hash, 'hex') as hash, a.approved_at
           from slate_approval a join person p on p.id = a.person_id where a.slate_id = :slate
           order by a.approved_at, a.person_id)",
        {{"slate", slate}});
}

bool is_slate_approved(database& db, workflow::edition_id edition) {
    return db.value<bool>(
        R"(select exists (select from slate s join slate_approval a on a.slate_id = s.id
                          where s.edition_id = :edition and s.state <> :withdrawn))",
        {{"edition", edition}, {"withdrawn", slate_state::withdrawn}});
}

bool add_approval(database& db, const author& who, workflow::slate_id slate, std::string_view hash) {
    const auto added = db.run(
        R"(insert into slate_approval (edition_id, slate_id, person_id, hash, approved_at)
           values (:edition, :slate, :person, decode(:hash, 'hex'), :now) on conflict (slate_id, person_id) do nothing)",
        {{"edition", who.edition},
         {"slate", slate},
         {"person", who.actor.person},
         {"hash", hash},
         {"now", db.now()}});
    if (added == 1)
        record_act(db, who, audit_subject::slate, workflow::value(slate), audit_action::slate_approved,
                   {{"hash", hash}});
    return added == 1;
}

void mark_slate_ratified(database& db, workflow::slate_id slate) {
    db.run("update slate set state = :ratified, ratified_at = :now where id = :id and state = :proposed",
           {{"ratified", slate_state::ratified},
            {"proposed", slate_state::proposed},
            {"now", db.now()},
            {"id", slate}});
}

void mark_slate_withdrawn(database& db, const author& who, workflow::slate_id slate) {
    db.run("update slate set state = :withdrawn where id = :id",
           {{"withdrawn", slate_state::withdrawn}, {"id", slate}});
    record_act(db, who, audit_subject::slate, workflow::value(slate), audit_action::slate_withdrawn);
}

}  // namespace store
