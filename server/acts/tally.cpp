#include "server/acts/tally.hpp"

#include "config/version.hpp"
#include "server/store/editions.hpp"
#include "server/store/letters.hpp"
#include "server/store/results.hpp"
#include "server/store/rounds.hpp"
#include "server/store/sealed_inputs.hpp"

#include <algorithm>

namespace acts {
namespace {

workflow::refusal outstanding(int scorecards) {
    return {workflow::refusal_code::scorecards_outstanding, {{"scorecards", std::to_string(scorecards)}}};
}

// The method cannot be applied to these inputs (J8 refuses by name); the entries and judges are in the facts.
workflow::refusal unfit(const std::vector<judging::tally_problem>& problems) {
    workflow::refusal no{workflow::refusal_code::scores_out_of_balance, {}};
    for (const auto& one : problems) {
        std::string named = boost::describe::enum_to_string(one.fault, "");
        if (one.entry) named += ", entry " + std::to_string(workflow::value(*one.entry));
        if (one.judge) named += ", judge " + std::to_string(workflow::value(*one.judge));
        no.facts.push_back({"entry", named});
    }
    return no;
}

judging::tally_input without(judging::tally_input input, const std::vector<workflow::entry_id>& gone) {
    const auto is_gone = [&](const auto& one) { return std::ranges::find(gone, one.entry) != gone.end(); };
    std::erase_if(input.entries, is_gone);
    std::erase_if(input.sheets, is_gone);
    std::erase_if(input.deltas, is_gone);
    return input;
}

struct locked_card {
    store::card_line card;
    workflow::scorecard_facts facts;
};

locked_card lock_for_decision(store::database& db, const store::author& who, workflow::scorecard_id id) {
    locked_card found{store::lock_card(db, id), {}};
    found.facts.edition = store::load_edition(db, who.edition.value()).state;
    found.facts.reason_given = true;
    found.facts.decision_recorded = true;
    return found;
}

}  // namespace

tl::expected<workflow::tally_run_id, workflow::refusal> run_tally(store::database& db,
                                                                  const store::author& who,
                                                                  std::string_view cause) {
    const auto edition = who.edition.value();
    const auto round = store::find_tallied_round(db, edition);
    if (!round) throw store::not_found{};
    if (const auto reopened = store::count_reopened(db, *round); reopened > 0)
        return tl::unexpected(outstanding(reopened));
    const auto rules = store::load_rules(db, edition);
    const auto input = store::load_tally_input(db, *round, rules.rules);
    const auto result = judging::tally(input);
    if (!result) return tl::unexpected(unfit(result.error()));
    const auto sealed = store::seal_input(db, who, *round, input);
    return store::add_tally_run(
        db, who, {*round, sealed.id, rules.id, std::string(config::program_version()), std::string(cause)},
        *result);
}

bool inputs_have_changed(store::database& db, workflow::edition_id edition, const store::kept_tally& run) {
    if (store::count_reopened(db, run.line.round_id) > 0) return true;
    const auto round = store::find_tallied_round(db, edition);
    if (!round || *round != run.line.round_id) return true;
    const auto now = store::load_tally_input(db, *round, store::load_rules(db, edition).rules);
    std::vector<workflow::entry_id> gone;
    for (const auto& entry : run.input.entries)
        if (std::ranges::find(now.entries, entry.entry, &judging::judged_entry::entry) == now.entries.end())
            gone.push_back(entry.entry);
    return judging::canonical_inputs(without(now, gone)) !=
           judging::canonical_inputs(without(run.input, gone));
}

workflow::decision_id decide_upon(store::database& db, const store::author& who,
                                  const store::new_decision& made,
                                  const std::vector<workflow::tally_run_id>& relied_on) {
    const auto id = store::record_decision(db, who, made);
    store::rely_on(db, who.edition.value(), id, relied_on);
    return id;
}

card_moved reopen_scorecard(store::database& db, const store::author& who, workflow::scorecard_id id,
                            const store::new_decision& made, const std::string& service_address) {
    const auto [card, facts] = lock_for_decision(db, who, id);
    const auto decided =
        workflow::decide(card.state, workflow::scorecard_action::reopen_by_decision, who.actor, facts);
    if (!decided) return decided;
    const auto decision = decide_upon(db, who, made, {});
    store::set_card_reason(db, id, made.reason);
    store::move_scorecard(db, who, id, card.version, *decided, {{"decision", workflow::value(decision)}});
    for (const auto& one : store::list_panel_people_of(db, card.judge_id))
        store::queue_letter(
            db, store::letter_about(
                    notifications::scorecard_reopened_facts{made.reason, service_address + "/judging"},
                    who.edition, {one.id, one.name, one.email, one.language},
                    "decision " + std::to_string(workflow::value(decision))));
    return decided;
}

card_moved relock_scorecard(store::database& db, const store::author& who, workflow::scorecard_id id,
                            const store::new_decision& made) {
    auto [card, facts] = lock_for_decision(db, who, id);
    const auto round = store::find_tallied_round(db, who.edition.value());
    if (!round) throw store::not_found{};
    std::set<std::string> given;
    for (const auto& one : store::list_given_scores(db, *round, card.entry_id))
        if (one.scorecard_id == id) given.insert(one.criterion);
    for (const auto& criterion : store::load_rules(db, who.edition.value()).rules.rubric.criteria)
        if (!given.contains(criterion.key)) facts.scores_missing.push_back(criterion.key);
    const auto decided = workflow::decide(card.state, workflow::scorecard_action::relock, who.actor, facts);
    if (!decided) return decided;
    const auto decision = decide_upon(db, who, made, {});
    store::set_card_reason(db, id, made.reason);
    store::move_scorecard(db, who, id, card.version, *decided, {{"decision", workflow::value(decision)}});
    return decided;
}

card_moved void_scorecard(store::database& db, const store::author& who, workflow::scorecard_id id,
                          const store::new_decision& made) {
    const auto [card, facts] = lock_for_decision(db, who, id);
    const auto decided =
        workflow::decide(card.state, workflow::scorecard_action::make_void, who.actor, facts);
    if (!decided) return decided;
    const auto decision = decide_upon(db, who, made, {});
    store::set_card_reason(db, id, made.reason);
    store::move_scorecard(db, who, id, card.version, *decided, {{"decision", workflow::value(decision)}});
    if (const auto run = run_tally(db, who, "A scorecard was voided: " + made.reason); !run)
        return tl::unexpected(run.error());
    return decided;
}

}  // namespace acts
