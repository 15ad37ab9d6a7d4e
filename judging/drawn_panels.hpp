#pragma once
// The panels that chance could have put together from the same judges, with repetition: all of them where
// they are few, else so many drawn from a seed. Made for resampling; knows no scores.

#include <cstdint>
#include <vector>

#include "judging/figure.hpp"

namespace judging {

// Up to so many judges all panels are enumerated: (2n - 1)! / (n! (n - 1)!) of them, 24,310 for nine. Only
// where that would mean to look at an entry more often than this are panels drawn earlier.
inline constexpr int most_judges_enumerated = 9;
inline constexpr double most_looks_at_an_entry = 2e8;
bool can_be_enumerated(std::size_t judges, std::size_t entries);

// One panel: how often each judge sits on it, and in how many of all ways it comes about.
struct drawn_panel {
    std::vector<double> weights;
    std::uint64_t ways = 1;
};

// Every panel of n out of n judges, by the multinomial distribution: n^n ways in all.
std::vector<drawn_panel> enumerate_panels(std::size_t judges);
std::vector<drawn_panel> draw_panels(std::size_t judges, const interval_rules&);

}  // namespace judging
