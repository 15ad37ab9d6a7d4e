#include "judging/additive.hpp"

#include <Eigen/Cholesky>

#include "judging/disjoint_sets.hpp"

namespace judging {

additive_model::additive_model(const ratings& table) : judges_(table.judges.size()) {
    std::map<std::vector<std::uint32_t>, std::size_t> known;
    for (std::size_t entry = 0; entry < table.entries.size(); ++entry) {
        std::vector<std::uint32_t> judges;
        for (const auto& cell : table.of(entry)) judges.push_back(cell.judge);
        if (judges.empty()) continue;
        const auto [found, is_new] = known.emplace(judges, patterns_.size());
        if (is_new) patterns_.push_back({judges, std::vector<double>(judges.size(), 0), 0});
        auto& own = patterns_[found->second];
        own.entries += 1;
        for (std::size_t at = 0; at < judges.size(); ++at) own.sums[at] += table.of(entry)[at].units;
    }
}

bool additive_model::is_connected(std::span<const double> weights) const {
    disjoint_sets linked(judges_);
    for (const auto& each : patterns_) {
        std::optional<std::size_t> first;
        for (const auto judge : each.judges) {
            if (weights[judge] == 0) continue;
            if (first)
                linked.join(judge, *first);
            else
                first = judge;
        }
    }
    std::optional<std::size_t> one;
    for (std::size_t judge = 0; judge < judges_; ++judge) {
        if (weights[judge] == 0) continue;
        if (one && linked.set_of(judge) != *one) return false;
        one = linked.set_of(judge);
    }
    return one.has_value();
}

// The equations of calibration.cpp with weights; adding one to each coefficient between judges who count
// stands for the sum of zero, and makes the matrix positive definite.
std::optional<std::vector<double>> additive_model::fit(std::span<const double> weights) const {
    if (!is_connected(weights)) return std::nullopt;
    const auto n = static_cast<Eigen::Index>(judges_);
    Eigen::MatrixXd left = Eigen::MatrixXd::Zero(n, n);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(n);
    for (const auto& each : patterns_) {
        double weight = 0, sum = 0;
        for (std::size_t at = 0; at < each.judges.size(); ++at) {
            weight += weights[each.judges[at]];
            sum += weights[each.judges[at]] * each.sums[at];
        }
        if (weight == 0) continue;
        for (std::size_t at = 0; at < each.judges.size(); ++at) {
            const auto judge = each.judges[at];
            const double own = weights[judge];
            left(judge, judge) += own * each.entries;
            right(judge) += own * (each.sums[at] - sum / weight);
            for (const auto other : each.judges)
                left(judge, other) -= own * weights[other] * each.entries / weight;
        }
    }
    for (Eigen::Index judge = 0; judge < n; ++judge)
        for (Eigen::Index other = 0; other < n; ++other)
            if (weights[static_cast<std::size_t>(judge)] > 0 && weights[static_cast<std::size_t>(other)] > 0)
                left(judge, other) += 1;
    for (Eigen::Index judge = 0; judge < n; ++judge)
        if (weights[static_cast<std::size_t>(judge)] == 0) left(judge, judge) = 1;
    const Eigen::VectorXd solution = left.ldlt().solve(right);
    return std::vector<double>(solution.begin(), solution.end());
}

}  // namespace judging
