#include "server/acts/conflicts.hpp"

#include "server/acts/card_moves.hpp"
#include "server/acts/own_role.hpp"
#include "server/store/rounds.hpp"
#include "workflow/form.hpp"

namespace acts {
namespace {

constexpr const char* reason_found = "A conflict of interest was found.";

bool is_locked(workflow::scorecard_state state) {
    return state == workflow::scorecard_state::locked || state == workflow::scorecard_state::reopened;
}

// Keeps what the rules find now; tells what appeared and what vanished.
conflicts_found keep_what_is_found(const acting& service) {
    auto& db = service.db;
    const auto edition = service.edition();
    store::lock_conflicts(db, edition);
    const auto rules = store::load_rules(db, edition).rules;
    const auto inputs = store::load_conflict_inputs(db, edition, contact_questions(rules.form));
    const auto found =
        judging::list_conflicts(inputs.judges, inputs.entries, inputs.recorded, rules.conflicts);
    const auto changes = judging::compare_conflicts(store::list_found_conflicts(db, edition), found);
    store::change_found_conflicts(db, edition, changes);
    const conflicts_found result{static_cast<int>(changes.appeared.size()),
                                 static_cast<int>(changes.vanished.size()), 0, 0};
    if (result.appeared + result.vanished > 0)
        store::record_act(db, service.who, workflow::audit_subject::edition, workflow::value(edition),
                          workflow::audit_action::conflicts_worked_out,
                          {{"appeared", result.appeared}, {"vanished", result.vanished}});
    return result;
}

// Moves those of the barred scorecards that the table lets go; returns how many.
int take_off(const acting& now, const std::vector<store::card_line>& cards,
             workflow::scorecard_action action) {
    auto moving = decide_cards(now, at_hand(cards, reason_found), action, if_refused::pass_over).value();
    if (const auto done = move(now, moving); !done)
        throw std::logic_error("a consequence of a conflict was refused");
    return static_cast<int>(moving.size());
}

}  // namespace

void recompute_conflicts_of(const acting& now, workflow::person_id person) {
    own_role service(now.db);
    const auto editions = store::list_editions_judged_by(now.db, person);
    service.give_back();
    for (const auto edition : editions) {
        auto there = now;
        there.who.edition = edition;
        store::share_edition(now.db, edition);
        recompute_conflicts(there);
    }
}

conflicts_found recompute_conflicts(const acting& now) {
    own_role service(now.db);
    const acting clock{
        now.db, {{workflow::role::clock, std::nullopt}, now.who.edition}, now.service_address, reason_found};
    auto result = keep_what_is_found(clock);
    const auto state = store::load_edition(now.db, now.edition()).state;
    std::vector<store::card_line> unlocked, locked;
    for (auto& card : store::lock_barred_cards(now.db, now.edition()))
        (is_locked(card.state) ? locked : unlocked).push_back(std::move(card));
    result.recused = take_off(clock, unlocked, workflow::scorecard_action::recuse);
    service.give_back();
    // A locked scorecard is taken out of the count by a person of the secretariat only, and while there is no
    // result that relied on it: after that it takes a decision (P4).
    const bool may_be_voided =
        state == workflow::edition_state::judging || state == workflow::edition_state::deliberation;
    if (now.who.actor.acts_as != workflow::role::secretariat || !may_be_voided) return result;
    acting by_secretariat = now;
    by_secretariat.reason = reason_found;
    result.voided = take_off(by_secretariat, locked, workflow::scorecard_action::make_void);
    return result;
}

}  // namespace acts
