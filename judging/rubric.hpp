#pragma once
// What one sheet is worth under a rubric: the arithmetic of weights and scales, in fractions. Used by tally,
// ties and spread. The rubric itself (texts, levels, checks) is workflow's.

#include <optional>
#include <span>

#include "judging/fraction.hpp"
#include "judging/scorecard.hpp"

namespace judging {

using criteria = std::span<const workflow::criterion>;

// Do all criteria share one scale? If so a value is in points of that scale; if not, each score is first
// put on a scale of 0 to 100, so that a criterion with more points has no more weight than it was given.
bool share_one_scale(criteria);

// One score in the rubric's measure: as given, or on 0 to 100 if the scales differ.
fraction measure(const workflow::criterion&, int score, bool one_scale);

// The weighted mean of the scores that the sheet has, weights taken relative to those criteria. For a
// complete sheet that is sum(weight * score) / 10000. Nothing if it has no score on a criterion with weight.
std::optional<fraction> value_of(const sheet&, criteria);

}  // namespace judging
