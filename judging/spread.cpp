#include "judging/spread.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace judging {

namespace {

figure had(double number) {
    return {number, std::nullopt};
}
figure not_had(not_to_be_had why) {
    return {std::nullopt, why};
}

double mean_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double one : values) sum += one;
    return sum / static_cast<double>(values.size());
}

fraction exact_mean_of(const std::vector<fraction>& values) {
    fraction sum = 0;
    for (const auto& one : values) sum += one;
    return sum / static_cast<int>(values.size());
}

figure deviation_of(const std::vector<double>& values) {
    if (values.empty()) return not_had(not_to_be_had::no_counted_sheet);
    if (values.size() == 1) return not_had(not_to_be_had::one_sheet_only);
    const double mean = mean_of(values);
    double squares = 0;
    for (const double one : values) squares += (one - mean) * (one - mean);
    return had(std::sqrt(squares / static_cast<double>(values.size() - 1)));
}

figure correlation_of(const std::vector<double>& left, const std::vector<double>& right) {
    const double left_mean = mean_of(left), right_mean = mean_of(right);
    double both = 0, left_squares = 0, right_squares = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        both += (left[i] - left_mean) * (right[i] - right_mean);
        left_squares += (left[i] - left_mean) * (left[i] - left_mean);
        right_squares += (right[i] - right_mean) * (right[i] - right_mean);
    }
    // Rounding may leave what is complete a little above one.
    return had(std::clamp(both / std::sqrt(left_squares * right_squares), -1.0, 1.0));
}

bool are_all_equal(const std::vector<fraction>& values) {
    return std::ranges::all_of(values, [&](const auto& one) { return one == values.front(); });
}

struct beside_others {
    std::vector<fraction> own;
    std::vector<fraction> others;
};

// All that an entry was given, and by how many.
struct given_to_entry {
    fraction sum = 0;
    int judges = 0;
};
using given_to_entries = std::map<entry_id, given_to_entry>;
using own_values = std::vector<const exact_value*>;

// This judge's values on the entries that somebody else scored too, and the others' means there.
beside_others compare_with_others(const own_values& own, const given_to_entries& given) {
    beside_others pairs;
    for (const auto* one : own) {
        const auto& [sum, judges] = given.at(one->entry);
        if (judges < 2) continue;
        pairs.own.push_back(one->points);
        pairs.others.push_back((sum - one->points) / (judges - 1));
    }
    return pairs;
}

std::vector<double> as_doubles(const std::vector<fraction>& exact) {
    std::vector<double> values;
    for (const auto& one : exact) values.push_back(approximately(one));
    return values;
}

judge_spread spread_of(judge_id judge, const own_values& values, const given_to_entries& given) {
    judge_spread spread;
    spread.judge = judge;
    std::vector<fraction> own;
    for (const auto* one : values) own.push_back(one->points);
    spread.entries = static_cast<int>(own.size());
    spread.mean =
        own.empty() ? not_had(not_to_be_had::no_counted_sheet) : had(approximately(exact_mean_of(own)));
    spread.deviation = deviation_of(as_doubles(own));
    if (own.empty()) {
        spread.severity = spread.agreement = not_had(not_to_be_had::no_counted_sheet);
        return spread;
    }
    const auto pairs = compare_with_others(values, given);
    if (pairs.own.empty()) {
        spread.severity = spread.agreement = not_had(not_to_be_had::no_common_judge);
        return spread;
    }
    spread.severity = had(approximately(exact_mean_of(pairs.own) - exact_mean_of(pairs.others)));
    if (pairs.own.size() == 1)
        spread.agreement = not_had(not_to_be_had::one_sheet_only);
    else if (are_all_equal(pairs.own) || are_all_equal(pairs.others))
        spread.agreement = not_had(not_to_be_had::same_score_for_everything);
    else
        spread.agreement = correlation_of(as_doubles(pairs.own), as_doubles(pairs.others));
    return spread;
}

}  // namespace

std::vector<judge_spread> list_judge_spreads(std::span<const sheet> sheets,
                                             std::span<const exact_value> values) {
    std::map<judge_id, own_values> of_judge;
    for (const auto& one : sheets) of_judge[one.judge];
    given_to_entries given;
    for (const auto& one : values) {
        of_judge[one.judge].push_back(&one);
        given[one.entry].sum += one.points;
        ++given[one.entry].judges;
    }
    std::vector<judge_spread> list;
    for (const auto& [judge, own] : of_judge) list.push_back(spread_of(judge, own, given));
    return list;
}

}  // namespace judging
