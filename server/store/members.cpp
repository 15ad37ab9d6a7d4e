#include "server/store/members.hpp"

#include "server/store/moves.hpp"

namespace store {

using workflow::audit_action;
using workflow::audit_subject;

namespace {

const std::string members =
    R"(select p.id as person_id, p.name, p.email, p.language, s.edition_id is null as of_every_edition, s.in_force,
              p.confirmed_at is not null as has_account, s.added_at, s.invited_by, s.end_asked_by,
              i.name as invited_by_name, a.name as end_asked_by_name, s.accepted_at, s.declined_at, s.confirmed_at,
              s.end_asked_at, s.end_reason
       from secretariat s join person p on p.id = s.person_id
       left join person i on i.id = s.invited_by left join person a on a.id = s.end_asked_by
       where s.ended_at is null )";

constexpr std::string_view living =
    " where person_id = :person and edition_id = :edition and declined_at is null and ended_at is null";

// Of the living membership there is one, or somebody else has changed it.
void record_change(database& db, const author& who, workflow::person_id person, long changed,
                   audit_action done) {
    if (changed != 1) throw stale_row{};
    record_act(db, who, audit_subject::person, workflow::value(person), done);
}

std::string changing(std::string_view set) {
    return "update secretariat set " + std::string(set) + std::string(living);
}

}  // namespace

std::vector<office_member> list_office(database& db, workflow::edition_id edition) {
    static const auto question =
        members + "and (s.edition_id is null or s.edition_id = :edition) order by p.name, s.added_at";
    return db.list<office_member>(question, {{"edition", edition}});
}

std::optional<office_member> find_member(database& db, workflow::edition_id edition,
                                         workflow::person_id person) {
    static const auto question =
        members + "and s.edition_id = :edition and s.person_id = :person and s.declined_at is null";
    return db.find<office_member>(question, {{"edition", edition}, {"person", person}});
}

bool add_to_office(database& db, const author& who, workflow::person_id person) {
    const auto known = db.value<std::int64_t>(
        R"(select count(*) from secretariat
           where person_id = :person and (edition_id is null or edition_id = :edition)
             and declined_at is null and ended_at is null)",
        {{"person", person}, {"edition", who.edition}});
    if (known > 0) return false;
    db.run("insert into secretariat (person_id, edition_id, invited_by) values (:person, :edition, :by)",
           {{"person", person}, {"edition", who.edition}, {"by", who.actor.person}});
    record_act(db, who, audit_subject::person, workflow::value(person), audit_action::secretariat_added);
    return true;
}

void confirm_member(database& db, const author& who, workflow::person_id person) {
    const auto changed = db.run(changing("confirmed_by = :by, confirmed_at = clock_timestamp()"),
                                {{"by", who.actor.person}, {"person", person}, {"edition", who.edition}});
    record_change(db, who, person, changed, audit_action::member_confirmed);
}

void ask_to_end_membership(database& db, const author& who, workflow::person_id person,
                           std::string_view reason) {
    const auto changed =
        db.run(changing("end_asked_by = :by, end_asked_at = clock_timestamp(), end_reason = :reason"),
               {{"by", who.actor.person}, {"reason", reason}, {"person", person}, {"edition", who.edition}});
    record_change(db, who, person, changed, audit_action::member_end_asked);
}

void keep_membership(database& db, const author& who, workflow::person_id person) {
    const auto changed = db.run(changing("end_asked_by = null, end_asked_at = null, end_reason = ''"),
                                {{"person", person}, {"edition", who.edition}});
    record_change(db, who, person, changed, audit_action::member_kept);
}

void end_membership(database& db, const author& who, workflow::person_id person) {
    // First the event: who leaves by itself may write none any more afterwards.
    record_act(db, who, audit_subject::person, workflow::value(person), audit_action::member_ended);
    if (db.run(changing("ended_by = :by, ended_at = clock_timestamp()"),
               {{"by", who.actor.person}, {"person", person}, {"edition", who.edition}}) != 1)
        throw stale_row{};
}

bool accept_part(database& db, workflow::person_id person, const invited_part& part) {
    if (part.judge)
        return db.run(R"(update judge set accepted_at = coalesce(accepted_at, clock_timestamp())
                         where id = :judge and person_id = :person and left_at is null)",
                      {{"judge", *part.judge}, {"person", person}}) == 1;
    // Who writes for a city was confirmed by whom that named them.
    if (part.city)
        return db.value<bool>(
            "select exists (select from applicant where city_id = :city and person_id = :person)",
            {{"city", *part.city}, {"person", person}});
    return part.edition && db.run(changing("accepted_at = coalesce(accepted_at, clock_timestamp())"),
                                  {{"person", person}, {"edition", *part.edition}}) == 1;
}

bool decline_part(database& db, workflow::person_id person, const invited_part& part) {
    if (part.judge)
        return db.run(R"(update judge set declined_at = clock_timestamp()
                         where id = :judge and person_id = :person and left_at is null and terms_accepted_at is null)",
                      {{"judge", *part.judge}, {"person", person}}) == 1;
    if (part.city)
        return db.run("delete from applicant where city_id = :city and person_id = :person",
                      {{"city", *part.city}, {"person", person}}) == 1;
    return part.edition && db.run(changing("declined_at = clock_timestamp()") + " and accepted_at is null",
                                  {{"person", person}, {"edition", *part.edition}}) == 1;
}

}  // namespace store
