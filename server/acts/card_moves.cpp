#include "server/acts/card_moves.hpp"

#include "server/store/move_facts.hpp"

namespace acts {

std::vector<card_at_hand> at_hand(const std::vector<store::card_line>& cards, const std::string& reason) {
    std::vector<card_at_hand> all;
    for (const auto& card : cards)
        all.push_back({card.id, card.version, card.judge_id, card.entry_id, card.state, reason});
    return all;
}

tl::expected<std::vector<scorecard_move>, workflow::refusal> decide_cards(
    const acting& now, const std::vector<card_at_hand>& cards, workflow::scorecard_action action,
    if_refused refused) {
    std::vector<workflow::scorecard_id> ids, with_reason;
    for (const auto& card : cards) ids.push_back(card.id);
    auto facts = store::load_scorecard_facts(now.db, now.who.actor, ids);
    std::vector<std::string> reasons;
    std::vector<scorecard_move> moving;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const auto& card = cards[i];
        facts[i].reason_given = !card.reason.empty();
        const auto decided = workflow::decide(card.state, action, now.who.actor, facts[i]);
        if (!decided && refused == if_refused::stop) return tl::unexpected(decided.error());
        if (!decided) continue;
        moving.push_back({card.id, card.version, card.judge, card.entry, *decided, {}});
        if (card.reason.empty()) continue;
        with_reason.push_back(card.id);
        reasons.push_back(card.reason);
    }
    store::set_card_reasons(now.db, with_reason, reasons);
    return moving;
}

}  // namespace acts
