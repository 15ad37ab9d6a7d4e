#include "server/acts/scorecards.hpp"

#include "server/acts/card_moves.hpp"
#include "server/store/conflicts.hpp"
#include "server/store/move_facts.hpp"

#include <algorithm>

namespace acts {
namespace {

using workflow::scorecard_action;

card_moved move_one(const acting& now, scorecard_move moving) {
    const auto decided = moving.decided;
    std::vector<scorecard_move> all;
    all.push_back(std::move(moving));
    if (const auto done = move(now, all); !done) return tl::unexpected(done.error());
    return decided;
}

card_moved move_own(const acting& now, const store::scorecard_row& card,
                    const workflow::scorecard_decision& decided, boost::json::object details = {}) {
    return move_one(now, {card.id, card.version, card.judge_id, card.entry_id, decided, std::move(details)});
}

// The table's refusal names criteria by their keys; people know them by their names.
card_moved with_names(workflow::refusal no, const workflow::rubric& rubric) {
    for (auto& one : no.particulars)
        if (one.name == "criterion")
            if (const auto* found = workflow::find_criterion(rubric, one.value)) one.value = found->name;
    return tl::unexpected(std::move(no));
}

bool is_off_scale(const workflow::criterion& criterion, int value) {
    return value < criterion.scale_min || value > criterion.scale_max;
}

}  // namespace

workflow::scorecard_facts facts_of_sheet(store::database& db, const workflow::actor& who,
                                         const store::scorecard_row& card, const workflow::rule_set& rules,
                                         const store::sheet& sheet) {
    auto facts = store::load_scorecard_facts(db, who, card.id);
    std::vector<std::string> missing, off_scale, unreasoned;
    for (const auto& criterion : rules.rubric.criteria) {
        const auto* score = store::find_score(sheet, criterion.key);
        if (score == nullptr || !score->value) {
            missing.push_back(criterion.key);
            continue;
        }
        if (is_off_scale(criterion, *score->value)) off_scale.push_back(criterion.key);
        const bool at_end = *score->value == criterion.scale_min || *score->value == criterion.scale_max;
        if (rules.rubric.reason_at_scale_ends && at_end && score->reason.empty())
            unreasoned.push_back(criterion.key);
    }
    facts.scores_missing = std::move(missing);
    facts.scores_off_scale = std::move(off_scale);
    facts.reasons_missing = std::move(unreasoned);
    return facts;
}

card_moved begin_scorecard(const acting& now, const store::scorecard_row& card,
                           const workflow::rule_set& rules, const store::sheet& held) {
    const auto decided = workflow::decide(card.state, scorecard_action::begin, now.who.actor,
                                          facts_of_sheet(now.db, now.who.actor, card, rules, held));
    if (!decided) return decided;
    return move_own(now, card, *decided);
}

card_moved confirm_scorecard(const acting& now, const store::scorecard_row& card,
                             const workflow::rule_set& rules, const store::sheet& held,
                             scorecard_action action) {
    const auto decided = workflow::decide(card.state, action, now.who.actor,
                                          facts_of_sheet(now.db, now.who.actor, card, rules, held));
    if (!decided) return with_names(decided.error(), rules.rubric);
    const auto hash = store::seal_sheet(now.db, card, held);
    return move_own(now, card, *decided, {{"sha256", hash}});
}

card_moved reopen_own_scorecard(const acting& now, const store::scorecard_row& card,
                                const workflow::rule_set& rules, const store::sheet& held) {
    const auto decided = workflow::decide(card.state, scorecard_action::reopen, now.who.actor,
                                          facts_of_sheet(now.db, now.who.actor, card, rules, held));
    if (!decided) return decided;
    return move_own(now, card, *decided);
}

workflow::verdict step_off(const acting& now, workflow::judge_id judge,
                           const std::vector<store::declaration>& declared) {
    std::vector<workflow::entry_id> barred;
    for (const auto& one : declared)
        if (one.has_conflict) barred.push_back(one.entry);
    if (barred.empty()) return {};
    const auto cards = store::list_own_cards_of(now.db, judge, barred);
    std::vector<card_at_hand> barred_cards;
    for (const auto& card : cards) {
        const auto why = std::ranges::find(declared, card.entry_id, &store::declaration::entry);
        barred_cards.push_back({card.id, card.version, judge, card.entry_id, card.state, why->reason});
    }
    auto moving = decide_cards(now, barred_cards, scorecard_action::recuse, if_refused::stop);
    if (!moving) return tl::unexpected(moving.error());
    if (auto done = move(now, *moving); !done) return done;
    store::bar_declared(now.db, now.who, judge, declared);
    return {};
}

card_moved take_off(const acting& now, workflow::scorecard_id id, scorecard_action action) {
    const auto card = store::lock_card(now.db, id);
    auto moving = decide_cards(now, at_hand({card}, now.reason), action, if_refused::stop);
    if (!moving) return tl::unexpected(moving.error());
    if (action == scorecard_action::recuse)
        store::bar_taken_off(now.db, now.who, card.judge_id, card.entry_id, now.reason);
    return move_one(now, std::move(moving->front()));
}

card_moved put_back(const acting& now, workflow::scorecard_id id) {
    const auto card = store::lock_card(now.db, id);
    store::lift_said(now.db, now.who, card.judge_id, card.entry_id, now.reason);
    auto moving =
        decide_cards(now, at_hand({card}, now.reason), scorecard_action::put_back, if_refused::stop);
    if (!moving) return tl::unexpected(moving.error());
    return move_one(now, std::move(moving->front()));
}

}  // namespace acts
