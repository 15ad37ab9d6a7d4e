#include "server/store/grave_acts.hpp"

#include "server/store/moves.hpp"

namespace store {
namespace {

constexpr std::string_view grave_acts = R"(
    select g.id, g.act, g.entry_id, g.certificate_id, coalesce(c.printed_name || ': ' || e.title, f.serial, '') as subject,
           g.reason, g.present, g.recused, g.votes_for, g.votes_against, g.abstained, g.public_note, g.asked_by,
           p.name as asked_by_name, g.asked_at, g.outcome, g.word, s.name as settled_by_name, g.settled_at,
           not in_office_since(g.asked_by, g.edition_id, g.asked_at)
           or exists (select from audit_event a
                      where a.edition_id = g.edition_id and a.id > g.asked_after
                        and case when g.entry_id is not null then a.machine = 'entry' and a.subject_id = g.entry_id
                                 when g.certificate_id is not null
                                 then a.machine = 'certificate' and a.subject_id = g.certificate_id
                                 else a.machine = 'edition' and a.subject_id = g.edition_id end) as is_over,
           not in_office_since(acting_person(), g.edition_id, g.asked_at) as joined_later
    from grave_act g join person p on p.id = g.asked_by left join person s on s.id = g.settled_by
         left join entry e on e.id = g.entry_id left join city c on c.id = e.city_id
         left join certificate f on f.id = g.certificate_id
    where g.edition_id = :edition )";

bool is_of(const grave_act_wanted& wanted, const grave_act_row& row) {
    return row.act == wanted.act && row.entry_id == wanted.entry && row.certificate_id == wanted.certificate;
}

// What nobody can confirm any more makes room for asking anew.
void settle_overtaken(database& db, const author& who, const grave_act_wanted& wanted) {
    for (const auto& one : list_waiting_grave_acts(db, who.edition.value()))
        if (one.is_over && is_of(wanted, one))
            settle_grave_act(db, who, one.id, grave_act_outcome::overtaken, {});
}

}  // namespace

std::vector<grave_act_row> list_grave_acts(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(grave_acts) + "order by g.id desc";
    return db.list<grave_act_row>(sql, {{"edition", edition}});
}

std::vector<grave_act_row> list_waiting_grave_acts(database& db, workflow::edition_id edition) {
    static const auto sql = std::string(grave_acts) + "and g.outcome is null order by g.id";
    return db.list<grave_act_row>(sql, {{"edition", edition}});
}

grave_act_row load_grave_act(database& db, workflow::edition_id edition, std::int64_t id) {
    static const auto sql = std::string(grave_acts) + "and g.id = :id";
    return db.load<grave_act_row>(sql, {{"edition", edition}, {"id", id}});
}

std::optional<std::int64_t> add_grave_act(database& db, const author& who, const grave_act_wanted& wanted) {
    settle_overtaken(db, who, wanted);
    const auto added = db.values<std::int64_t>(
        R"(insert into grave_act (edition_id, act, entry_id, certificate_id, reason, present, recused, votes_for,
                                  votes_against, abstained, public_note, asked_by, asked_at, asked_after)
           select cast(:edition as bigint), :act, cast(:entry as bigint), cast(:certificate as bigint), :reason, :present,
                  :recused, cast(:for as integer), cast(:against as integer), cast(:abstained as integer), :note,
                  cast(:by as bigint), cast(:at as timestamptz), coalesce(max(a.id), 0)
           from audit_event a where a.edition_id = :edition
           on conflict do nothing returning id)",
        {{"edition", who.edition},
         {"act", wanted.act},
         {"entry", wanted.entry},
         {"certificate", wanted.certificate},
         {"reason", wanted.minutes.reason},
         {"present", wanted.minutes.present},
         {"recused", wanted.minutes.recused},
         {"for", wanted.minutes.votes_for},
         {"against", wanted.minutes.votes_against},
         {"abstained", wanted.minutes.abstained},
         {"note", wanted.minutes.public_note},
         {"by", who.actor.person},
         {"at", db.clock()}});
    if (added.empty()) return std::nullopt;
    record_act(db, who, audit_subject::grave_act, added.front(), audit_action::grave_act_asked,
               {{"act", boost::describe::enum_to_string(wanted.act, "")}});
    return added.front();
}

void settle_grave_act(database& db, const author& who, std::int64_t id, grave_act_outcome outcome,
                      std::string_view word) {
    const auto touched = db.run(
        R"(update grave_act set outcome = :outcome, word = :word, settled_by = :by, settled_at = :now
                                   where id = :id and outcome is null)",
        {{"outcome", outcome}, {"word", word}, {"by", who.actor.person}, {"now", db.clock()}, {"id", id}});
    if (touched != 1) throw stale_row{};
    if (outcome == grave_act_outcome::overtaken) return;
    record_act(db, who, audit_subject::grave_act, id,
               outcome == grave_act_outcome::confirmed ? audit_action::grave_act_confirmed
                                                       : audit_action::grave_act_taken_back);
}

bool was_in_office(database& db, workflow::edition_id edition, workflow::instant at) {
    return db.value<bool>("select in_office_since(acting_person(), :edition, :at)",
                          {{"edition", edition}, {"at", at}});
}

bool has_other_members(database& db, workflow::edition_id edition) {
    return db.value<bool>(
        R"(select exists (select from secretariat s
                          where s.person_id <> acting_person()
                            and in_office_since(s.person_id, :edition, clock_timestamp())))",
        {{"edition", edition}});
}

}  // namespace store
