#include "server/jobs/edition_clock.hpp"

#include "server/acts/announcement.hpp"
#include "server/acts/conflicts.hpp"
#include "server/store/drafts.hpp"
#include "server/store/due_moves.hpp"

namespace jobs {
namespace {

acts::moved make_move(store::database& db, const store::due_move& due, const std::string& service_address) {
    const acts::move_request by_clock{due.id, {workflow::role::clock, std::nullopt}, false, ""};
    switch (due.action) {
        case workflow::edition_action::open_call: return acts::open_call(db, by_clock);
        case workflow::edition_action::close_call: return acts::close_call(db, by_clock);
        default: return acts::announce(db, by_clock, service_address);
    }
}

void lapse_overdue(store::database& db, workflow::edition_id edition) {
    store::share_edition(db, edition);
    const workflow::actor clock{workflow::role::clock, std::nullopt};
    const auto state = store::load_edition(db, edition).state;
    for (const auto& entry : store::list_overdue_completions(db, edition)) {
        workflow::entry_facts facts;
        facts.now = db.clock();
        facts.edition = state;
        facts.completion_due_at = entry.return_due_at;
        const auto lapses = workflow::decide(entry.state, workflow::entry_action::lapse, clock, facts);
        if (!lapses) continue;
        store::give_place_back(db, entry.id);
        store::move_entry(db, {clock, edition}, entry.id, entry.version, *lapses);
    }
    acts::recompute_conflicts(db, {clock, edition}, edition);
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
        lapse_overdue(db, edition);
        db.commit();
    }
    return is_public;
}

}  // namespace jobs
