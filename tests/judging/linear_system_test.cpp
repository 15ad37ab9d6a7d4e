#include "judging/linear_system.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <stdexcept>

namespace {

using judging::fraction;
using judging::integer;
using judging::integer_rows;

std::vector<fraction> solved(const integer_rows& rows) {
    const auto found = judging::solve_exactly(rows);
    std::vector<fraction> unknowns;
    for (const auto& one : found.numerators) unknowns.emplace_back(one, found.denominator);
    return unknowns;
}

TEST(linear_system, J8_is_solved_in_fractions) {
    EXPECT_EQ(solved({{2, 1, 5}, {1, -3, -1}}), (std::vector<fraction>{2, 1}));
    EXPECT_EQ(solved({{0, 3, 1}, {7, 0, -2}}), (std::vector<fraction>{fraction(-2, 7), fraction(1, 3)}));
    EXPECT_TRUE(solved({}).empty());
}

TEST(linear_system, J8_a_determinant_that_the_first_prime_divides_takes_another) {
    const integer prime = 4611686018427387847;
    EXPECT_EQ(solved({{prime, 0, 1}, {0, 1, 5}}), (std::vector<fraction>{fraction(1, prime), 5}));
}

TEST(linear_system, J8_what_has_no_one_solution_is_refused) {
    EXPECT_THROW(judging::solve_exactly({{1, 2, 3}, {2, 4, 6}}), std::invalid_argument);
    EXPECT_THROW(judging::solve_exactly({{0, 1}}), std::invalid_argument);
}

// Large and small coefficients, so that the solution takes many digits: each is put into its equation here.
RC_GTEST_PROP(linear_system_of_any_size, J8_fits_every_equation, ()) {
    const auto n = *rc::gen::inRange<std::size_t>(1, 12);
    const auto cell = rc::gen::oneOf(rc::gen::inRange<std::int64_t>(-3, 4),
                                     rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000));
    integer_rows rows(n);
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t at = 0; at <= n; ++at) rows[row].emplace_back(*cell);
        rows[row][row] = integer(20) * 1'000'000'000'000 + row;  // it rules its row: regular
    }
    const auto unknowns = solved(rows);
    for (const auto& row : rows) {
        fraction left = 0;
        for (std::size_t at = 0; at < n; ++at) left += unknowns[at] * row[at];
        RC_ASSERT(left == fraction(row[n]));
    }
}

}  // namespace
