#include "judging/spread.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/methods.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

std::vector<judge_spread> spreads_of(const tally_input& input) {
    return list_judge_spreads(input.sheets, counted_values(input));
}

}  // namespace

TEST(spread, J9_of_a_judge) {
    const auto spreads = spreads_of(table({{8, 6}, {7, 5}, {9, 7}}));
    EXPECT_NEAR(*spreads[0].severity.number, 2.0, 1e-12);
    EXPECT_NEAR(*spreads[1].severity.number, -2.0, 1e-12);
    EXPECT_NEAR(*spreads[0].agreement.number, 1.0, 1e-12);
}

TEST(spread, J9_a_judge_who_gives_everything_the_same_score_has_no_agreement) {
    const auto spreads = spreads_of(table({{8, 6}, {8, 5}, {8, 7}}));
    EXPECT_EQ(spreads[0].deviation.number, 0.0);
    EXPECT_EQ(spreads[0].agreement.because, not_to_be_had::same_score_for_everything);
}

TEST(spread, J9_a_judge_alone_on_the_entries_cannot_be_compared) {
    const auto spreads = spreads_of(table({{8, 0}, {0, 5}}));
    EXPECT_EQ(spreads[0].severity.because, not_to_be_had::no_common_judge);
}

RC_GTEST_PROP(spread_of_any_edition, J9_no_correlation_is_beyond_one, ()) {
    const int entries = *rc::gen::inRange(2, 8);
    std::vector<std::vector<int>> rows;
    for (int e = 0; e < entries; ++e) {
        const int given = *rc::gen::inRange(1, 9);
        rows.push_back({given, given + 1, given});
    }
    const auto input = table(rows);
    for (const auto& one : list_judge_spreads(input.sheets, counted_values(input)))
        if (one.agreement.number) RC_ASSERT(std::abs(*one.agreement.number) <= 1.0);
}

}  // namespace judging
