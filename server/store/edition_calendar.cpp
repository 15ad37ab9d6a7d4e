#include "server/store/edition_calendar.hpp"

namespace store {

std::vector<state_entered> list_states_entered(database& db, workflow::edition_id id) {
    return db.list<state_entered>(
        R"(select to_state as state, max(happened_at) as at from audit_event
           where machine = 'edition' and subject_id = :id and edition_id = :id and from_state <> to_state
           group by to_state)",
        {{"id", id}});
}

void note_opened(database& db, workflow::edition_id id) {
    // One that a person opened before its instant opened then.
    db.run(R"(update edition set opened_at = coalesce(opened_at, :now), opens_at = least(opens_at, :now)
              where id = :id)",
           {{"now", db.now()}, {"id", id}});
}

void set_ready(database& db, workflow::edition_id id, bool is_ready) {
    db.run(
        "update edition set ready_at = case when cast(:ready as boolean) then clock_timestamp() end where id "
        "= :id",
        {{"ready", is_ready}, {"id", id}});
}

void put_on_front_page(database& db, workflow::edition_id id) {
    db.run("update edition set front_page_since = clock_timestamp() where id = :id", {{"id", id}});
}

void note_closed(database& db, workflow::edition_id id) {
    db.run("update edition set closed_at = :now where id = :id", {{"now", db.now()}, {"id", id}});
}

void note_announced(database& db, workflow::edition_id id) {
    db.run("update edition set announced_at = :now where id = :id", {{"now", db.now()}, {"id", id}});
}

void set_deadline(database& db, workflow::edition_id id, workflow::instant closes_at) {
    db.run("update edition set closes_at = :closes_at, closed_at = null where id = :id",
           {{"closes_at", closes_at}, {"id", id}});
}

}  // namespace store
