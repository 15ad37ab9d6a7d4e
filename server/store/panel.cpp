#include "server/store/panel.hpp"

#include "server/store/moves.hpp"

namespace store {
namespace {

constexpr std::string_view judges = R"(
    select j.id, j.person_id, j.name, j.title, j.affiliation, j.country,
           coalesce(j.employment_country, '') as employment_country, p.email, p.language, j.expertise, j.left_reason,
           j.terms_name, j.city_id, c.official_name as city, j.chair, j.alternate, j.capacity, j.identity_checked_at,
           j.terms_accepted_at, j.accepted_at, j.declined_at, j.left_at, j.invited_at, j.version,
           p.confirmed_at is not null as has_account, p.name as own_name
    from judge j join person p on p.id = j.person_id left join city c on c.id = j.city_id )";

}  // namespace

std::vector<judge_row> list_judges(database& db, workflow::edition_id edition) {
    return db.list<judge_row>(std::string(judges) + R"(where j.edition_id = :edition
                                  order by j.left_at is not null, not j.chair, j.alternate, j.name, j.id)",
                              {{"edition", edition}});
}

judge_row load_judge(database& db, workflow::judge_id id) {
    return db.load<judge_row>(std::string(judges) + "where j.id = :id", {{"id", id}});
}

addressee addressee_of(const judge_row& judge) {
    return {judge.person_id, judge.name, judge.email, judge.language};
}

workflow::judge_id add_judge(database& db, const author& who, workflow::person_id person,
                             const judge_row& judge) {
    const auto id = db.value<workflow::judge_id>(
        R"(insert into judge (edition_id, person_id, name, title, affiliation, country, employment_country, city_id,
                              chair, alternate, capacity, expertise)
           values (:edition, :person, :name, :title, :affiliation, :country, nullif(:employment, ''), :city, :chair,
                   :alternate, :capacity, :expertise)
           returning id)",
        {{"edition", who.edition},
         {"person", person},
         {"name", judge.name},
         {"title", judge.title},
         {"affiliation", judge.affiliation},
         {"country", judge.country},
         {"employment", judge.employment_country},
         {"city", judge.city_id},
         {"chair", judge.chair},
         {"alternate", judge.alternate},
         {"capacity", judge.capacity},
         {"expertise", judge.expertise}});
    record_act(db, who, audit_subject::judge, workflow::value(id), audit_action::judge_invited,
               {{"chair", judge.chair}, {"alternate", judge.alternate}});
    return id;
}

void change_judge(database& db, const author& who, const judge_row& judge) {
    const auto touched = db.run(
        R"(update judge set name = :name, title = :title, affiliation = :affiliation, country = :country,
               employment_country = nullif(:employment, ''), city_id = :city, chair = :chair, alternate = :alternate,
               capacity = :capacity, expertise = :expertise, version = version + 1
           where id = :id and version = :version)",
        {{"name", judge.name},
         {"title", judge.title},
         {"affiliation", judge.affiliation},
         {"country", judge.country},
         {"employment", judge.employment_country},
         {"city", judge.city_id},
         {"chair", judge.chair},
         {"alternate", judge.alternate},
         {"capacity", judge.capacity},
         {"expertise", judge.expertise},
         {"id", judge.id},
         {"version", judge.version}});
    if (touched != 1) throw stale_row{};
    record_act(db, who, audit_subject::judge, workflow::value(judge.id), audit_action::judge_changed,
               {{"chair", judge.chair}, {"alternate", judge.alternate}, {"country", judge.country}});
}

void check_identity(database& db, const author& who, workflow::judge_id id, bool verified) {
    db.run(
        R"(update judge set identity_checked_at = case when cast(:verified as boolean) then clock_timestamp() end,
                  identity_checked_by = case when cast(:verified as boolean) then cast(:by as bigint) end,
                  version = version + 1
              where id = :id)",
        {{"verified", verified}, {"by", who.actor.person}, {"id", id}});
    record_act(db, who, audit_subject::judge, workflow::value(id),
               verified ? audit_action::identity_verified : audit_action::identity_doubted);
}

void note_judge_left(database& db, const author& who, workflow::judge_id id, std::string_view reason) {
    db.run(
        R"(update judge set left_at = clock_timestamp(), left_reason = :reason, chair = false, version = version + 1
              where id = :id and left_at is null)",
        {{"reason", reason}, {"id", id}});
    record_act(db, who, audit_subject::judge, workflow::value(id), audit_action::judge_left);
}

void renew_invitation(database& db, const author& who, workflow::judge_id id) {
    if (db.run("update judge set declined_at = null where id = :id and declined_at is not null",
               {{"id", id}}) != 1)
        throw stale_row{};
    record_act(db, who, audit_subject::judge, workflow::value(id), audit_action::judge_invited);
}

bool is_known_address(database& db, std::string_view email) {
    return db.value<bool>("select exists (select from person where email = lower(:email))",
                          {{"email", email}});
}

bool correct_address(database& db, const author& who, const judge_row& judge, std::string_view email) {
    const auto corrected =
        db.run("update person set email = lower(:email) where id = :person and confirmed_at is null",
               {{"email", email}, {"person", judge.person_id}});
    if (corrected != 1) return false;
    record_act(db, who, audit_subject::judge, workflow::value(judge.id),
               audit_action::judge_address_corrected);
    return true;
}

workflow::person_id find_or_invite_person(database& db, const author& who, std::string_view email,
                                          std::string_view name, bool demonstration) {
    const auto known = db.values<workflow::person_id>("select id from person where email = lower(:email)",
                                                      {{"email", email}});
    if (!known.empty()) return known.front();
    const auto id = db.value<workflow::person_id>(
        R"(insert into person (email, name, demonstration) values (lower(:email), :name, :demonstration) returning id)",
        {{"email", email}, {"name", name}, {"demonstration", demonstration}});
    record_act(db, who, audit_subject::person, workflow::value(id), audit_action::person_invited);
    return id;
}

std::vector<relation_row> list_relations(database& db, workflow::edition_id edition) {
    return db.list<relation_row>(
        R"(select r.id, r.judge_id, r.city_id, c.official_name as city, r.note from relation r
           join city c on c.id = r.city_id where r.edition_id = :edition order by r.id)",
        {{"edition", edition}});
}

void add_relation(database& db, const author& who, workflow::judge_id judge, workflow::city_id city,
                  std::string_view note) {
    const auto id = db.value<std::int64_t>(
        R"(insert into relation (edition_id, judge_id, city_id, note, recorded_by)
           values (:edition, :judge, :city, :note, :by) returning id)",
        {{"edition", who.edition},
         {"judge", judge},
         {"city", city},
         {"note", note},
         {"by", who.actor.person}});
    record_act(db, who, audit_subject::relation, id, audit_action::relation_recorded,
               {{"judge", workflow::value(judge)}, {"city", workflow::value(city)}});
}

void remove_relation(database& db, const author& who, workflow::judge_id judge, std::int64_t id) {
    if (db.run("delete from relation where id = :id and judge_id = :judge", {{"id", id}, {"judge", judge}}) !=
        1)
        throw not_found{};
    record_act(db, who, audit_subject::relation, id, audit_action::relation_removed,
               {{"judge", workflow::value(judge)}});
}

}  // namespace store
