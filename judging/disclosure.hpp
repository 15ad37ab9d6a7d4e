#pragma once
// E10: what may be read of a round's scores once the result is announced, made from the sealed inputs and
// their tally. It tells how an entry was scored and not who scored how. Who may read it is the rule set's
// (workflow/rules.hpp), when it is written the announcement's.

#include "judging/tally.hpp"

namespace judging {

// All counted scores on one criterion, the lowest first: no judge can be followed from one to the next.
struct criterion_scores {
    std::string criterion;
    std::vector<int> scores;
    friend bool operator==(const criterion_scores&, const criterion_scores&) = default;
};
BOOST_DESCRIBE_STRUCT(criterion_scores, (), (criterion, scores))

// Nothing where nobody scored.
std::optional<fraction> mean_of(const criterion_scores&);

// One entry that was scored. `place` is its rank among the `of` ranked entries of its category, whose values
// lie between `lowest` and `highest`; without a place it has no value either.
struct disclosed_scores {
    entry_id entry{};
    std::optional<int> place;
    int of = 0;
    std::optional<fraction> value;
    fraction lowest;
    fraction highest;
    std::vector<criterion_scores> criteria;  // in the order that was asked for
    friend bool operator==(const disclosed_scores&, const disclosed_scores&) = default;
};

// Every entry with a counted scorecard, in the order of the result's entries. Recused, voided and excused
// scorecards stay out. `result` is tally(input)'s; sealed inputs have lost the rubric's order, so it comes
// along.
std::vector<disclosed_scores> scores_to_disclose(const tally_input&, const tally_result& result,
                                                 criteria in_order);

}  // namespace judging
