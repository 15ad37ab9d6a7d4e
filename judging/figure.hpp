#pragma once
// What a figure beside the tally is: a number for people's eyes, with the interval that it may lie in, or the
// reason why it cannot be had. Doubles, because nothing is ever ordered by them. Knows no formula.

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>

namespace judging {

// Why a figure cannot be had.
enum class not_to_be_had {
    no_counted_sheet,
    one_sheet_only,
    same_score_for_everything,
    entries_with_equal_means,
    divides_by_zero,
    no_common_judge,
    tally_refused,
    one_judge_only,
    one_entry_only,
    too_few_entries_with_all_judges,
    one_criterion_only,
    no_country_known,
    no_judge_from_an_entrys_country,
    countries_not_separable,
    resamples_not_connected,
    interval_not_defined
};
BOOST_DESCRIBE_ENUM(not_to_be_had, no_counted_sheet, one_sheet_only, same_score_for_everything,
                    entries_with_equal_means, divides_by_zero, no_common_judge, tally_refused, one_judge_only,
                    one_entry_only, too_few_entries_with_all_judges, one_criterion_only, no_country_known,
                    no_judge_from_an_entrys_country, countries_not_separable, resamples_not_connected,
                    interval_not_defined)

// A number, or why there is none.
struct figure {
    std::optional<double> number;
    std::optional<not_to_be_had> because;
    friend bool operator==(const figure&, const figure&) = default;
};
BOOST_DESCRIBE_STRUCT(figure, (), (number, because))

// A number with its interval, or why there is none. With a number, `because` says why there is no interval.
struct estimate {
    std::optional<double> number;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<not_to_be_had> because;
    friend bool operator==(const estimate&, const estimate&) = default;
};
BOOST_DESCRIBE_STRUCT(estimate, (), (number, low, high, because))

inline estimate no_estimate(not_to_be_had why) {
    return {{}, {}, {}, why};
}

// How intervals are made. `confidence` from 0 to 1, both ends excluded; `draws` and `seed` where resamples
// are drawn, and not enumerated. Recorded with every result that used them.
struct interval_rules {
    double confidence = 0.95;
    int draws = 1000;
    std::uint64_t seed = 1;
    friend bool operator==(const interval_rules&, const interval_rules&) = default;
};
BOOST_DESCRIBE_STRUCT(interval_rules, (), (confidence, draws, seed))

}  // namespace judging
