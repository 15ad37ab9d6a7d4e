#include "server/acts/judging.hpp"

#include "server/acts/card_moves.hpp"
#include "server/acts/conflicts.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/letters.hpp"
#include "server/acts/tally.hpp"
#include "server/store/panel.hpp"
#include "workflow/state_sets.hpp"

#include <boost/json/value_from.hpp>

namespace acts {
namespace {

using workflow::scorecard_action;

// A seed that nobody can choose: the first bytes of a hash over the round's own number.
std::uint64_t seed_of(workflow::edition_id edition, workflow::round_id round) {
    const auto hash = store::sha256("assignment " + std::to_string(workflow::value(edition)) + " " +
                                    std::to_string(workflow::value(round)));
    std::uint64_t seed = 0;
    // 53 bits: as much as a reader of JSON may keep exactly.
    for (int i = 0; i < 6; ++i)
        seed = seed << 8 | static_cast<unsigned char>(hash[static_cast<std::size_t>(i)]);
    return seed;
}

std::vector<workflow::entry_id> ids_of(const std::vector<judging::judged_entry>& entries) {
    std::vector<workflow::entry_id> ids;
    for (const auto& one : entries) ids.push_back(one.entry);
    return ids;
}

std::vector<store::new_card> cards_of(const judging::assignment& plan) {
    std::vector<store::new_card> cards;
    for (const auto& pair : plan.pairs)
        cards.push_back({pair.judge, pair.entry, boost::describe::enum_to_string(pair.reason, "")});
    return cards;
}

// The newest round that is not closed; else a new one.
store::round_row round_to_prepare(store::database& db, const store::author& who,
                                  const workflow::rule_set& rules) {
    if (const auto last = store::find_last_round(db, *who.edition); last && !last->closed_at) return *last;
    auto round = store::add_round(db, who, rules);
    if (round.number == 1)
        store::set_round_entries(db, who, round.id, ids_of(store::list_eligible_entries(db, *who.edition)));
    return round;
}

// Entries of the round that have fewer judges than the rules ask, whoever took them away.
std::optional<workflow::refusal> too_few_judges(store::database& db, const store::round_row& round,
                                                const workflow::rule_set& rules) {
    std::map<workflow::entry_id, int> judges;
    for (const auto& entry : store::list_round_entries(db, round.id)) judges[entry.entry] = 0;
    for (const auto& card : store::list_cards(db, round.id)) {
        if (!is_among(card.state, workflow::scorecard_states::taken_off)) ++judges[card.entry_id];
    }
    std::vector<workflow::particular> named;
    for (const auto& [entry, count] : judges)
        if (count < rules.minimum_judges_per_entry)
            named.push_back({"entry", std::to_string(workflow::value(entry))});
    if (named.empty()) return std::nullopt;
    named.push_back({"minimum", std::to_string(rules.minimum_judges_per_entry)});
    return workflow::refusal{workflow::refusal_code::too_few_judges, std::move(named)};
}

}  // namespace

std::map<workflow::entry_id, int> count_judges(store::database& db, workflow::round_id round) {
    std::map<workflow::entry_id, int> judges;
    for (const auto& entry : store::list_round_entries(db, round)) judges[entry.entry] = 0;
    for (const auto& card : store::list_cards(db, round)) {
        if (!is_among(card.state, workflow::scorecard_states::taken_off) && judges.contains(card.entry_id))
            ++judges[card.entry_id];
    }
    return judges;
}

void tell_of_round(const acting& now, const workflow::edition& edition, const store::round_row& round,
                   const std::set<workflow::judge_id>& whom, const std::string& cause) {
    const auto until = end_of_judging(now, edition);
    std::set<workflow::person_id> people;
    for (const auto& judge : store::list_judges(now.db, edition.id))
        if (whom.contains(judge.id) && !judge.left_at) people.insert(judge.person_id);
    write_some(now, {}, [&](const store::hearer& to) {
        using content = notifications::judging_open_content;
        std::optional<one_letter<content>> letter;
        if (people.contains(to.person_id.value()))
            letter = {content{round.name, until, now.service_address + "/judging"}, cause};
        return letter;
    });
}

void tell_assigned_judges(const acting& now, const workflow::edition& edition) {
    const auto round = store::find_last_round(now.db, edition.id);
    if (!round || !round->opened_at || round->closed_at) return;
    std::set<workflow::judge_id> judges;
    for (const auto& card : store::list_cards(now.db, round->id)) judges.insert(card.judge_id);
    tell_of_round(now, edition, *round, judges,
                  "round " + std::to_string(workflow::value(round->id)) + " opened");
}

assigned assign_round(const acting& now, const store::kept_rules& kept) {
    auto& db = now.db;
    const auto& who = now.who;
    recompute_conflicts(now);
    const auto round = round_to_prepare(db, who, kept.rules);
    if (round.number == 1 && !round.opened_at)
        store::set_round_entries(db, who, round.id, ids_of(store::list_eligible_entries(db, *who.edition)));
    auto input = store::load_assignment_input(db, *who.edition, round.id, kept.rules);
    input.rules.seed = seed_of(*who.edition, round.id);
    assigned made{round.id, input.rules.seed, judging::assign(input), 0};
    store::remove_unstarted_cards(db, round.id, made.plan.dropped);
    made.added = store::add_cards(db, who, round.id, kept.id, cards_of(made.plan), false);
    store::record_act(
        db, who, workflow::audit_subject::round, workflow::value(round.id),
        workflow::audit_action::assignment_made,
        {{"seed", made.seed}, {"pairs", made.plan.pairs.size()}, {"gaps", made.plan.gaps.size()}});
    return made;
}

judging::assignment assign_anew(store::database& db, workflow::edition_id edition, workflow::round_id round,
                                const workflow::rule_set& rules,
                                const std::vector<const scorecard_move*>& taken_off) {
    auto input = store::load_assignment_input(db, edition, round, rules);
    for (const auto* one : taken_off) input.barred.push_back({one->judge, one->entry});
    input.rules.seed = seed_of(edition, round);
    return judging::assign(input);
}

std::optional<assigned> preview_assignment(store::database& db, workflow::edition_id edition,
                                           const workflow::rule_set& rules) {
    const auto round = store::find_last_round(db, edition);
    if (!round) return std::nullopt;
    return assigned{round->id, seed_of(edition, round->id), assign_anew(db, edition, round->id, rules), 0};
}

edition_moved start_judging(const acting& now) {
    store::lock_edition(now.db, now.edition());
    recompute_conflicts(now);
    auto at_hand = take_edition(now);
    // Frozen in this very transaction, by the move itself: what the guard asks for is true when it commits.
    at_hand.facts.rule_set_frozen = true;
    boost::json::object details{{"rules_hash", at_hand.kept.hash}, {"rules_version", at_hand.kept.version}};
    return decide_and_move(now, std::move(at_hand), workflow::edition_action::start_judging,
                           std::move(details));
}

edition_moved close_judging(const acting& now) {
    return decide_and_move(now, take_edition(now), workflow::edition_action::close_judging);
}

edition_moved resume_judging(const acting& now) {
    auto at_hand = take_edition(now);
    const auto next = store::find_last_round(now.db, now.edition());
    // The decision on a shortlist prepares the next round; without it there is none to open.
    at_hand.facts.decision_recorded =
        next && !next->closed_at && !store::list_round_entries(now.db, next->id).empty();
    boost::json::object details;
    if (next) details["round"] = next->number;
    return decide_and_move(now, std::move(at_hand), workflow::edition_action::resume_judging,
                           std::move(details));
}

workflow::verdict publish_the_rule_set(const acting& now, edition_move& moved) {
    store::freeze_rules(now.db, moved.kept.id);
    return {};
}

workflow::verdict open_the_scorecards(const acting& now, edition_move& moved) {
    const auto made = assign_round(now, moved.kept);
    store::refresh_cards(now.db, made.round, moved.kept.id);
    const auto round = store::find_last_round(now.db, moved.edition.id);
    if (auto no = too_few_judges(now.db, *round, moved.kept.rules)) return tl::unexpected(*no);
    store::note_round_opened(now.db, made.round);
    return {};
}

workflow::verdict tell_the_judges(const acting& now, edition_move& moved) {
    tell_assigned_judges(now, moved.edition);
    return {};
}

workflow::verdict lock_the_scorecards(const acting& now, edition_move& moved) {
    const auto round = store::find_last_round(now.db, moved.edition.id);
    if (!round) throw std::logic_error("an edition in judging has a round");
    auto submitted = store::lock_cards(now.db, round->id);
    std::erase_if(submitted,
                  [](const auto& card) { return card.state != workflow::scorecard_state::submitted; });
    auto locking = decide_cards(now, at_hand(submitted), scorecard_action::lock, if_refused::stop);
    if (!locking) return tl::unexpected(locking.error());
    if (auto done = move(now, *locking); !done) return done;
    // From here on the scores may be read: the round is closed.
    store::note_round_closed(now.db, round->id);
    moved.details["round"] = round->number;
    return {};
}

workflow::verdict seal_the_inputs(const acting& now, edition_move& moved) {
    const auto round = store::find_tallied_round(now.db, moved.edition.id).value();
    const auto sealed =
        store::seal_input(now.db, now.who, round, store::load_tally_input(now.db, round, moved.kept.rules));
    moved.details["inputs_hash"] = sealed.hash;
    return {};
}

}  // namespace acts
