#include "judging/rubric.hpp"

#include <algorithm>

namespace judging {

bool share_one_scale(criteria all) {
    return std::ranges::all_of(all, [&](const auto& each) {
        return each.scale_min == all.front().scale_min && each.scale_max == all.front().scale_max;
    });
}

fraction measure(const workflow::criterion& by, int score, bool one_scale) {
    if (one_scale) return score;
    return fraction(100 * (score - by.scale_min), by.scale_max - by.scale_min);
}

std::optional<fraction> value_of(const sheet& one, criteria all) {
    const bool one_scale = share_one_scale(all);
    std::int64_t weight = 0, points = 0;
    fraction shares = 0;
    for (const auto& each : all) {
        const auto score = score_on(one, each.key);
        if (!score) continue;
        weight += each.weight_bp;
        // Whole numbers as long as they can be: a sum of fractions costs a hundred times as much.
        if (one_scale)
            points += std::int64_t{each.weight_bp} * *score;
        else
            shares += each.weight_bp * measure(each, *score, false);
    }
    if (weight == 0) return std::nullopt;
    return one_scale ? fraction(points, weight) : fraction(shares / weight);
}

}  // namespace judging
