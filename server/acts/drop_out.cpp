#include "server/acts/drop_out.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/judging.hpp"
#include "server/store/panel.hpp"
#include "server/store/sealed_inputs.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>

namespace acts {
namespace {

bool counts(workflow::scorecard_state state) {
    return !is_among(state, workflow::scorecard_states::taken_off);
}

std::map<workflow::entry_id, int> count_judges(store::database& db, workflow::round_id round) {
    std::map<workflow::entry_id, int> judges;
    for (const auto& entry : store::list_round_entries(db, round)) judges[entry.entry] = 0;
    for (const auto& card : store::list_cards(db, round))
        if (counts(card.state) && judges.contains(card.entry_id)) ++judges[card.entry_id];
    return judges;
}

// Only entries that fell below the minimum get somebody new: what a person changed by hand elsewhere stays.
void fill_gaps(store::database& db, const store::author& who, const store::round_row& round,
               const store::kept_rules& kept, dropped_out& done) {
    const auto judges = count_judges(db, round.id);
    const auto is_short = [&](workflow::entry_id entry) {
        const auto found = judges.find(entry);
        return found != judges.end() && found->second < kept.rules.minimum_judges_per_entry;
    };
    const auto plan = preview_assignment(db, *who.edition, kept.rules);
    std::vector<store::new_card> cards;
    for (const auto& pair : plan->plan.pairs) {
        using enum judging::pair_reason;
        if (!is_short(pair.entry) || pair.reason == started || pair.reason == judging::pair_reason::kept)
            continue;
        cards.push_back({pair.judge, pair.entry, boost::describe::enum_to_string(pair.reason, "")});
        done.stepping_in.insert(pair.judge);
    }
    store::add_cards(db, who, round.id, kept.id, cards, false);
    for (const auto& [entry, count] : count_judges(db, round.id))
        if (count < kept.rules.minimum_judges_per_entry) done.gaps.push_back(entry);
}

}  // namespace

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

dropped_out drop_out(store::database& db, const store::author& who, workflow::judge_id judge,
                     const std::string& reason, const std::string& service_address) {
    dropped_out done;
    for (const auto& card : store::lock_cards_of_judge(db, judge)) {
        workflow::scorecard_facts facts;
        facts.reason_given = !reason.empty();
        done.kept += card.state == workflow::scorecard_state::submitted ? 1 : 0;
        const auto move = workflow::decide(card.state, workflow::scorecard_action::excuse, who.actor, facts);
        if (!move) continue;
        store::set_card_reason(db, card.id, reason);
        store::move_scorecard(db, who, card.id, card.version, *move);
        ++done.excused;
    }
    store::note_judge_left(db, who, judge, reason);
    recompute_conflicts(db, who, *who.edition);
    const auto edition = store::load_edition(db, *who.edition);
    const auto round = store::find_last_round(db, edition.id);
    using enum workflow::edition_state;
    if (!round || round->closed_at || (edition.state != screening && edition.state != judging)) return done;
    fill_gaps(db, who, *round, store::load_rules(db, edition.id), done);
    if (round->opened_at)
        tell_of_round(db, edition, *round, done.stepping_in,
                      "judge " + std::to_string(workflow::value(judge)) + " dropped out", service_address);
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
    if (!anybody || store::count_reopened(db, round) > 0) return std::nullopt;
    auto other = rules;
    other.dropout = rules.dropout == workflow::dropout_policy::keep_locked
                        ? workflow::dropout_policy::void_unfinished
                        : workflow::dropout_policy::keep_locked;
    return judging::tally(store::load_tally_input(db, round, other));
}

}  // namespace acts
