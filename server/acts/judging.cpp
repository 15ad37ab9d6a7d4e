#include "server/acts/judging.hpp"

#include "server/acts/conflicts.hpp"
#include "server/store/letters.hpp"
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
    std::vector<workflow::fact> facts;
    for (const auto& [entry, count] : judges)
        if (count < rules.minimum_judges_per_entry)
            facts.push_back({"entry", std::to_string(workflow::value(entry))});
    if (facts.empty()) return std::nullopt;
    facts.push_back({"minimum", std::to_string(rules.minimum_judges_per_entry)});
    return workflow::refusal{workflow::refusal_code::too_few_judges, std::move(facts)};
}

}  // namespace

void tell_of_round(store::database& db, const workflow::edition& edition, const store::round_row& round,
                   const std::set<workflow::judge_id>& whom, const std::string& cause,
                   const std::string& address) {
    const auto until = edition.calendar.judging_closes_at == workflow::instant{}
                           ? std::string()
                           : store::in_words(db, edition.calendar.judging_closes_at, edition.calendar.zone);
    std::vector<store::new_letter> letters;
    for (const auto& judge : store::list_judges(db, edition.id))
        if (whom.contains(judge.id) && !judge.left_at)
            letters.push_back(store::letter_about(
                notifications::judging_open_facts{round.name, until, address + "/judging"}, edition.id,
                store::addressee_of(judge), cause));
    store::queue_letters(db, letters);
}

void tell_assigned_judges(store::database& db, const workflow::edition& edition, const std::string& address) {
    const auto round = store::find_last_round(db, edition.id);
    if (!round || !round->opened_at || round->closed_at) return;
    std::set<workflow::judge_id> judges;
    for (const auto& card : store::list_cards(db, round->id)) judges.insert(card.judge_id);
    tell_of_round(db, edition, *round, judges,
                  "round " + std::to_string(workflow::value(round->id)) + " opened", address);
}

namespace {

// All that the start and a further round have in common, once the move is decided.
std::optional<workflow::refusal> open_round(store::database& db, const store::author& who,
                                            const workflow::edition& edition, const store::kept_rules& kept,
                                            const std::string& address) {
    const auto made = assign_round(db, who, kept);
    store::refresh_cards(db, made.round, kept.id);
    if (auto no = too_few_judges(db, *store::find_last_round(db, edition.id), kept.rules)) return no;
    store::note_round_opened(db, made.round);
    tell_assigned_judges(db, edition, address);
    return std::nullopt;
}

boost::json::object with_reason(const move_request& wanted, boost::json::object details) {
    if (!wanted.reason.empty()) details["reason"] = wanted.reason;
    return details;
}

}  // namespace

assigned assign_round(store::database& db, const store::author& who, const store::kept_rules& kept) {
    recompute_conflicts(db, who, *who.edition);
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

std::optional<assigned> preview_assignment(store::database& db, workflow::edition_id edition,
                                           const workflow::rule_set& rules) {
    const auto round = store::find_last_round(db, edition);
    if (!round) return std::nullopt;
    auto input = store::load_assignment_input(db, edition, round->id, rules);
    input.rules.seed = seed_of(edition, round->id);
    return assigned{round->id, input.rules.seed, judging::assign(input), 0};
}

moved start_judging(store::database& db, const move_request& wanted, const std::string& service_address) {
    store::lock_edition(db, wanted.edition);
    const store::author who{wanted.actor, wanted.edition};
    recompute_conflicts(db, who, wanted.edition);
    const auto edition = store::load_edition(db, wanted.edition);
    const auto kept = store::load_rules(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, kept);
    facts.reason_given = wanted.reason_given;
    // Frozen in this very transaction, below: what the guard asks for is true when it commits.
    facts.rule_set_frozen = true;
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::start_judging, wanted.actor, facts);
    if (!decided) return decided;
    store::freeze_rules(db, kept.id);
    if (auto no = open_round(db, who, edition, kept, service_address)) return tl::unexpected(*no);
    store::move_edition(db, who, wanted.edition, edition.version, *decided,
                        with_reason(wanted, {{"rules_hash", kept.hash}, {"rules_version", kept.version}}));
    return decided;
}

moved close_judging(store::database& db, const move_request& wanted) {
    store::lock_edition(db, wanted.edition);
    const store::author who{wanted.actor, wanted.edition};
    const auto edition = store::load_edition(db, wanted.edition);
    const auto kept = store::load_rules(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, kept);
    facts.reason_given = wanted.reason_given;
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::close_judging, wanted.actor, facts);
    if (!decided) return decided;
    const auto round = store::find_last_round(db, wanted.edition);
    if (!round) throw std::logic_error("an edition in judging has a round");
    for (const auto& card : store::lock_cards(db, round->id)) {
        if (card.state != workflow::scorecard_state::submitted) continue;
        workflow::scorecard_facts card_facts;
        card_facts.edition = edition.state;
        const auto locks = workflow::decide(card.state, scorecard_action::lock, wanted.actor, card_facts);
        if (!locks) return tl::unexpected(locks.error());
        store::move_scorecard(db, who, card.id, card.version, *locks);
    }
    // From here on the scores may be read: the round is closed.
    store::note_round_closed(db, round->id);
    const auto sealed =
        store::seal_input(db, who, round->id, store::load_tally_input(db, round->id, kept.rules));
    store::move_edition(db, who, wanted.edition, edition.version, *decided,
                        with_reason(wanted, {{"round", round->number}, {"inputs_hash", sealed.hash}}));
    return decided;
}

moved resume_judging(store::database& db, const move_request& wanted, const std::string& service_address) {
    store::lock_edition(db, wanted.edition);
    const store::author who{wanted.actor, wanted.edition};
    const auto edition = store::load_edition(db, wanted.edition);
    const auto kept = store::load_rules(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, kept);
    facts.reason_given = wanted.reason_given;
    const auto next = store::find_last_round(db, wanted.edition);
    // The decision on a shortlist prepares the next round; without it there is none to open.
    facts.decision_recorded = next && !next->closed_at;
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::resume_judging, wanted.actor, facts);
    if (!decided) return decided;
    if (auto no = open_round(db, who, edition, kept, service_address)) return tl::unexpected(*no);
    store::move_edition(db, who, wanted.edition, edition.version, *decided,
                        with_reason(wanted, {{"round", next->number}}));
    return decided;
}

}  // namespace acts
