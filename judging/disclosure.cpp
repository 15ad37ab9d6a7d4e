#include "judging/disclosure.hpp"

#include <algorithm>

namespace judging {
namespace {

// What each entry was given by the sheets that count, criterion by criterion.
std::map<entry_id, std::vector<criterion_scores>> scores_by_entry(const tally_input& input,
                                                                  criteria in_order) {
    std::vector<criterion_scores> none;
    for (const auto& criterion : in_order) none.push_back({criterion.key, {}});
    std::map<entry_id, std::vector<criterion_scores>> all;
    for (const auto& sheet : input.sheets) {
        if (!is_counted(sheet, input.rules)) continue;
        for (auto& given : all.try_emplace(sheet.entry, none).first->second)
            if (const auto score = score_on(sheet, given.criterion)) given.scores.push_back(*score);
    }
    for (auto& [entry, criteria] : all)
        for (auto& given : criteria) std::ranges::sort(given.scores);
    return all;
}

}  // namespace

std::optional<fraction> mean_of(const criterion_scores& given) {
    if (given.scores.empty()) return {};
    fraction sum;
    for (const int score : given.scores) sum += score;
    return fraction(sum / static_cast<int>(given.scores.size()));
}

std::vector<disclosed_scores> scores_to_disclose(const tally_input& input, const tally_result& result,
                                                 criteria in_order) {
    auto scores = scores_by_entry(input, in_order);
    std::vector<disclosed_scores> all;
    for (const auto& one : result.entries) {
        const auto given = scores.find(one.entry);
        if (given == scores.end()) continue;
        disclosed_scores shown{one.entry, one.rank, 0, one.value, {}, {}, std::move(given->second)};
        const auto category = std::ranges::find(result.categories, one.category, &category_ranking::category);
        if (category != result.categories.end() && !category->places.empty()) {
            for (const auto& place : category->places) shown.of += static_cast<int>(place.entries.size());
            shown.highest = category->places.front().value;
            shown.lowest = category->places.back().value;
        }
        all.push_back(std::move(shown));
    }
    return all;
}

}  // namespace judging
