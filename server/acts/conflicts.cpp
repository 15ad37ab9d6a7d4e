#include "server/acts/conflicts.hpp"

#include "server/store/editions.hpp"
#include "server/store/moves.hpp"
#include "server/store/rounds.hpp"

namespace acts {
namespace {

// The role and the person of the caller's transaction, which come back whatever happens in between.
class own_role {
public:
    explicit own_role(store::database& db) : db_(db), role_(db.role()), person_(db.person()) {
        db_.act_as(store::database_role::clock, std::nullopt);
    }
    void give_back() { db_.act_as(role_, person_); }

private:
    store::database& db_;
    store::database_role role_;
    std::optional<workflow::person_id> person_;
};

constexpr const char* reason_found = "A conflict of interest was found.";

bool is_locked(workflow::scorecard_state state) {
    return state == workflow::scorecard_state::locked || state == workflow::scorecard_state::reopened;
}

}  // namespace

conflicts_found recompute_conflicts(store::database& db, const store::act& who, workflow::edition_id edition) {
    own_role service(db);
    const auto rules = store::load_rules(db, edition).rules;
    const auto inputs = store::load_conflict_inputs(db, edition);
    const auto found = judging::list_conflicts(inputs.judges, inputs.entries, inputs.recorded, rules.conflicts);
    const auto changes = judging::compare_conflicts(store::list_found_conflicts(db, edition), found);
    store::change_found_conflicts(db, edition, changes);
    conflicts_found result{static_cast<int>(changes.appeared.size()), static_cast<int>(changes.vanished.size()), 0, 0};
    const store::act clock{{workflow::role::clock, std::nullopt}, edition};
    if (result.appeared + result.vanished > 0)
        store::record_act(db, clock, "edition", workflow::value(edition), "conflicts_worked_out",
                          {{"appeared", result.appeared}, {"vanished", result.vanished}});
    const auto cards = store::lock_barred_cards(db, edition);
    for (const auto& card : cards) {
        if (is_locked(card.state)) continue;
        workflow::scorecard_facts facts;
        facts.reason_given = true;
        facts.has_conflict = true;
        const auto move = workflow::decide(card.state, workflow::scorecard_action::recuse, clock.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason_found);
        store::move_scorecard(db, clock, card.id, card.version, *move);
        ++result.recused;
    }
    service.give_back();
    // A locked scorecard is taken out of the count by a person of the secretariat only.
    if (who.actor.acts_as != workflow::role::secretariat) return result;
    for (const auto& card : cards) {
        if (!is_locked(card.state)) continue;
        workflow::scorecard_facts facts;
        facts.reason_given = true;
        facts.has_conflict = true;
        const auto move = workflow::decide(card.state, workflow::scorecard_action::make_void, who.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason_found);
        store::move_scorecard(db, who, card.id, card.version, *move);
        ++result.voided;
    }
    return result;
}

}  // namespace acts
