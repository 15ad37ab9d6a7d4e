#include "server/acts/drop_out.hpp"

#include "server/acts/card_moves.hpp"
#include "server/acts/conflicts.hpp"
#include "server/acts/judging.hpp"
#include "server/store/panel.hpp"
#include "server/store/sealed_inputs.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>

namespace acts {

dropped_out preview_drop_out(store::database& db, workflow::edition_id edition, workflow::judge_id judge) {
    dropped_out would;
    const auto round = store::find_last_round(db, edition);
    if (!round || round->closed_at) return would;
    for (const auto& card : store::list_cards(db, round->id)) {
        if (card.judge_id != judge) continue;
        would.excused += is_among(card.state, workflow::scorecard_states::being_scored) ? 1 : 0;
        would.kept += card.state == workflow::scorecard_state::submitted ? 1 : 0;
    }
    return would;
}

namespace {

// Entries of the round that have fewer judges than the rules ask.
std::vector<workflow::entry_id> list_gaps(store::database& db, workflow::round_id round, int minimum) {
    std::vector<workflow::entry_id> gaps;
    for (const auto& [entry, count] : count_judges(db, round))
        if (count < minimum) gaps.push_back(entry);
    return gaps;
}

}  // namespace

dropped_out drop_out(const acting& now, workflow::judge_id judge) {
    dropped_out done;
    auto& db = now.db;
    const auto cards = store::lock_cards_of_judge(db, judge);
    done.kept = static_cast<int>(
        std::ranges::count(cards, workflow::scorecard_state::submitted, &store::card_line::state));
    auto moving = decide_cards(now, at_hand(cards, now.reason), workflow::scorecard_action::excuse,
                               if_refused::pass_over)
                      .value();
    done.excused = static_cast<int>(moving.size());
    store::note_judge_left(db, now.who, judge, now.reason);
    if (const auto moved = move(now, moving); !moved)
        throw std::logic_error("a consequence of a drop-out was refused");
    recompute_conflicts(now);
    const auto round = store::find_last_round(db, now.edition());
    if (round && !round->closed_at)
        done.gaps =
            list_gaps(db, round->id, store::load_rules(db, now.edition()).rules.minimum_judges_per_entry);
    return done;
}

std::optional<other_tally> tally_by_other_rule(store::database& db, workflow::edition_id edition,
                                               workflow::round_id round, const workflow::rule_set& rules) {
    std::set<workflow::judge_id> left;
    for (const auto& one : store::list_judges(db, edition))
        if (one.left_at) left.insert(one.id);
    const auto cards = store::list_cards(db, round);
    const bool anybody = std::ranges::any_of(cards, [&](const auto& card) {
        return left.contains(card.judge_id) && card.state == workflow::scorecard_state::excused;
    });
    if (!anybody || store::count_outstanding(db, round) > 0) return std::nullopt;
    auto other = rules;
    other.dropout = rules.dropout == workflow::dropout_policy::keep_locked
                        ? workflow::dropout_policy::void_unfinished
                        : workflow::dropout_policy::keep_locked;
    return judging::tally(store::load_tally_input(db, round, other));
}

}  // namespace acts
