#pragma once
// J6: from sealed scorecards to a ranking in each category, exactly. A pure function of its inputs, whatever
// their order; the caller hashes canonical_inputs() and stores the run. Ties stay ties here (ties.hpp), and
// nothing is rounded. README.md tells the arithmetic in words.

#include <boost/describe.hpp>
#include <tl/expected.hpp>

#include "judging/rubric.hpp"

namespace judging {

// A counted sheet that lacks a score: the tally refuses (judging was closed too early), leaves the sheet
// out (it is reported as voided), or takes the weighted mean of the scores that it has.
enum class incomplete_sheet { refuse, leave_out, use_what_is_there };
BOOST_DESCRIBE_ENUM(incomplete_sheet, refuse, leave_out, use_what_is_there)

// The part of a rule set that the tally obeys. `trim` sheets are dropped at each end by trimmed_mean.
// `minimum_sheets` only flags. `minimum_entries_per_judge` is for the method `adjusted`.
struct tally_rules {
    std::vector<workflow::criterion> criteria;
    workflow::tally_method method = workflow::tally_method::mean;
    int trim = 1;
    incomplete_sheet incomplete = incomplete_sheet::refuse;
    int minimum_sheets = 1;
    int minimum_entries_per_judge = 2;
    friend bool operator==(const tally_rules&, const tally_rules&) = default;
};
BOOST_DESCRIBE_STRUCT(tally_rules, (),
                      (criteria, method, trim, incomplete, minimum_sheets, minimum_entries_per_judge))

// What an edition's rule set says about the tally; the rest as above.
tally_rules rules_for_tally(const workflow::rule_set&);

// J5: what the panel changed in deliberation on one entry, in hundredths of the value's unit, added to what
// the sheets give. The reason is in the decision that recorded it.
struct delta {
    entry_id entry{};
    int hundredths = 0;
    friend bool operator==(const delta&, const delta&) = default;
};
BOOST_DESCRIBE_STRUCT(delta, (), (entry, hundredths))

struct tally_input {
    tally_rules rules;
    std::vector<judged_entry> entries;
    std::vector<sheet> sheets;
    std::vector<delta> deltas;
    friend bool operator==(const tally_input&, const tally_input&) = default;
};
BOOST_DESCRIBE_STRUCT(tally_input, (), (rules, entries, sheets, deltas))

// Why an entry has no value, and so no rank.
enum class no_value { no_counted_sheet, too_few_sheets_to_trim, no_judge_compared_it };
BOOST_DESCRIBE_ENUM(no_value, no_counted_sheet, too_few_sheets_to_trim, no_judge_compared_it)

// One entry's line. `from_sheets` is the method's value, `value` that with the panel's deltas. Competition
// ranks: 1, 2, 2, 4.
struct entry_tally {
    entry_id entry{};
    category_id category{};
    std::optional<fraction> from_sheets;
    std::optional<fraction> value;
    std::optional<int> rank;
    std::optional<no_value> why_unranked;
    sheet_counts counts;
    bool below_minimum = false;
    friend bool operator==(const entry_tally&, const entry_tally&) = default;
};
BOOST_DESCRIBE_STRUCT(entry_tally, (),
                      (entry, category, from_sheets, value, rank, why_unranked, counts, below_minimum))

// All entries of one value. Several are a tie; their order in the list means nothing.
struct place {
    int rank = 0;
    fraction value;
    std::vector<entry_id> entries;
    friend bool operator==(const place&, const place&) = default;
};
BOOST_DESCRIBE_STRUCT(place, (), (rank, value, entries))

struct category_ranking {
    category_id category{};
    std::vector<place> places;
    std::vector<entry_id> unranked;
    friend bool operator==(const category_ranking&, const category_ranking&) = default;
};
BOOST_DESCRIBE_STRUCT(category_ranking, (), (category, places, unranked))

// Categories and entries in the order of their numbers, for finding them; ranks are in the places.
// `severities` is filled by the method `adjusted` only: how far each judge is above the common level.
struct severity {
    judge_id judge{};
    fraction points;
    friend bool operator==(const severity&, const severity&) = default;
};
BOOST_DESCRIBE_STRUCT(severity, (), (judge, points))
struct tally_result {
    std::vector<category_ranking> categories;
    std::vector<entry_tally> entries;
    std::vector<severity> severities;
    friend bool operator==(const tally_result&, const tally_result&) = default;
};
BOOST_DESCRIBE_STRUCT(tally_result, (), (categories, entries, severities))

// What makes inputs unfit for a tally; the last two are J8's refusals.
enum class tally_fault {
    weights_do_not_sum,
    criterion_twice,
    scale_of_one_point,
    entry_twice,
    sheet_twice,
    entry_unknown,
    criterion_unknown,
    score_off_scale,
    sheet_incomplete,
    trim_negative,
    judge_has_too_few_entries,
    judges_not_connected
};
BOOST_DESCRIBE_ENUM(tally_fault, weights_do_not_sum, criterion_twice, scale_of_one_point, entry_twice,
                    sheet_twice, entry_unknown, criterion_unknown, score_off_scale, sheet_incomplete,
                    trim_negative, judge_has_too_few_entries, judges_not_connected)
struct tally_problem {
    tally_fault fault{};
    std::optional<judge_id> judge;
    std::optional<entry_id> entry;
    std::string criterion;
    friend auto operator<=>(const tally_problem&, const tally_problem&) = default;
};
BOOST_DESCRIBE_STRUCT(tally_problem, (), (fault, judge, entry, criterion))

// The ranking, or everything that is wrong with the inputs, in an order of its own. For judges_not_connected
// there is one problem for each group of judges that stands apart, naming the group's first judge.
tl::expected<tally_result, std::vector<tally_problem>> tally(const tally_input&);

// The inputs as one text, ordered by numbers and keys, the same for every order of the inputs; its SHA-256
// is the input hash of a tally run. Any difference that could change the result changes the text.
std::string canonical_inputs(const tally_input&);

// Does this sheet count: is it given, and complete as far as the rules demand?
bool is_counted(const sheet&, const tally_rules&);

// The entries whose scorecards do not add up: a sum of sheet_counts fails, or the number of scorecards that
// were ever assigned, counted elsewhere, is not the number that the tally saw. Empty: conserved.
std::vector<entry_id> list_out_of_balance(const tally_result&, const std::map<entry_id, int>& ever_assigned);

// Two runs side by side: what a voided sheet or a judge who dropped out changed. Only entries that differ.
struct tally_change {
    entry_id entry{};
    std::optional<fraction> value_before;
    std::optional<fraction> value_after;
    std::optional<int> rank_before;
    std::optional<int> rank_after;
    friend bool operator==(const tally_change&, const tally_change&) = default;
};
BOOST_DESCRIBE_STRUCT(tally_change, (), (entry, value_before, value_after, rank_before, rank_after))
std::vector<tally_change> compare_tallies(const tally_result& before, const tally_result& after);

}  // namespace judging
