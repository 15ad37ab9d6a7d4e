#include "server/features/results/drop_out.hpp"

#include "server/acts/drop_out.hpp"
#include "server/features/frame/scores.hpp"

namespace features {

using pages::t;

namespace {

pages::phrase rule_in_words(workflow::dropout_policy policy) {
    return policy == workflow::dropout_policy::keep_locked
               ? t("The rules, fixed before judging, keep what the judge had finished. Beside it: the tally "
                   "as it would be "
                   "with the judge's scorecards void in unfinished categories.")
               : t("The rules, fixed before judging, void the judge's scorecards in unfinished categories. "
                   "Beside it: the "
                   "tally as it would be with everything kept that the judge had finished.");
}

pages::table table_of(const std::vector<judging::tally_change>& changes, const entry_names& names) {
    pages::table table;
    table.caption = t("Entries that the other rule would change");
    table.columns = {{t("Entry")},
                     {t("Value by the rules"), true},
                     {t("Value by the other rule"), true},
                     {t("Rank by the rules"), true},
                     {t("Rank by the other rule"), true}};
    table.empty_text = t("Both rules give the same values and ranks.");
    for (const auto& one : changes)
        table.add_row({{names.of(one.entry)},
                       {shown_value(one.value_before), "", {}, true},
                       {shown_value(one.value_after), "", {}, true},
                       {shown_rank(one.rank_before), "", {}, true},
                       {shown_rank(one.rank_after), "", {}, true}},
                      one.rank_before != one.rank_after);
    return table;
}

}  // namespace

std::optional<pages::office_block> find_block_of_drop_out(store::database& db, const acts::proposal& made,
                                                          const entry_names& names) {
    const auto other =
        acts::tally_by_other_rule(db, made.edition.id, made.run.line.round_id, made.rules.rules);
    if (!other) return std::nullopt;
    auto part = block(t("A judge dropped out: both runs"), rule_in_words(made.rules.rules.dropout));
    if (*other)
        part.rows = table_of(judging::compare_tallies(made.run.result, **other), names);
    else
        part.inset = pages::text_block{
            t("By the other rule no tally could be made: its method refuses what is left.")};
    return part;
}

}  // namespace features
