#include "server/acts/taking_back.hpp"

#include "server/acts/tally.hpp"
#include "server/store/editions.hpp"
#include "server/store/moves.hpp"
#include "server/store/tally.hpp"

#include <algorithm>

namespace acts {
namespace {

using store::decision_kind;
using store::decision_line;

// The next round while it is prepared and nobody has opened it.
std::optional<store::round_row> find_prepared(const std::vector<store::round_row>& rounds) {
    if (rounds.empty() || rounds.back().opened_at || rounds.back().number == 1) return std::nullopt;
    return rounds.back();
}

bool is_open_to_it(const decision_line& one, const std::optional<store::round_row>& prepared) {
    switch (one.kind) {
        case decision_kind::second_ballot:
        case decision_kind::chair_choice:
        case decision_kind::tie_order:
        case decision_kind::withholding:
        case decision_kind::sharing:
        case decision_kind::winner_withdrawal: return true;
        case decision_kind::shortlist:
            return prepared && std::get<store::shortlist_body>(store::body_of(one)).round == prepared->number;
        default: return false;
    }
}

// The newest shortlist that still holds is what the round is about.
void prepare_round_again(store::database& db, const store::author& who, const store::round_row& round) {
    std::vector<workflow::entry_id> entries;
    for (const auto& one : list_open_to_taking_back(db, who.edition.value()))
        if (one.kind == decision_kind::shortlist) {
            entries = std::get<store::shortlist_body>(store::body_of(one)).entries;
            break;
        }
    store::set_round_entries(db, who, round.id, entries);
}

}  // namespace

std::set<workflow::decision_id> list_taken_back(const std::vector<decision_line>& all) {
    std::set<workflow::decision_id> taken;
    for (const auto& one : all)
        if (one.kind == decision_kind::taking_back)
            taken.insert(std::get<store::taking_back_body>(store::body_of(one)).decision);
    return taken;
}

std::vector<decision_line> list_open_to_taking_back(store::database& db, workflow::edition_id edition) {
    if (store::load_edition(db, edition).state != workflow::edition_state::deliberation) return {};
    const auto prepared = find_prepared(store::list_rounds(db, edition));
    auto open = store::list_decisions(db, edition);
    const auto taken = list_taken_back(open);
    std::erase_if(open,
                  [&](const auto& one) { return taken.contains(one.id) || !is_open_to_it(one, prepared); });
    return open;
}

tl::expected<workflow::decision_id, workflow::refusal> take_back(store::database& db,
                                                                 const store::author& who,
                                                                 workflow::decision_id id,
                                                                 const store::minutes& made) {
    const auto edition = who.edition.value();
    store::lock_edition(db, edition);
    const auto open = list_open_to_taking_back(db, edition);
    const auto found = std::ranges::find(open, id, &decision_line::id);
    if (found == open.end()) return workflow::refuse(workflow::refusal_code::stale_version);
    std::vector<workflow::tally_run_id> relied;
    if (const auto runs = store::list_tally_runs(db, edition); !runs.empty())
        relied.push_back(runs.front().id);
    const auto decision = decide_upon(db, who, made, store::taking_back_body{id}, relied);
    if (found->kind == decision_kind::shortlist)
        prepare_round_again(db, who, find_prepared(store::list_rounds(db, edition)).value());
    return decision;
}

}  // namespace acts
