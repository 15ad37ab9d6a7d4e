#include "server/acts/withdrawal.hpp"

#include "server/acts/own_role.hpp"
#include "server/store/letters.hpp"
#include "server/store/results.hpp"
#include "server/store/rounds.hpp"

#include <algorithm>

namespace acts {
namespace {

constexpr const char* reason_withdrawn = "The entry was withdrawn.";

void tell_judges(store::database& db, workflow::edition_id edition, workflow::entry_id entry,
                 const std::set<workflow::judge_id>& released, const std::string& service_address) {
    std::vector<store::new_letter> letters;
    for (const auto judge : released)
        for (const auto& one : store::list_panel_people_of(db, judge))
            letters.push_back(
                store::letter_about(notifications::scorecards_released_facts{service_address + "/judging"},
                                    edition, {one.id, one.name, one.email, one.language},
                                    "entry " + std::to_string(workflow::value(entry)) + " left judging"));
    store::queue_letters(db, letters);
}

}  // namespace

int release_scorecards(store::database& db, workflow::edition_id edition, workflow::entry_id entry,
                       const workflow::entry_decision& decided, const std::string& service_address) {
    using enum workflow::consequence;
    if (std::ranges::find(decided.then_tell, release_scorecards) == decided.then_tell.end()) return 0;
    own_role service(db);
    const store::author clock{{workflow::role::clock, std::nullopt}, edition};
    workflow::scorecard_facts facts;
    facts.reason_given = facts.entry_withdrawn = true;
    int ended = 0;
    std::set<workflow::judge_id> released;
    const auto round = store::find_last_round(db, edition);
    for (const auto& card : store::lock_cards_on_entry(db, entry)) {
        const auto move =
            workflow::decide(card.state, workflow::scorecard_action::excuse, clock.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason_withdrawn);
        store::move_scorecard(db, clock, card.id, card.version, *move);
        ++ended;
        // Before a round is opened its judges know of no scorecard.
        if (round && round->opened_at) released.insert(card.judge_id);
    }
    tell_judges(db, edition, entry, released, service_address);
    service.give_back();
    return ended;
}

}  // namespace acts
