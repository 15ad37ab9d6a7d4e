#include "server/acts/merging.hpp"

#include "server/store/results.hpp"
#include "server/store/screening.hpp"
#include "server/store/slates.hpp"

namespace acts {

tl::expected<workflow::decision_id, workflow::refusal> merge_category(
    store::database& db, const store::author& who, workflow::category_id from, workflow::category_id into,
    const store::minutes& minutes, workflow::tally_run_id relied_on) {
    const auto edition = who.edition.value();
    if (store::is_slate_approved(db, edition))
        return workflow::refuse(workflow::refusal_code::slate_approved);
    std::vector<workflow::entry_id> moving;
    for (const auto& one : store::list_result_entries(db, edition))
        if (one.category_id == from && one.state == workflow::entry_state::eligible) moving.push_back(one.id);
    const auto decision =
        decide_upon(db, who, minutes, store::category_merge_body{from, into, moving}, {relied_on});
    for (const auto id : moving) store::move_category(db, who, id, into, decision);
    if (const auto run = run_tally(db, who, "Categories were merged: " + minutes.reason); !run)
        return tl::unexpected(run.error());
    return decision;
}

}  // namespace acts
