#include "judging/linear_system.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace judging {

namespace {

namespace mp = boost::multiprecision;
using word = std::uint64_t;
__extension__ typedef unsigned __int128 wide;

// Primes below 2^62. One that divides the determinant does not serve, and the next one is taken.
constexpr std::array<word, 4> primes{4611686018427387847, 4611686018427387817, 4611686018427387787,
                                     4611686018427387761};

word times(word one, word other, word prime) {
    return static_cast<word>(static_cast<wide>(one) * other % prime);
}

word inverse(word of, word prime) {
    word result = 1;
    for (word power = prime - 2; power > 0; power /= 2, of = times(of, of, prime))
        if (power % 2 == 1) result = times(result, of, prime);
    return result;
}

word remainder_of(const integer& number, word prime) {
    const integer rest = number % prime;
    return rest < 0 ? prime - static_cast<word>(integer(-rest)) : static_cast<word>(rest);
}

using word_rows = std::vector<std::vector<word>>;

// The inverse of the left side modulo a prime, by Gauss and Jordan; nothing where it has none.
std::optional<word_rows> invert(const integer_rows& rows, word prime) {
    const auto n = rows.size();
    word_rows both(n, std::vector<word>(2 * n, 0));
    for (std::size_t row = 0; row < n; ++row) {
        for (std::size_t at = 0; at < n; ++at) both[row][at] = remainder_of(rows[row][at], prime);
        both[row][n + row] = 1;
    }
    for (std::size_t column = 0; column < n; ++column) {
        auto pivot = column;
        while (pivot < n && both[pivot][column] == 0) ++pivot;
        if (pivot == n) return std::nullopt;
        std::swap(both[pivot], both[column]);
        const auto& own = both[column];
        const word scale = inverse(own[column], prime);
        for (auto& cell : both[column]) cell = times(cell, scale, prime);
        for (std::size_t row = 0; row < n; ++row) {
            const word factor = both[row][column];
            if (row == column || factor == 0) continue;
            for (auto at = column; at < 2 * n; ++at)
                if (own[at] != 0)
                    both[row][at] = (both[row][at] + prime - times(factor, own[at], prime)) % prime;
        }
    }
    for (auto& row : both) row.erase(row.begin(), row.begin() + static_cast<std::ptrdiff_t>(n));
    return both;
}

// The fraction whose numerator and denominator are both small and that is `residue` modulo `modulus` (Wang
// 1981: the extended algorithm of Euclid, stopped half-way); the denominator may have any sign.
std::pair<integer, integer> reconstruct(const integer& residue, const integer& modulus) {
    const integer bound = mp::sqrt(integer(modulus / 2));
    integer before = modulus, now = residue, factor_before = 0, factor = 1;
    while (now > bound) {
        const integer quotient = before / now;
        before -= quotient * now, std::swap(before, now);
        factor_before -= quotient * factor, std::swap(factor_before, factor);
    }
    return {now, factor};
}

// Digit by digit in base `prime` (Dixon 1982, "Exact solution of linear equations using p-adic expansions",
// Numerische Mathematik 40): one inverse modulo the prime, then each digit costs n^2 steps in machine words.
// In fractions seventy judges took a thousand times as long, by Bareiss's elimination seventy times.
class lifting {
public:
    lifting(const integer_rows& rows, word prime, const word_rows& inverted)
        : rows_(rows), prime_(prime), inverted_(inverted), lifted_(rows.size(), 0) {
        for (const auto& row : rows) rest_.push_back(row.back());
    }

    common_fractions solve() {
        for (std::size_t digits = 8;; digits += digits / 2) {
            while (digits_ < digits) add_digit();
            if (auto found = find_solution()) return std::move(*found);
        }
    }

private:
    void add_digit() {
        const auto n = rows_.size();
        std::vector<word> rest(n), digit(n, 0);
        for (std::size_t row = 0; row < n; ++row) rest[row] = remainder_of(rest_[row], prime_);
        for (std::size_t row = 0; row < n; ++row) {
            wide sum = 0;  // eight products of 124 bits fit
            for (std::size_t at = 0; at < n; ++at) {
                sum += static_cast<wide>(inverted_[row][at]) * rest[at];
                if (at % 8 == 7) sum %= prime_;
            }
            digit[row] = static_cast<word>(sum % prime_);
        }
        for (std::size_t row = 0; row < n; ++row) {
            integer left = 0;
            for (std::size_t at = 0; at < n; ++at)
                if (rows_[row][at] != 0) left += rows_[row][at] * digit[at];
            rest_[row] = (rest_[row] - left) / prime_;
            lifted_[row] += power_ * digit[row];
        }
        power_ *= prime_;
        ++digits_;
    }

    // The unknowns share a denominator: what the first one has serves the next, up to a small factor.
    std::optional<common_fractions> find_solution() const {
        common_fractions found;
        const integer bound = mp::sqrt(integer(power_ / 2));
        for (const auto& one : lifted_) {
            integer scaled = one * found.denominator % power_;
            if (scaled > power_ / 2) scaled -= power_;
            if (mp::abs(scaled) > bound) {
                auto [top, bottom] = reconstruct(scaled < 0 ? integer(scaled + power_) : scaled, power_);
                if (bottom == 0) return std::nullopt;
                if (bottom < 0) top = -top, bottom = -bottom;
                for (auto& each : found.numerators) each *= bottom;
                found.denominator *= bottom;
                scaled = std::move(top);
            }
            found.numerators.push_back(std::move(scaled));
            if (found.denominator > bound) return std::nullopt;
        }
        if (!holds(found)) return std::nullopt;
        return found;
    }

    bool holds(const common_fractions& found) const {
        const auto n = rows_.size();
        return std::ranges::all_of(rows_, [&](const auto& row) {
            integer left = 0;
            for (std::size_t at = 0; at < n; ++at)
                if (row[at] != 0) left += row[at] * found.numerators[at];
            return left == row[n] * found.denominator;
        });
    }

    const integer_rows& rows_;
    word prime_;
    const word_rows& inverted_;
    std::vector<integer> lifted_, rest_;
    integer power_ = 1;
    std::size_t digits_ = 0;
};

}  // namespace

common_fractions solve_exactly(const integer_rows& rows) {
    for (const auto prime : primes)
        if (const auto inverted = invert(rows, prime)) return lifting(rows, prime, *inverted).solve();
    throw std::invalid_argument("this system has not one solution");
}

}  // namespace judging
