#pragma once
// What one made-up category comes to: the slate by the rules' ladder, held against the truth. Called by
// rehearsal.cpp. Where no line cuts a tie the order alone says who wins; else the product's own slate and
// ladder are asked.

#include "judging/rehearsed_edition.hpp"
#include "judging/slate.hpp"

namespace judging {

// The tiers from the highest, and how many prizes there are down to each.
struct prize_lines {
    std::vector<workflow::tier> tiers;
    std::vector<int> places;
};
prize_lines lines_of(std::vector<workflow::tier>);

enum class tie_ending { key_criterion, head_to_head, shared, people };
struct line_outcome {
    bool place_shared = false;
    std::optional<tie_ending> ending;  // if the line was tied
};

// `first`: who got the first tier, or is in question for it. The figures are parts of one, see
// assignment_figures.
struct award {
    double best_wins = 0, best_gets_a_prize = 0, all_right = 0;
    bool people_decide_the_first = false;
    std::vector<std::size_t> first;
    std::vector<line_outcome> at_line;
};

std::size_t truly_best(const rehearsed_edition&, std::span<const std::size_t> category);

class prize_judge {
public:
    prize_judge(const rehearsal_rules& rules, const prize_lines& lines) : rules_(rules), lines_(lines) {}

    // The prizes of a category whose entries have these values; `scores` are those that the values were made
    // of.
    judging::award award(const rehearsed_edition&, std::span<const std::size_t> category,
                         std::span<const double> values, const std::vector<card>&,
                         const std::vector<int>& scores) const;

private:
    slate ask_ladder(const rehearsed_edition&, const std::vector<std::vector<std::size_t>>& order,
                     const std::vector<card>&, const std::vector<int>& scores) const;

    const rehearsal_rules& rules_;
    const prize_lines& lines_;
};

}  // namespace judging
