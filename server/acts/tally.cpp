#include "server/acts/tally.hpp"

#include "config/version.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/letters.hpp"

#include "server/store/editions.hpp"
#include "server/store/move_facts.hpp"
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
        no.particulars.push_back({"entry", named});
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

// The run that a move of scorecards asks for: by the secretariat itself, else by the service for whoever
// moved them.
tl::expected<workflow::tally_run_id, workflow::refusal> run_again(const acting& now, std::string_view cause) {
    if (now.db.role() == store::database_role::secretariat) return run_tally(now.db, now.who, cause);
    own_role service(now.db);
    auto made = run_tally(now.db, {{workflow::role::clock, std::nullopt}, now.who.edition}, cause);
    service.give_back();
    return made;
}

// What refuses a run does not undo the move that asked for it: it is told, and the run made when it can be.
void note_refused_run(const acting& now, const workflow::refusal& no) {
    const std::string why(workflow::name_of(no.code));
    store::record_act(now.db, now.who, workflow::audit_subject::edition, workflow::value(now.edition()),
                      workflow::audit_action::tally_refused, {{"why", why}});
    tell_the_office(now, "The tally could not be run. Its page says what is in the way.", "/tally",
                    "tally refused at " + store::to_text(now.db.now()));
}

}  // namespace

tl::expected<workflow::tally_run_id, workflow::refusal> run_tally(store::database& db,
                                                                  const store::author& who,
                                                                  std::string_view cause) {
    const auto edition = who.edition.value();
    const auto round = store::find_tallied_round(db, edition);
    if (!round) throw store::not_found{};
    if (const auto waiting = store::count_outstanding(db, *round); waiting > 0)
        return tl::unexpected(outstanding(waiting));
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
    if (store::count_outstanding(db, run.line.round_id) > 0) return true;
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

workflow::decision_id decide_upon(store::database& db, const store::author& who, const store::minutes& made,
                                  const store::decision_body& body,
                                  const std::vector<workflow::tally_run_id>& relied_on) {
    const auto id = store::record_decision(db, who, made, body);
    store::rely_on(db, who.edition.value(), id, relied_on);
    return id;
}

namespace {

// Moves one scorecard behind a decision that is recorded with it.
card_moved decide_on_card(const acting& now, const store::card_line& card, workflow::scorecard_facts facts,
                          workflow::scorecard_action action, const store::minutes& made,
                          const store::decision_body& body) {
    facts.reason_given = true;
    facts.decision_recorded = true;
    const auto decided = workflow::decide(card.state, action, now.who.actor, facts);
    if (!decided) return decided;
    const auto decision = decide_upon(now.db, now.who, made, body, {});
    store::set_card_reasons(now.db, {card.id}, {made.reason});
    std::vector<scorecard_move> moving;
    moving.push_back({card.id,
                      card.version,
                      card.judge_id,
                      card.entry_id,
                      *decided,
                      {{"decision", workflow::value(decision)}}});
    acting by_decision = now;
    by_decision.reason = made.reason;
    if (const auto done = move(by_decision, moving); !done) return tl::unexpected(done.error());
    return decided;
}

}  // namespace

card_moved reopen_scorecard(const acting& now, workflow::scorecard_id id, const store::minutes& made) {
    const auto card = store::lock_card(now.db, id);
    return decide_on_card(now, card, store::load_scorecard_facts(now.db, now.who.actor, id),
                          workflow::scorecard_action::reopen_by_decision, made,
                          store::scorecard_reopening_body{id, card.entry_id});
}

card_moved relock_scorecard(const acting& now, workflow::scorecard_id id, const store::minutes& made) {
    const auto card = store::lock_card(now.db, id);
    auto facts = store::load_scorecard_facts(now.db, now.who.actor, id);
    const auto round = store::find_tallied_round(now.db, now.edition());
    if (!round) throw store::not_found{};
    std::set<std::string> given;
    for (const auto& one : store::list_given_scores(now.db, *round, card.entry_id))
        if (one.scorecard_id == id) given.insert(one.criterion);
    std::vector<std::string> missing;
    for (const auto& criterion : store::load_rules(now.db, now.edition()).rules.rubric.criteria)
        if (!given.contains(criterion.key)) missing.push_back(criterion.name);
    facts.scores_missing = std::move(missing);
    // Only its judge could write them, within the scale and with reasons (J4).
    facts.scores_off_scale = std::vector<std::string>{};
    facts.reasons_missing = std::vector<std::string>{};
    return decide_on_card(now, card, std::move(facts), workflow::scorecard_action::relock, made,
                          store::scorecard_relocking_body{id, card.entry_id});
}

card_moved void_scorecard(const acting& now, workflow::scorecard_id id, const store::minutes& made) {
    const auto card = store::lock_card(now.db, id);
    return decide_on_card(now, card, store::load_scorecard_facts(now.db, now.who.actor, id),
                          workflow::scorecard_action::make_void, made,
                          store::scorecard_voiding_body{id, card.entry_id});
}

workflow::verdict run_the_tally(const acting& now, edition_move&) {
    if (const auto run = run_again(now, "Judging was closed."); !run) note_refused_run(now, run.error());
    return {};
}

workflow::verdict run_the_tally(const acting& now, const moved_scorecards& moved) {
    const bool voided = moved.front()->decided.action == workflow::scorecard_action::make_void;
    const auto cause =
        (voided ? std::string("A scorecard was voided") : std::string("A scorecard was locked again")) +
        (now.reason_given() ? ": " + now.reason : ".");
    if (const auto run = run_again(now, cause); !run) note_refused_run(now, run.error());
    return {};
}

}  // namespace acts
