#include "server/acts/disclosure.hpp"

#include "judging/disclosure.hpp"
#include "server/store/disclosure.hpp"
#include "server/store/tally.hpp"

namespace acts {
namespace {

// Of each round the run that its result rests on: what the slate was made from, else the round's newest.
std::map<workflow::round_id, workflow::tally_run_id> runs_of_rounds(store::database& db,
                                                                    workflow::edition_id edition,
                                                                    workflow::tally_run_id of_the_slate) {
    std::map<workflow::round_id, workflow::tally_run_id> runs;
    for (const auto& one : store::list_tally_runs(db, edition)) {
        const auto [known, is_new] = runs.try_emplace(one.round_id, one.id);
        if (!is_new && one.id == of_the_slate) known->second = one.id;
    }
    return runs;
}

}  // namespace

void disclose_scores(const acting& now, const edition_move& moved, workflow::tally_run_id announced) {
    using workflow::score_reader;
    const auto& rules = moved.kept.rules;
    if (!workflow::discloses(rules.disclosure, score_reader::city_of_the_entry)) return;
    const bool to_everybody = workflow::discloses(rules.disclosure, score_reader::everybody);
    const auto edition = moved.edition.id;
    for (const auto& [round, run] : runs_of_rounds(now.db, edition, announced)) {
        const auto kept = store::load_tally_run(now.db, edition, run);
        store::add_disclosed_scores(
            now.db, edition, round, to_everybody,
            judging::scores_to_disclose(kept.input, kept.result, rules.rubric.criteria));
        store::add_disclosed_comments(now.db, edition, round);
    }
}

}  // namespace acts
