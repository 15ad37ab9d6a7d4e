#pragma once
// J9: how far the judges agree, for a whole round or one category: intraclass correlations, Krippendorff's
// alpha, Kendall's W. Each is a figure beside the tally; each says when it cannot be had. Called by
// evidence.cpp. Knows neither ranks of the tally nor prizes. Written n entries, k judges.

#include "judging/figure.hpp"
#include "judging/ratings.hpp"

namespace judging {

// The six intraclass correlations of Shrout and Fleiss (1979), "Intraclass correlations: uses in assessing
// rater reliability", Psychological Bulletin 86, 420-428, from the mean squares of a complete table:
//   icc_1_1 = (BMS - WMS) / (BMS + (k - 1) WMS)                              entries judged by different
//   judges icc_2_1 = (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n)          judges as a sample,
//   agreement icc_3_1 = (BMS - EMS) / (BMS + (k - 1) EMS)                              these judges, order
//   only icc_1_k = (BMS - WMS) / BMS;  icc_2_k = (BMS - EMS) / (BMS + (JMS - EMS) / n);  icc_3_k = (BMS -
//   EMS) / BMS
// with their intervals by the F distribution (the same paper, pp. 424-425; Satterthwaite's degrees of freedom
// for icc_2_1). A value below zero means less agreement than chance would give. Only entries that all judges
// scored are in the table: `entries_compared` says how many.
struct intraclass_correlations {
    int entries_compared = 0;
    int judges = 0;
    estimate icc_1_1;
    estimate icc_2_1;
    estimate icc_3_1;
    estimate icc_1_k;
    estimate icc_2_k;
    estimate icc_3_k;
    friend bool operator==(const intraclass_correlations&, const intraclass_correlations&) = default;
};
BOOST_DESCRIBE_STRUCT(intraclass_correlations, (),
                      (entries_compared, judges, icc_1_1, icc_2_1, icc_3_1, icc_1_k, icc_2_k, icc_3_k))
intraclass_correlations correlate_within(const ratings&, const interval_rules&);

// Krippendorff (2011), "Computing Krippendorff's alpha-reliability", alpha = 1 - D_o / D_e, missing values
// left out; entries with one value say nothing. 1: full agreement; 0: as by chance. The interval takes the
// entries anew, with repetition, in seeded draws, and cuts off both ends (Efron 1979, percentile bootstrap).
// Nominal: any difference counts alike; ordinal: by how many values lie between; interval: by the squared
// distance.
struct alphas {
    estimate nominal;
    estimate ordinal;
    estimate interval;
    friend bool operator==(const alphas&, const alphas&) = default;
};
BOOST_DESCRIBE_STRUCT(alphas, (), (nominal, ordinal, interval))
alphas find_alphas(const ratings&, const interval_rules&);

// Kendall's coefficient of concordance with the correction for ties (Kendall 1970, "Rank Correlation
// Methods", ch. 6): W = (12 sum R_i^2 - 3 k^2 n (n + 1)^2) / (k^2 n (n^2 - 1) - k sum T_j), R_i the sum of an
// entry's mean ranks, T_j = sum over the ties of judge j of (t^3 - t). 0: no common order, 1: the same order.
// From the entries that all judges scored.
figure find_concordance(const ratings&);

// All of them, for the entries of the table.
struct reliability {
    int entries = 0;
    int judges = 0;
    intraclass_correlations intraclass;
    alphas alpha;
    figure concordance;
    friend bool operator==(const reliability&, const reliability&) = default;
};
BOOST_DESCRIBE_STRUCT(reliability, (), (entries, judges, intraclass, alpha, concordance))
reliability measure_reliability(const ratings&, const interval_rules&);

}  // namespace judging
