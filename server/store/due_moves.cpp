#include "server/store/due_moves.hpp"

#include "server/store/states.hpp"

namespace store {

std::vector<due_move> list_due_moves(database& db) {
    using workflow::edition_action, workflow::edition_state;
    return db.list<due_move>(
        R"(select id, slug, case state when :planned then :open_call when :open then :close_call else :announce end
                      as action
           from edition
           where (state = :planned and opens_at <= clock_timestamp() and rule_set_id is not null)
              or (state = :open and closes_at + make_interval(mins => grace_minutes) <= clock_timestamp())
              or (state = :decided and announce_at <= clock_timestamp())
           order by id)",
        {{"planned", edition_state::planned},
         {"open", edition_state::open},
         {"decided", edition_state::decided},
         {"open_call", edition_action::open_call},
         {"close_call", edition_action::close_call},
         {"announce", edition_action::announce}});
}

std::vector<workflow::edition_id> list_editions_with_overdue_completions(database& db) {
    return db.values<workflow::edition_id>(
        R"(select distinct edition_id from entry where state = :returned and return_due_at < clock_timestamp())",
        {{"returned", workflow::entry_state::returned}});
}

void sweep(database& db) {
    db.run("delete from session where expires_at < clock_timestamp()");
    db.run("delete from mail_link where expires_at < clock_timestamp() - interval '30 days'");
    db.run("delete from rate_bucket where updated_at < clock_timestamp() - interval '2 days'");
    db.run(
        "delete from attachment where state = :uploading and added_at < clock_timestamp() - interval '2 "
        "days'",
        {{"uploading", attachment_state::uploading}});
}

}  // namespace store
