#include "server/jobs/edition_clock.hpp"

#include "server/acts/announcement.hpp"
#include "server/acts/entries.hpp"
#include "server/store/due_moves.hpp"

namespace jobs {
namespace {

acts::acting as_clock(store::database& db, workflow::edition_id edition, const std::string& service_address) {
    return {db, {{workflow::role::clock, std::nullopt}, edition}, service_address, {}};
}

acts::moved make_move(store::database& db, const store::due_move& due, const std::string& service_address) {
    const auto by_clock = as_clock(db, due.id, service_address);
    switch (due.action) {
        case workflow::edition_action::open_call: return acts::open_call(by_clock);
        case workflow::edition_action::close_call: return acts::close_call(by_clock);
        case workflow::edition_action::announce: return acts::announce(by_clock);
        default: throw std::logic_error("a move that is not the clock's");
    }
}

}  // namespace

bool move_editions(store::database& db, const teller& tell, const std::string& service_address) {
    db.begin(store::transaction_kind::read, store::database_role::clock, std::nullopt);
    const auto due = store::list_due_moves(db);
    const auto overdue = store::list_editions_with_overdue_completions(db);
    db.rollback();
    bool is_public = false;
    for (const auto& one : due) {
        db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
        if (make_move(db, one, service_address)) {
            db.commit();
            is_public = true;
            tell.edition_moved(one.slug, boost::describe::enum_to_string(one.action, ""));
        } else {
            db.rollback();  // its guard says no: the dashboard shows why
        }
    }
    for (const auto edition : overdue) {
        db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
        acts::lapse_overdue_completions(as_clock(db, edition, service_address));
        db.commit();
    }
    return is_public;
}

}  // namespace jobs
