#pragma once
// The same action on many scorecards: their facts are loaded once, each is asked of the table, the reasons
// are kept in one statement. Called by acts that carry scorecards along; move() makes the moves.

#include "server/acts/moving.hpp"
#include "server/store/rounds.hpp"

namespace acts {

// `reason` is kept with the scorecard unless it is empty.
struct card_at_hand {
    workflow::scorecard_id id{};
    int version = 0;
    workflow::judge_id judge{};
    workflow::entry_id entry{};
    workflow::scorecard_state state{};
    std::string reason;
};
std::vector<card_at_hand> at_hand(const std::vector<store::card_line>&, const std::string& reason = {});

// What to do with a scorecard that the table refuses to move.
enum class if_refused { pass_over, stop };
// In the order of the cards. Refuses only with `stop`.
tl::expected<std::vector<scorecard_move>, workflow::refusal> decide_cards(const acting&,
                                                                          const std::vector<card_at_hand>&,
                                                                          workflow::scorecard_action,
                                                                          if_refused);

}  // namespace acts
