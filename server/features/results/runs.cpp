#include "server/features/results/runs.hpp"

#include "server/features/frame/scores.hpp"
#include "server/store/deltas.hpp"

namespace features {

using pages::t;
using pages::t_n;

pages::office_block block_of_changes(const store::kept_tally& before, const acts::proposal& made,
                                     const entry_names& names) {
    auto part = block(t("What the last tally changed"),
                      t("Beside the tally before it: {cause}", {{"cause", made.run.line.cause}}));
    pages::table table;
    table.caption = t("Entries whose value or rank is another");
    table.columns = {{t("Entry")},
                     {t("Value before"), true},
                     {t("Value after"), true},
                     {t("Rank before"), true},
                     {t("Rank after"), true}};
    table.empty_text = t("No entry changed.");
    for (const auto& one : judging::compare_tallies(before.result, made.run.result))
        table.add_row({{names.of(one.entry)},
                       {shown_value(one.value_before), "", {}, true},
                       {shown_value(one.value_after), "", {}, true},
                       {shown_rank(one.rank_before), "", {}, true},
                       {shown_rank(one.rank_after), "", {}, true}},
                      one.rank_before != one.rank_after);
    part.rows = std::move(table);
    const auto slots = judging::compare_slates(acts::propose_from(made, before.result),
                                               acts::propose_from(made, made.run.result));
    if (!slots.empty())
        part.warning = pages::text_block{t_n("{count} prize would go elsewhere: record a decision.",
                                             "{count} prizes would go elsewhere: record a decision.",
                                             std::ssize(slots))};
    return part;
}

pages::office_block block_of_runs(const workflow::edition& edition,
                                  const std::vector<store::tally_run_line>& runs) {
    auto part = block(t("Tally runs"), t("Each is kept with the hash of its inputs and is never edited."));
    pages::table table;
    table.caption = t("The newest first");
    table.columns = {{t("Made")},
                     {t("Round")},
                     {t("Cause")},
                     {t("By")},
                     {t("Rules")},
                     {t("Program")},
                     {t("Hash of the inputs")},
                     {t("Hash of the result")}};
    for (const auto& run : runs)
        table.add_row({{in_words(run.run_at, edition.calendar.zone)},
                       {run.round_name},
                       {run.cause},
                       {run.run_by ? pages::phrase(*run.run_by) : t("the clock")},
                       {t("version {number}", {{"number", std::to_string(run.rules_version)}})},
                       {run.program_version},
                       {run.input_hash,
                        office_url(edition, "/tally/" + std::to_string(workflow::value(run.id)) + "/inputs")},
                       {run.result_hash}});
    part.rows = std::move(table);
    return part;
}

pages::office_block block_of_deltas(store::database& db, const workflow::edition& edition,
                                    const entry_names& names) {
    auto part = block(t("Changes in deliberation"),
                      t("Scores that a judge changed after a decision reopened the scorecard."));
    pages::table table;
    table.caption = t("The newest first");
    table.columns = {{t("Entry")},      {t("Judge")},    {t("Criterion")},
                     {t("From"), true}, {t("To"), true}, {t("Reason")}};
    table.empty_text = t("No score was changed.");
    const auto rubric = store::load_rules(db, edition.id).rules.rubric;
    for (const auto& one : store::list_deltas(db, edition.id))
        table.add_row({{names.of(one.entry_id)},
                       {one.judge},
                       {criterion_of(rubric, one.criterion).name},
                       {one.from_value ? std::to_string(*one.from_value) : "–", "", {}, true},
                       {std::to_string(one.to_value), "", {}, true},
                       {one.reason}});
    part.rows = std::move(table);
    return part;
}

}  // namespace features
