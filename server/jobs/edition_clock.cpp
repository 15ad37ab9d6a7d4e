#include "server/jobs/edition_clock.hpp"

#include "server/acts/announcement.hpp"
#include "server/acts/entries.hpp"
#include "workflow/names.hpp"

namespace jobs {
namespace {

acts::acting as_clock(store::database& db, workflow::edition_id edition, const std::string& service_address) {
    return {db, {{workflow::role::clock, std::nullopt}, edition}, service_address, {}};
}

// `work` in a transaction of its own, which is committed when it says true; returns whether it was. What it
// throws is told and stays with it, unless there is no connection left for those who come after.
template <class Work>
bool committed_alone(store::database& db, const teller& tell, const std::string& what, Work work) {
    try {
        db.begin(store::transaction_kind::write, store::database_role::clock, std::nullopt);
        if (work()) {
            db.commit();
            return true;
        }
        db.rollback();
    } catch (const std::exception& error) {
        db.rollback();
        if (db.is_broken()) throw;
        tell.failed("clock", what + ": " + error.what());
    }
    return false;
}

}  // namespace

acts::edition_moved make_due_move(store::database& db, const store::due_move& due,
                                  const std::string& service_address) {
    using enum workflow::edition_action;
    const auto by_clock = as_clock(db, due.id, service_address);
    switch (due.action) {
        case open_call: return acts::open_call(by_clock);
        case close_call: return acts::close_call(by_clock);
        case announce: return acts::announce(by_clock);
        case extend_deadline:
        case start_judging:
        case close_judging:
        case resume_judging:
        case ratify:
        case withdraw_slate:
        case archive:
        case cancel: break;
    }
    throw std::logic_error("the clock does not make this move: " +
                           std::string(workflow::name_of(due.action)));
}

void move_editions(store::database& db, const teller& tell, const std::function<void()>& public_changed,
                   const std::string& service_address) {
    db.begin(store::transaction_kind::read, store::database_role::clock, std::nullopt);
    const auto due = store::list_due_moves(db);
    const auto overdue = store::list_editions_with_overdue_entries(db);
    db.rollback();
    for (const auto& one : due) {
        const std::string action(workflow::name_of(one.action));
        const bool is_made = committed_alone(db, tell, one.slug + " " + action, [&] {
            return make_due_move(db, one, service_address).has_value();
        });
        if (!is_made) continue;
        public_changed();
        tell.edition_moved(one.slug, action);
    }
    for (const auto edition : overdue)
        committed_alone(db, tell, "overdue entries of edition " + std::to_string(workflow::value(edition)),
                        [&] {
                            acts::lapse_overdue_entries(as_clock(db, edition, service_address));
                            return true;
                        });
}

}  // namespace jobs
