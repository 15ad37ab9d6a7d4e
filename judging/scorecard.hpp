#pragma once
// Scorecards as the tally reads them: sealed, without comments, a missing score missing. Made by the store
// from locked scorecards; read by tally, ties, spread. It does not know how a card is filled in (workflow).

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "workflow/ids.hpp"
#include "workflow/rules.hpp"
#include "workflow/states.hpp"

namespace judging {

using workflow::category_id;
using workflow::city_id;
using workflow::entry_id;
using workflow::judge_id;
using workflow::tier_id;

// How a scorecard stands when the inputs are sealed. Excused: the judge dropped out before it was finished,
// so nothing was given. Recused and voided cards are kept and shown, and count for nothing.
enum class standing { counted, recused, voided, excused };
BOOST_DESCRIBE_ENUM(standing, counted, recused, voided, excused)

// One judge's scores on one entry, by the criterion's key. A criterion that is absent, or present without
// a score, is missing; it is never zero.
struct sheet {
    judge_id judge{};
    entry_id entry{};
    judging::standing standing = standing::counted;
    std::map<std::string, std::optional<int>> scores;
    friend bool operator==(const sheet&, const sheet&) = default;
};
BOOST_DESCRIBE_STRUCT(sheet, (), (judge, entry, standing, scores))

// An entry that is to be ranked, and where.
struct judged_entry {
    entry_id entry{};
    category_id category{};
    friend bool operator==(const judged_entry&, const judged_entry&) = default;
};
BOOST_DESCRIBE_STRUCT(judged_entry, (), (entry, category))

// What became of an entry's scorecards. Two sums hold for every entry, or nothing is ratified:
// assigned = given + excused, and given = counted + recused + voided.
struct sheet_counts {
    int assigned = 0;
    int given = 0;
    int counted = 0;
    int recused = 0;
    int voided = 0;
    int excused = 0;
    friend bool operator==(const sheet_counts&, const sheet_counts&) = default;
};
BOOST_DESCRIBE_STRUCT(sheet_counts, (), (assigned, given, counted, recused, voided, excused))

// The standing of a scorecard in a state of its lifecycle; nothing while it is not finished (assigned, in
// progress, reopened), and then the inputs cannot be sealed.
std::optional<standing> standing_of(workflow::scorecard_state);

// The score on one criterion, or nothing if it is missing.
std::optional<int> score_on(const sheet&, const std::string& criterion);

// Has it a score for every criterion?
bool is_complete(const sheet&, std::span<const workflow::criterion>);

// Do both sums hold?
bool is_conserved(const sheet_counts&);

// A judge dropped out: what the rule set fixed beforehand, applied to copies of the sheets. `keep_locked`
// changes nothing. `void_unfinished` voids this judge's counted sheets in each category in which the judge
// has left a card unfinished (excused), so that the categories that were finished keep all their judges.
std::vector<sheet> after_drop_out(std::vector<sheet>, std::span<const judged_entry>, judge_id,
                                  workflow::dropout_policy);

}  // namespace judging
