#include "server/acts/proposal.hpp"

#include "server/acts/taking_back.hpp"
#include "server/acts/tally.hpp"
#include "server/store/decisions.hpp"
#include "server/store/slates.hpp"

#include <algorithm>
#include <set>

namespace acts {
namespace {

using judging::category_id;
using judging::entry_id;
using judging::tier_id;

// Takes what a decision says of the slate; those of other kinds say nothing. Called from the newest to the
// oldest.
struct slate_reader {
    judging::slate_input& into;
    const std::string& reason;
    std::set<std::tuple<category_id, tier_id, int>>& slots_seen;  // a newer decision spoke of them

    void operator()(const store::second_ballot_body& body) {
        into.ties.ballots.push_back({body.entries, body.votes});
    }
    void operator()(const store::chair_choice_body& body) { into.ties.chair_choices.push_back({body.order}); }
    void operator()(const store::tie_order_body& body) { into.ties.decisions.push_back({body.order}); }
    void operator()(const store::withholding_body& body) {
        if (slots_seen.insert({body.category, body.tier, body.number}).second)
            into.withheld.push_back({body.category, body.tier, body.number, reason});
    }
    void operator()(const store::withholding_lifted_body& body) {
        slots_seen.insert({body.category, body.tier, body.number});
    }
    void operator()(const store::sharing_body& body) { into.shared.push_back({body.category, body.entries}); }
    void operator()(const store::winner_withdrawal_body& body) {
        into.withdrawn.push_back({body.entry, body.then, reason});
    }
    template <class Body>
    void operator()(const Body&) {}
};

void load_decided(store::database& db, workflow::edition_id edition, judging::slate_input& into) {
    std::set<std::tuple<category_id, tier_id, int>> slots_seen;
    const auto all = store::list_decisions(db, edition);
    const auto taken_back = list_taken_back(all);
    for (const auto& one : all)
        if (!taken_back.contains(one.id))
            std::visit(slate_reader{into, one.reason, slots_seen}, store::body_of(one));
    std::ranges::reverse(into.shared);
}

std::string name_of(const workflow::edition& edition, category_id category) {
    const auto found = std::ranges::find(edition.categories, category, &workflow::category::id);
    return found == edition.categories.end() ? "?" : found->name;
}

std::map<entry_id, int> assigned_of(store::database& db, const store::kept_tally& run) {
    auto assigned = store::count_assigned(db, run.line.round_id);
    std::erase_if(assigned, [&](const auto& one) {
        return std::ranges::find(run.input.entries, one.first, &judging::judged_entry::entry) ==
               run.input.entries.end();
    });
    return assigned;
}

// A city may withdraw its entry until the result is decided; what becomes of its prize people decide.
std::set<entry_id> list_withdrawn(store::database& db, workflow::edition_id edition) {
    std::set<entry_id> withdrawn;
    for (const auto& entry : store::read_result_entries(db, edition))
        if (entry.state == workflow::entry_state::withdrawn) withdrawn.insert(entry.id);
    return withdrawn;
}

}  // namespace

std::optional<proposal> propose(store::database& db, workflow::edition_id edition) {
    const auto runs = store::list_tally_runs(db, edition);
    if (runs.empty()) return std::nullopt;
    proposal made{store::load_edition(db, edition),
                  store::load_rules(db, edition),
                  store::load_tally_run(db, edition, runs.front().id),
                  false,
                  {},
                  {},
                  {}};
    made.inputs_changed = inputs_have_changed(db, edition, made.run);
    made.asked.rankings = made.run.result.categories;
    made.asked.tiers = made.edition.tiers;
    auto& ties = made.asked.ties;
    ties.ladder = made.rules.rules.tie_ladder;
    ties.criteria = made.run.input.rules.criteria;
    ties.sheets = made.run.input.sheets;
    ties.barred = store::list_barred_pairs(db, edition);
    ties.chair = store::find_chair(db, edition);
    load_decided(db, edition, made.asked);
    made.slate = judging::propose_slate(made.asked);
    made.problems = judging::check_slate(made.slate, made.run.result, assigned_of(db, made.run),
                                         list_withdrawn(db, edition));
    return made;
}

judging::slate propose_from(const proposal& today, const judging::tally_result& result) {
    auto asked = today.asked;
    asked.rankings = result.categories;
    return judging::propose_slate(asked);
}

std::string name_of_slot(const workflow::edition& edition, category_id category, tier_id tier, int number) {
    const auto of = std::ranges::find(edition.tiers, tier, &workflow::tier::id);
    auto name = name_of(edition, category) + ", " + (of == edition.tiers.end() ? std::string("?") : of->name);
    if (of != edition.tiers.end() && of->per_category > 1) name += " " + std::to_string(number);
    return name;
}

void add_slate_facts(const proposal& made, workflow::edition_facts& facts) {
    using enum judging::slate_fault;
    const auto slot = [&](const judging::slate_problem& one) {
        if (one.category && one.tier) return name_of_slot(made.edition, *one.category, *one.tier);
        if (one.category) return name_of(made.edition, *one.category);
        return std::string("entry ") + (one.entry ? std::to_string(workflow::value(*one.entry)) : "");
    };
    std::vector<std::string> unfilled, ties;
    std::vector<workflow::entry_id> out_of_their_balance;
    for (const auto& one : made.problems) {
        if (!one.blocks) continue;
        if (one.fault == tie_unresolved)
            ties.push_back(slot(one));
        else if (one.fault == out_of_balance && one.entry)
            out_of_their_balance.push_back(*one.entry);
        else
            unfilled.push_back(slot(one));
    }
    facts.slots_unfilled_without_reason = std::move(unfilled);
    facts.unresolved_prize_line_ties = std::move(ties);
    facts.entries_out_of_balance = std::move(out_of_their_balance);
}

}  // namespace acts
