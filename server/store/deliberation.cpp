#include "server/store/deliberation.hpp"

#include "workflow/state_sets.hpp"

namespace store {

std::vector<deliberated_entry> list_deliberated(database& db, workflow::edition_id edition) {
    return db.list<deliberated_entry>(
        R"(select e.id as entry_id, c.name as category, e.title, ci.printed_name as city,
                  ci.printed_country as country,
                  (select count(*) from deliberation_note n where n.entry_id = e.id) as notes
           from entry e join category c on c.id = e.category_id join city ci on ci.id = e.city_id
           where e.edition_id = :edition
             and e.id in (select s.entry_id from scorecard s where s.round_id in (select r from my_closed_rounds() r))
             and e.id in (select d from my_clear_entries() d)
           order by c.position, ci.printed_name, e.title, e.id)",
        {{"edition", edition}});
}

std::vector<panel_card> list_panel_cards(database& db, workflow::entry_id entry) {
    return db.list<panel_card>(
        R"(select s.id, s.round_id, r.name as round, j.name as judge,
                  (j.person_id = acting_person()) as own, s.state, s.rule_set_id,
                  encode(rs.hash, 'hex') as rules_hash, s.entry_version
           from scorecard s
           join round r on r.id = s.round_id
           join judge j on j.id = s.judge_id
           join rule_set rs on rs.id = s.rule_set_id
           where s.entry_id = :entry and r.closed_at is not null and s.state = any(:shown)
             and s.entry_id in (select d from my_clear_entries() d)
           order by r.number, md5(s.entry_id || ' ' || s.judge_id), s.id)",
        {{"entry", entry}, {"shown", workflow::scorecard_states::shown_to_the_panel}});
}

std::vector<panel_score> list_panel_scores(database& db, workflow::entry_id entry) {
    return db.list<panel_score>(
        R"(select o.scorecard_id, o.criterion, o.value, o.reason
           from score o join scorecard s on s.id = o.scorecard_id
           where s.entry_id = :entry and o.value is not null
             and s.round_id in (select r from my_closed_rounds() r))",
        {{"entry", entry}});
}

std::vector<panel_comment> list_panel_comments(database& db, workflow::entry_id entry) {
    return db.list<panel_comment>(
        R"(select o.scorecard_id, o.reader, o.body
           from scorecard_comment o join scorecard s on s.id = o.scorecard_id
           where s.entry_id = :entry and o.body <> '' and s.round_id in (select r from my_closed_rounds() r))",
        {{"entry", entry}});
}

std::vector<panel_delta> list_panel_deltas(database& db, workflow::entry_id entry) {
    return db.list<panel_delta>(
        R"(select o.scorecard_id, o.criterion, o.from_value, o.to_value, o.reason, o.changed_at
           from score_delta o join scorecard s on s.id = o.scorecard_id
           where s.entry_id = :entry and s.round_id in (select r from my_closed_rounds() r)
           order by o.id)",
        {{"entry", entry}});
}

std::vector<panel_note> list_notes(database& db, workflow::entry_id entry) {
    return db.list<panel_note>(
        R"(select r.name as round, coalesce(j.name, '') as author, (n.person_id = acting_person()) as own, n.body,
                  n.written_at
           from deliberation_note n join round r on r.id = n.round_id left join judge j on j.id = n.judge_id
           where n.entry_id = :entry order by n.id)",
        {{"entry", entry}});
}

std::optional<workflow::round_id> find_closed_round(database& db, workflow::entry_id entry) {
    const auto found = db.values<workflow::round_id>(
        R"(select r.id from scorecard s join round r on r.id = s.round_id
           where s.entry_id = :entry and r.closed_at is not null and s.entry_id in (select d from my_clear_entries() d)
           order by r.number desc limit 1)",
        {{"entry", entry}});
    if (found.empty()) return std::nullopt;
    return found.front();
}

void add_note(database& db, const author& who, workflow::round_id round, workflow::entry_id entry,
              workflow::judge_id judge, std::string_view body) {
    db.run(R"(insert into deliberation_note (edition_id, round_id, entry_id, judge_id, person_id, body)
              values (:edition, :round, :entry, :judge, :person, :body))",
           {{"edition", who.edition},
            {"round", round},
            {"entry", entry},
            {"judge", judge},
            {"person", who.actor.person},
            {"body", body}});
    record_act(db, who, audit_subject::entry, workflow::value(entry), audit_action::deliberation_note_written,
               {{"round", workflow::value(round)}});
}

}  // namespace store
