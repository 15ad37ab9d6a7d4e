#include "server/store/visits.hpp"

namespace store {

visit_facts load_visit(database& db, const bytes& token_hash, const subject_of_url& subject, int idle_minutes,
                       int applicant_idle_minutes) {
    return db.load<visit_facts>(
        R"(with asked as (
               select cast(:entry as bigint) as entry, cast(:scorecard as bigint) as scorecard,
                      cast(:attachment as bigint) as attachment, cast(:judge as bigint) as judge,
                      cast(:certificate as bigint) as certificate, cast(:city as bigint) as city,
                      cast(:edition as text) as slug),
           who as (
               select p.id, p.name, p.email, p.language, s.second_factor_at, s.seen_at,
                      (c.totp_active_at is not null) as has_totp,
                      exists (select from secretariat x where x.person_id = p.id and x.in_force) as in_any_office,
                      exists (select from secretariat x where x.person_id = p.id and x.edition_id is null
                              and x.in_force) as founds,
                      exists (select from judge j where j.person_id = p.id and j.left_at is null) as on_any_panel,
                      exists (select from judge j where j.person_id = p.id and j.left_at is null
                              and j.accepted_at is not null) as has_accepted_panel,
                      exists (select from applicant a where a.person_id = p.id and a.confirmed_at is not null)
                          as is_applicant
               from session s join person p on p.id = s.person_id left join credential c on c.person_id = p.id
               where s.token_hash = :token and s.expires_at > clock_timestamp() and p.disabled_at is null),
           live as (
               select * from who
               where seen_at > clock_timestamp() - make_interval(mins =>
                   case when in_any_office or has_accepted_panel then cast(:idle as integer)
                        else cast(:applicant_idle as integer) end)),
           entry_asked as (
               select e.id, e.edition_id, e.city_id
               from asked, entry e
               where e.id = coalesce(asked.entry, (select sc.entry_id from scorecard sc where sc.id = asked.scorecard),
                                     (select at.entry_id from attachment at where at.id = asked.attachment),
                                     (select ce.entry_id from certificate ce where ce.id = asked.certificate))),
           edition_asked as (
               select ed.id, ed.slug, ed.zone, ed.state
               from asked, edition ed
               where (asked.slug is null or ed.slug = asked.slug)
                 and ed.id = coalesce((select edition_id from entry_asked),
                                      (select j.edition_id from judge j where j.id = asked.judge),
                                      (select ce.edition_id from certificate ce where ce.id = asked.certificate),
                                      case when asked.slug is not null then ed.id end)
                 and (asked.judge is null
                      or exists (select from judge j where j.id = asked.judge and j.edition_id = ed.id)))
           select l.id as person, l.name, l.email, l.language, l.second_factor_at, l.seen_at as session_seen_at,
                  coalesce(l.has_totp, false) as has_totp, coalesce(l.in_any_office, false) as in_any_office,
                  coalesce(l.founds, false) as founds_editions, coalesce(l.on_any_panel, false) as on_any_panel,
                  coalesce(l.has_accepted_panel, false) as has_accepted_panel,
                  coalesce(l.is_applicant, false) as is_applicant,
                  ed.id as edition, ed.slug as edition_slug, ed.zone as edition_zone, ed.state, en.id as entry,
                  exists (select from secretariat x where x.person_id = l.id and x.in_force
                          and (x.edition_id is null or x.edition_id = ed.id)) as in_office,
                  j.id as judge, coalesce(j.chair, false) as is_chair,
                  exists (select from applicant a where a.person_id = l.id and a.confirmed_at is not null
                          and a.city_id = coalesce(en.city_id, asked.city)) as is_own_city,
                  exists (select from scorecard sc where sc.id = asked.scorecard and sc.judge_id = j.id)
                      as is_own_scorecard,
                  exists (select from scorecard sc where sc.entry_id = en.id and sc.judge_id = j.id) as is_assigned,
                  exists (select from conflict c where c.entry_id = en.id and c.judge_id = j.id and c.bars) as is_barred,
                  ((asked.slug is null or ed.id is not null)
                   and (asked.judge is null or ed.id is not null)
                   and (coalesce(asked.entry, asked.scorecard, asked.attachment) is null or en.id is not null)
                   and (asked.certificate is null or ed.id is not null)) as is_subject_there
           from asked
           left join live l on true
           left join entry_asked en on true
           left join edition_asked ed on true
           left join judge j on j.edition_id = ed.id and j.person_id = l.id and j.left_at is null)",
        {{"entry", subject.entry},
         {"scorecard", subject.scorecard},
         {"attachment", subject.attachment},
         {"judge", subject.judge},
         {"certificate", subject.certificate},
         {"city", subject.city},
         {"edition", subject.edition},
         {"token", token_hash},
         {"idle", idle_minutes},
         {"applicant_idle", applicant_idle_minutes}});
}

}  // namespace store
