#include "server/acts/conflicts.hpp"

#include "server/acts/own_role.hpp"
#include "server/store/editions.hpp"
#include "server/store/moves.hpp"
#include "server/store/rounds.hpp"

namespace acts {
namespace {

constexpr const char* reason_found = "A conflict of interest was found.";

bool is_locked(workflow::scorecard_state state) {
    return state == workflow::scorecard_state::locked || state == workflow::scorecard_state::reopened;
}

}  // namespace

conflicts_found recompute_conflicts(store::database& db, const store::author& who,
                                    workflow::edition_id edition) {
    own_role service(db);
    store::lock_conflicts(db, edition);
    const auto rules = store::load_rules(db, edition).rules;
    const auto inputs = store::load_conflict_inputs(db, edition);
    const auto found =
        judging::list_conflicts(inputs.judges, inputs.entries, inputs.recorded, rules.conflicts);
    const auto changes = judging::compare_conflicts(store::list_found_conflicts(db, edition), found);
    store::change_found_conflicts(db, edition, changes);
    conflicts_found result{static_cast<int>(changes.appeared.size()),
                           static_cast<int>(changes.vanished.size()), 0, 0};
    const store::author clock{{workflow::role::clock, std::nullopt}, edition};
    if (result.appeared + result.vanished > 0)
        store::record_act(db, clock, workflow::audit_subject::edition, workflow::value(edition),
                          workflow::audit_action::conflicts_worked_out,
                          {{"appeared", result.appeared}, {"vanished", result.vanished}});
    const auto state = store::load_edition(db, edition).state;
    const bool may_be_voided =
        state == workflow::edition_state::judging || state == workflow::edition_state::deliberation;
    const auto cards = store::lock_barred_cards(db, edition);
    for (const auto& card : cards) {
        if (is_locked(card.state)) continue;
        workflow::scorecard_facts facts;
        facts.reason_given = true;
        facts.has_conflict = true;
        const auto move =
            workflow::decide(card.state, workflow::scorecard_action::recuse, clock.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason_found);
        store::move_scorecard(db, clock, card.id, card.version, *move);
        ++result.recused;
    }
    service.give_back();
    // A locked scorecard is taken out of the count by a person of the secretariat only, and while there is no
    // result that relied on it: after that it takes a decision (P4).
    if (who.actor.acts_as != workflow::role::secretariat || !may_be_voided) return result;
    for (const auto& card : cards) {
        if (!is_locked(card.state)) continue;
        workflow::scorecard_facts facts;
        facts.reason_given = true;
        facts.has_conflict = true;
        const auto move =
            workflow::decide(card.state, workflow::scorecard_action::make_void, who.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason_found);
        store::move_scorecard(db, who, card.id, card.version, *move);
        ++result.voided;
    }
    return result;
}

}  // namespace acts
