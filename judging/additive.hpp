#pragma once
// The additive model, value = entry + severity of the judge, by least squares in doubles and with weights for
// the judges: for resamples, where the exact solution of calibration.cpp would be asked for thousands of
// times. Used by resampling.cpp and home_bias.cpp; nothing is ranked by it but resamples.

#include <optional>

#include "judging/ratings.hpp"

namespace judging {

class additive_model {
public:
    explicit additive_model(const ratings&);

    // Each judge's severity when judge j counts weights[j] times; those who count sum to zero, the others
    // have zero. Nothing when the judges who count fall into groups without a common entry.
    std::optional<std::vector<double>> fit(std::span<const double> weights) const;

private:
    // Entries scored by the same judges enter the equations together, as sums over them.
    struct pattern {
        std::vector<std::uint32_t> judges;
        std::vector<double> sums;  // of each of these judges
        double entries = 0;
    };
    bool is_connected(std::span<const double> weights) const;

    std::size_t judges_;
    std::vector<pattern> patterns_;
};

}  // namespace judging
