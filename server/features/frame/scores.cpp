#include "server/features/frame/scores.hpp"

#include <stdexcept>

namespace features {

std::string shown_value(const std::optional<judging::fraction>& value) {
    return value ? judging::show(*value, 2) : "–";
}

std::string shown_rank(std::optional<int> rank) {
    return rank ? std::to_string(*rank) : "–";
}

std::string listed_scores(const std::vector<int>& scores) {
    std::string text;
    for (const int score : scores) text += (text.empty() ? "" : ", ") + std::to_string(score);
    return text;
}

const workflow::criterion& criterion_of(const workflow::rubric& rubric, const std::string& key) {
    const auto* found = workflow::find_criterion(rubric, key);
    if (found == nullptr) throw std::logic_error("kept scores on a criterion that the rubric has not");
    return *found;
}

}  // namespace features
