#include "server/store/judging.hpp"

#include "judging/conflict.hpp"
#include "notifications/letter_content.hpp"
#include "server/store/documents.hpp"
#include "workflow/state_sets.hpp"

namespace store {
namespace {

const std::string one_seat =
    R"(select j.id as judge_id, e.id as edition_id, e.slug as key, e.name, e.zone, e.state, e.judging_closes_at,
              j.name as judge_name, j.chair, j.alternate, j.terms_accepted_at, j.terms_name,
              (j.identity_checked_at is not null) as identity_checked
       from judge j join edition e on e.id = j.edition_id
       where j.person_id = acting_person() and j.left_at is null )";

// Entries of many rows go as arrays, one statement for all.
struct columns {
    std::vector<workflow::entry_id> entries;
    std::vector<std::string> conflicts, reasons;
};

columns columns_of(const std::vector<declaration>& all) {
    columns in;
    for (const auto& one : all) {
        in.entries.push_back(one.entry);
        in.conflicts.push_back(one.has_conflict ? "t" : "f");
        in.reasons.push_back(one.reason);
    }
    return in;
}

}  // namespace

std::vector<panel_seat> list_seats(database& db) {
    static const auto question = one_seat + "order by e.year desc, e.id desc";
    return db.list<panel_seat>(question);
}

panel_seat load_seat(database& db, workflow::edition_id edition) {
    static const auto question = one_seat + "and e.id = :edition";
    return db.load<panel_seat>(question, {{"edition", edition}});
}

void accept_terms(database& db, const author& who, workflow::judge_id judge, std::string_view typed_name) {
    db.run(
        "update judge set terms_accepted_at = :now, terms_name = :name where id = :judge and "
        "terms_accepted_at is null",
        {{"now", db.now()}, {"name", typed_name}, {"judge", judge}});
    record_act(db, who, audit_subject::judge, workflow::value(judge), audit_action::terms_accepted);
}

std::vector<entry_to_declare> list_entries_to_declare(database& db, const panel_seat& seat) {
    return db.list<entry_to_declare>(
        R"(select e.id as entry_id, c.name as category, e.title, ci.printed_name as city,
                  ci.printed_country as country
           from entry e join category c on c.id = e.category_id join city ci on ci.id = e.city_id
           where e.edition_id = :edition
             and not exists (select from declaration d where d.judge_id = :judge and d.entry_id = e.id)
             and (exists (select from round_entry r where r.entry_id = e.id)
                  or exists (select from scorecard s where s.entry_id = e.id and s.judge_id = :judge
                                                      and s.state <> all(:taken_off)))
           order by c.position, ci.printed_name, e.title, e.id)",
        {{"edition", seat.edition_id},
         {"judge", seat.judge_id},
         {"taken_off", workflow::scorecard_states::taken_off}});
}

void keep_declarations(database& db, const author& who, workflow::judge_id judge, std::string_view typed_name,
                       const std::vector<declaration>& all) {
    const auto in = columns_of(all);
    db.run(
        R"(insert into declaration (judge_id, entry_id, edition_id, has_conflict, reason, typed_name, declared_at)
              select :judge, t.entry, :edition, t.conflict, t.reason, :name, :now
              from unnest(cast(:entries as bigint[]), cast(:conflicts as boolean[]), cast(:reasons as text[]))
                   as t (entry, conflict, reason)
              on conflict (judge_id, entry_id) do update
                 set has_conflict = excluded.has_conflict, reason = excluded.reason,
                     typed_name = excluded.typed_name, declared_at = excluded.declared_at)",
        {{"judge", judge},
         {"edition", who.edition},
         {"name", typed_name},
         {"now", db.now()},
         {"entries", in.entries},
         {"conflicts", in.conflicts},
         {"reasons", in.reasons}});
    boost::json::array with, without;
    for (const auto& one : all) (one.has_conflict ? with : without).emplace_back(workflow::value(one.entry));
    record_act(db, who, audit_subject::judge, workflow::value(judge), audit_action::conflicts_declared,
               {{"conflict", std::move(with)}, {"no_conflict", std::move(without)}});
}

void bar_declared(database& db, const author& who, workflow::judge_id judge,
                  const std::vector<declaration>& all) {
    const auto in = columns_of(all);
    db.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation, found_by, found_at)
              select :edition, :judge, t.entry, :kind, t.reason, :person, :now
              from unnest(cast(:entries as bigint[]), cast(:conflicts as boolean[]), cast(:reasons as text[]))
                   as t (entry, conflict, reason)
              where t.conflict
              on conflict do nothing)",
           {{"edition", who.edition},
            {"judge", judge},
            {"kind", judging::conflict_kind::declared},
            {"person", who.actor.person},
            {"entries", in.entries},
            {"conflicts", in.conflicts},
            {"reasons", in.reasons},
            {"now", db.now()}});
}

std::vector<assigned_line> list_assigned(database& db, const panel_seat& seat) {
    return db.list<assigned_line>(
        R"(select s.id as scorecard_id, s.entry_id, c.id as category_id, c.name as category,
                     r.number as round_number, r.name as round, (r.closed_at is null) as round_open, e.title,
                     ci.printed_name as city, ci.printed_country as country, s.state,
                     (d.entry_id is not null) as declared
              from scorecard s
              join round r on r.id = s.round_id
              join entry e on e.id = s.entry_id
              join category c on c.id = e.category_id
              join city ci on ci.id = e.city_id
              left join declaration d on d.judge_id = s.judge_id and d.entry_id = s.entry_id and not d.has_conflict
              where s.judge_id = :judge and s.state <> all(:taken_off)
              order by r.number desc, c.position, ci.printed_name, e.title, s.id)",
        {{"judge", seat.judge_id}, {"taken_off", workflow::scorecard_states::taken_off}});
}

std::vector<card_to_recuse> list_own_cards_of(database& db, workflow::judge_id judge,
                                              const std::vector<workflow::entry_id>& entries) {
    return db.list<card_to_recuse>(
        R"(select id, entry_id, state, version from scorecard
           where judge_id = :judge and entry_id = any(cast(:entries as bigint[]))
             and state = any(:may_be_recused)
           order by id for no key update)",
        {{"judge", judge},
         {"entries", entries},
         {"may_be_recused", workflow::scorecard_states::may_be_recused}});
}

}  // namespace store
