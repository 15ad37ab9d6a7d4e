#include "server/store/due_moves.hpp"

#include "server/store/states.hpp"

namespace store {

using workflow::edition_action;
using workflow::edition_state;

std::vector<due_move> list_due_moves(database& db) {
    return db.list<due_move>(
        R"(select id, slug, case state when :planned then :open_call when :open then :close_call
                                       when :decided then :announce end as action
           from edition
           where (state = :planned and opens_at <= clock_timestamp() and rule_set_id is not null)
              or (state = :open and closes_at + make_interval(mins => grace_minutes) <= clock_timestamp())
              or (state = :decided and announce_at <= clock_timestamp())
           order by id)",
        {{"planned", edition_state::planned},
         {"open_call", edition_action::open_call},
         {"open", edition_state::open},
         {"close_call", edition_action::close_call},
         {"decided", edition_state::decided},
         {"announce", edition_action::announce}});
}

std::vector<workflow::edition_id> list_editions_with_overdue_entries(database& db) {
    return db.values<workflow::edition_id>(
        R"(select distinct e.edition_id from entry e join edition d on d.id = e.edition_id
           where (e.state = :returned and e.return_due_at < clock_timestamp())
              or (e.state = :draft and d.state not in (:planned, :open, :cancelled)
                  and not exists (select from extension x where x.edition_id = e.edition_id and x.city_id = e.city_id
                                                            and x.until > clock_timestamp()))
           order by e.edition_id)",
        {{"returned", workflow::entry_state::returned},
         {"draft", workflow::entry_state::draft},
         {"planned", edition_state::planned},
         {"open", edition_state::open},
         {"cancelled", edition_state::cancelled}});
}

void sweep(database& db) {
    db.run("delete from session where expires_at < clock_timestamp()");
    db.run("delete from mail_link where expires_at < clock_timestamp() - interval '30 days'");
    db.run("delete from sent_form where sent_at < clock_timestamp() - interval '2 days'");
    db.run("delete from rate_bucket where updated_at < clock_timestamp() - interval '2 days'");
    db.run(
        "delete from attachment where state = :uploading and added_at < clock_timestamp() - interval '2 "
        "days'",
        {{"uploading", attachment_state::uploading}});
    // A file that was removed before any submission is nobody's any more; one that a version names is kept
    // (E5).
    db.run(
        R"(delete from attachment a where a.state = :removed and not exists (
               select from entry_version v where v.entry_id = a.entry_id
                                             and cast(v.body as jsonb) @@ cast(format('$.files[*].id == %s', a.id) as jsonpath)))",
        {{"removed", attachment_state::removed}});
}

}  // namespace store
