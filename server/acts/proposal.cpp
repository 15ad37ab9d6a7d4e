#include "server/acts/proposal.hpp"

#include "server/acts/tally.hpp"
#include "server/store/slates.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <set>

namespace acts {
namespace {

using judging::category_id;
using judging::entry_id;
using judging::tier_id;
using workflow::id_from;

// Decisions as they are kept, the newest first.
struct decided {
    judging::slate_input& into;
    std::set<std::tuple<category_id, tier_id, int>> slots_seen;
};

std::vector<entry_id> entries_of(const boost::json::value& list) {
    std::vector<entry_id> entries;
    for (const auto& one : list.as_array())
        entries.push_back(id_from<entry_id>(one.to_number<std::int64_t>()));
    return entries;
}

void read_tie(const boost::json::object& body, judging::tie_facts& ties) {
    if (const auto* votes = body.if_contains("votes")) {
        judging::ballot ballot{entries_of(body.at("entries")), {}};
        for (const auto& one : votes->as_array())
            ballot.votes.push_back({id_from<judging::judge_id>(one.at("judge").to_number<std::int64_t>()),
                                    id_from<entry_id>(one.at("entry").to_number<std::int64_t>())});
        ties.ballots.push_back(std::move(ballot));
    } else if (const auto* chosen = body.if_contains("chair")) {
        ties.chair_choices.push_back({entries_of(*chosen)});
    } else if (const auto* order = body.if_contains("order")) {
        judging::tie_decision decision;
        for (const auto& group : order->as_array()) decision.order.push_back(entries_of(group));
        ties.decisions.push_back(std::move(decision));
    }
}

void read_withholding(const boost::json::object& body, std::string_view reason, decided& all) {
    const auto category = id_from<category_id>(body.at("category").to_number<std::int64_t>());
    const auto tier = id_from<tier_id>(body.at("tier").to_number<std::int64_t>());
    const auto number = body.at("number").to_number<int>();
    if (!all.slots_seen.insert({category, tier, number}).second) return;  // a newer decision spoke of it
    if (!body.contains("lifted")) all.into.withheld.push_back({category, tier, number, std::string(reason)});
}

void read_decision(const store::decision_line& one, decided& all) {
    const auto value = boost::json::parse(one.body);
    const auto& body = value.as_object();
    if (one.kind == "tie")
        read_tie(body, all.into.ties);
    else if (one.kind == "withholding" && body.contains("tier"))
        read_withholding(body, one.reason, all);
    else if (one.kind == "sharing" && body.contains("category"))
        all.into.shared.push_back({id_from<category_id>(body.at("category").to_number<std::int64_t>()),
                                   entries_of(body.at("entries"))});
    else if (one.kind == "award" && body.contains("withdrawn"))
        all.into.withdrawn.push_back({id_from<entry_id>(body.at("withdrawn").to_number<std::int64_t>()),
                                      body.at("then").as_string() == "vacant"
                                          ? judging::reopened_slot::vacant
                                          : judging::reopened_slot::next_of_the_order,
                                      one.reason});
}

void load_decided(store::database& db, workflow::edition_id edition, judging::slate_input& into) {
    decided all{into, {}};
    for (const auto& one : store::list_decisions(db, edition)) read_decision(one, all);
}

std::map<entry_id, int> assigned_of(store::database& db, const store::kept_tally& run) {
    auto assigned = store::count_assigned(db, run.line.round_id);
    std::erase_if(assigned, [&](const auto& one) {
        return std::ranges::find(run.input.entries, one.first, &judging::judged_entry::entry) ==
               run.input.entries.end();
    });
    return assigned;
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
    made.problems = judging::check_slate(made.slate, made.run.result, assigned_of(db, made.run));
    return made;
}

judging::slate propose_from(const proposal& today, const judging::tally_result& result) {
    auto asked = today.asked;
    asked.rankings = result.categories;
    return judging::propose_slate(asked);
}

std::string name_of_slot(const workflow::edition& edition, category_id category, tier_id tier, int number) {
    const auto in = std::ranges::find(edition.categories, category, &workflow::category::id);
    const auto of = std::ranges::find(edition.tiers, tier, &workflow::tier::id);
    auto name = (in == edition.categories.end() ? std::string("?") : in->name) + ", " +
                (of == edition.tiers.end() ? std::string("?") : of->name);
    if (of != edition.tiers.end() && of->per_category > 1) name += " " + std::to_string(number);
    return name;
}

void add_slate_facts(const proposal& made, workflow::edition_facts& facts) {
    using enum judging::slate_fault;
    const auto slot = [&](const judging::slate_problem& one) {
        return one.category && one.tier
                   ? name_of_slot(made.edition, *one.category, *one.tier)
                   : std::string("entry ") + (one.entry ? std::to_string(workflow::value(*one.entry)) : "");
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

boost::json::object withholding_body(category_id category, tier_id tier, int number, bool lifted) {
    boost::json::object body{
        {"category", workflow::value(category)}, {"tier", workflow::value(tier)}, {"number", number}};
    if (lifted) body["lifted"] = true;
    return body;
}

namespace {
boost::json::array listed(const std::vector<entry_id>& entries) {
    boost::json::array list;
    for (const auto entry : entries) list.push_back(workflow::value(entry));
    return list;
}
}  // namespace

boost::json::object sharing_body(category_id category, const std::vector<entry_id>& entries) {
    return {{"category", workflow::value(category)}, {"entries", listed(entries)}};
}

boost::json::object withdrawal_body(entry_id entry, judging::reopened_slot then) {
    return {{"withdrawn", workflow::value(entry)}, {"then", boost::describe::enum_to_string(then, "")}};
}

boost::json::object ballot_body(const judging::ballot& ballot) {
    boost::json::array votes;
    for (const auto& one : ballot.votes)
        votes.push_back(boost::json::object{{"judge", workflow::value(one.judge)},
                                            {"entry", workflow::value(one.entry)}});
    return {{"entries", listed(ballot.entries)}, {"votes", votes}};
}

boost::json::object chair_body(const judging::chair_choice& choice) {
    return {{"chair", listed(choice.order)}};
}

boost::json::object tie_body(const judging::tie_decision& decision) {
    boost::json::array order;
    for (const auto& group : decision.order) order.push_back(listed(group));
    return {{"order", order}};
}

}  // namespace acts
