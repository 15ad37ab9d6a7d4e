#include "judging/reliability.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/methods.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

ratings ratings_of(const std::vector<std::vector<int>>& rows) {
    const auto input = table(rows);
    return tabulate(input.entries, counted_values(input));
}

void expect_estimate(const estimate& found, double number, double low, double high, double within) {
    ASSERT_TRUE(found.number);
    ASSERT_TRUE(found.low);
    ASSERT_TRUE(found.high);
    EXPECT_NEAR(*found.number, number, within);
    EXPECT_NEAR(*found.low, low, within);
    EXPECT_NEAR(*found.high, high, within);
}

// Six targets, four judges: Shrout and Fleiss (1979), table 2.
const std::vector<std::vector<int>> shrout_and_fleiss{{9, 2, 5, 8}, {6, 1, 3, 2},  {8, 4, 6, 8},
                                                      {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};

// Twelve units, four observers, 0 where none: Krippendorff (2011), section C.
const std::vector<std::vector<int>> krippendorff{{1, 1, 0, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3},
                                                 {2, 2, 2, 2}, {1, 2, 3, 4}, {4, 4, 4, 4}, {1, 1, 2, 1},
                                                 {2, 2, 2, 2}, {0, 5, 5, 5}, {0, 0, 1, 1}, {0, 3, 0, 0}};

// Ten entries, five judges, drawn once (R, set.seed(2014)); what R says of it stands with each test.
const std::vector<std::vector<int>> drawn_in_r{
    {7, 5, 7, 5, 5}, {7, 8, 8, 6, 6}, {9, 8, 7, 5, 7}, {10, 8, 9, 6, 7}, {5, 5, 5, 4, 2},
    {6, 7, 7, 6, 5}, {7, 5, 7, 6, 5}, {8, 7, 6, 8, 6}, {8, 8, 7, 7, 6},  {10, 8, 8, 9, 9}};

}  // namespace

TEST(reliability, J9_intraclass_correlations_as_Shrout_and_Fleiss_published_them) {
    const auto found = correlate_within(ratings_of(shrout_and_fleiss), {});
    EXPECT_EQ(found.entries_compared, 6);
    EXPECT_EQ(found.judges, 4);
    EXPECT_NEAR(*found.icc_1_1.number, 0.17, 0.005);
    EXPECT_NEAR(*found.icc_2_1.number, 0.29, 0.005);
    EXPECT_NEAR(*found.icc_3_1.number, 0.71, 0.005);
    EXPECT_NEAR(*found.icc_1_k.number, 0.44, 0.005);
    EXPECT_NEAR(*found.icc_2_k.number, 0.62, 0.005);
    EXPECT_NEAR(*found.icc_3_k.number, 0.91, 0.005);
}

TEST(reliability, J9_intervals_of_intraclass_correlations_are_those_of_R) {  // psych 2.2.9, ICC(lmer = FALSE)
    const auto published = correlate_within(ratings_of(shrout_and_fleiss), {});
    expect_estimate(published.icc_1_1, 0.1657417684, -0.1329323249, 0.7225600623, 1e-8);
    expect_estimate(published.icc_2_1, 0.2897637795, 0.0187865134, 0.7610843696, 1e-8);
    expect_estimate(published.icc_3_1, 0.7148407148, 0.3424647651, 0.9458582600, 1e-8);
    expect_estimate(published.icc_1_k, 0.4427971337, -0.8844421552, 0.9124154203, 1e-8);
    expect_estimate(published.icc_2_k, 0.6200505476, 0.0711368130, 0.9272320402, 1e-8);
    expect_estimate(published.icc_3_k, 0.9093155424, 0.6756747138, 0.9858916782, 1e-8);
    const auto drawn = correlate_within(ratings_of(drawn_in_r), {});
    expect_estimate(drawn.icc_1_1, 0.517884258, 0.242232804, 0.810125705, 1e-8);
    expect_estimate(drawn.icc_2_1, 0.534987795, 0.245499268, 0.819786787, 1e-8);
    expect_estimate(drawn.icc_3_1, 0.650346192, 0.385202871, 0.875917792, 1e-8);
    expect_estimate(drawn.icc_1_k, 0.843037627, 0.615137802, 0.955223637, 1e-8);
    expect_estimate(drawn.icc_2_k, 0.851904639, 0.619322984, 0.957885717, 1e-8);
    expect_estimate(drawn.icc_3_k, 0.902911288, 0.758031191, 0.972448653, 1e-8);
}

TEST(reliability, J9_only_entries_that_every_judge_scored_are_compared) {
    auto rows = shrout_and_fleiss;
    rows.push_back({3, 0, 3, 3});
    const auto with_a_recusal = correlate_within(ratings_of(rows), {});
    EXPECT_EQ(with_a_recusal, correlate_within(ratings_of(shrout_and_fleiss), {}));
    const auto thin = correlate_within(ratings_of({{5, 6, 0}, {0, 7, 4}, {3, 0, 2}}), {});
    EXPECT_EQ(thin.icc_2_1.because, not_to_be_had::too_few_entries_with_all_judges);
    EXPECT_FALSE(thin.icc_2_1.number);
}

TEST(reliability, J9_says_why_a_correlation_cannot_be_had) {
    EXPECT_EQ(correlate_within(ratings_of({{0}, {0}}), {}).icc_1_1.because, not_to_be_had::no_counted_sheet);
    EXPECT_EQ(correlate_within(ratings_of({{5}, {6}}), {}).icc_1_1.because, not_to_be_had::one_judge_only);
    EXPECT_EQ(correlate_within(ratings_of({{5, 6}}), {}).icc_1_1.because, not_to_be_had::one_entry_only);
    const auto flat = correlate_within(ratings_of({{5, 5}, {5, 5}}), {});
    EXPECT_EQ(flat.icc_3_k.because, not_to_be_had::same_score_for_everything);
    const auto same_means = correlate_within(ratings_of({{4, 6}, {6, 4}}), {});
    EXPECT_EQ(same_means.icc_1_1.because, not_to_be_had::entries_with_equal_means);
    // Means of thirds, which no binary number holds: 16/3 each.
    const auto thirds = correlate_within(ratings_of({{4, 5, 7}, {7, 4, 5}, {5, 7, 4}, {3, 8, 5}}), {});
    EXPECT_EQ(thirds.icc_1_k.because, not_to_be_had::entries_with_equal_means);
    EXPECT_EQ(thirds.icc_2_k.because, not_to_be_had::entries_with_equal_means);
    EXPECT_FALSE(thirds.icc_3_k.number);
}

TEST(reliability, J9_full_agreement_is_one_and_has_no_interval) {
    const auto found = correlate_within(ratings_of({{4, 4}, {6, 6}, {9, 9}}), {});
    EXPECT_EQ(found.icc_1_1.number, 1.0);
    EXPECT_EQ(found.icc_3_k.number, 1.0);
    EXPECT_EQ(found.icc_1_1.because, not_to_be_had::interval_not_defined);
    const auto severe = correlate_within(ratings_of({{4, 3}, {6, 5}, {9, 8}}), {});
    EXPECT_EQ(severe.icc_3_1.number, 1.0);
    EXPECT_LT(*severe.icc_1_1.number, 1.0);
}

TEST(reliability, J9_alpha_as_Krippendorff_published_it) {
    const auto units = ratings_of(krippendorff);
    EXPECT_NEAR(*find_alphas(units, {}).nominal.number, 0.743, 0.0005);
    EXPECT_NEAR(*find_alphas(units, {}).ordinal.number, 0.815, 0.0005);
    EXPECT_NEAR(*find_alphas(units, {}).interval.number, 0.849, 0.0005);
}

// Krippendorff (2011), section A: ten articles, two observers, alpha = .095.
TEST(reliability, J9_alpha_of_binary_data_as_Krippendorff_published_it) {
    const auto units =
        ratings_of({{1, 2}, {2, 2}, {1, 2}, {1, 1}, {1, 1}, {1, 2}, {1, 1}, {1, 1}, {2, 1}, {1, 1}});
    EXPECT_NEAR(*find_alphas(units, {}).nominal.number, 0.095, 0.0005);
}

// Krippendorff (2018), "Content Analysis", 4th edition, p. 306: twelve units, three observers, none missing,
// alpha = .234.
TEST(reliability, J9_alpha_of_a_complete_binary_table_of_three_as_Krippendorff_published_it) {
    const auto units = ratings_of({{1, 1, 1},
                                   {2, 2, 2},
                                   {1, 1, 2},
                                   {2, 2, 1},
                                   {2, 1, 1},
                                   {1, 1, 2},
                                   {1, 1, 1},
                                   {1, 1, 1},
                                   {2, 2, 2},
                                   {2, 2, 1},
                                   {2, 1, 1},
                                   {2, 2, 1}});
    EXPECT_NEAR(*find_alphas(units, {}).nominal.number, 0.234, 0.0005);
}

// With two values all three measurements are one, and for a complete table of N units and k judges the value
// is 1 - (Nk - 1) sum r (k - r) / (k - 1) / (n_0 n_1), r judges of a unit saying yes.
RC_GTEST_PROP(reliability, J9_alpha_of_a_complete_binary_table, ()) {
    const auto k = *rc::gen::inRange<std::size_t>(2, 6), n = *rc::gen::inRange<std::size_t>(2, 12);
    const auto rows = *rc::gen::container<std::vector<std::vector<int>>>(
        n, rc::gen::container<std::vector<int>>(k, rc::gen::inRange(1, 3)));
    double yes = 0, disagreement = 0;
    for (const auto& row : rows) {
        const auto r = static_cast<double>(std::ranges::count(row, 2));
        yes += r;
        disagreement += r * (static_cast<double>(k) - r) / static_cast<double>(k - 1);
    }
    const double all = static_cast<double>(n * k);
    const auto all_three = find_alphas(ratings_of(rows), {0.95, 1, 1});
    for (const auto& found : {all_three.nominal, all_three.ordinal, all_three.interval}) {
        if (yes == 0 || yes == all)
            RC_ASSERT(found.because == not_to_be_had::same_score_for_everything);
        else
            RC_ASSERT(std::abs(*found.number - (1 - (all - 1) * disagreement / (yes * (all - yes)))) < 1e-9);
    }
}

TEST(reliability, J9_the_interval_of_alpha_is_the_same_for_the_same_seed) {
    const auto units = ratings_of(krippendorff);
    const auto first = find_alphas(units, {0.95, 500, 7}).interval;
    EXPECT_EQ(first, find_alphas(units, {0.95, 500, 7}).interval);
    EXPECT_NE(first.low, find_alphas(units, {0.95, 500, 8}).interval.low);
    EXPECT_LT(*first.low, *first.number);
    EXPECT_GT(*first.high, *first.number);
    EXPECT_LE(*first.high, 1.0);
}

TEST(reliability, J9_says_why_alpha_cannot_be_had) {
    const auto because = [](const std::vector<std::vector<int>>& rows) {
        return find_alphas(ratings_of(rows), {}).ordinal.because;
    };
    EXPECT_EQ(because({{0}, {0}}), not_to_be_had::no_counted_sheet);
    EXPECT_EQ(because({{4}, {5}}), not_to_be_had::one_judge_only);
    EXPECT_EQ(because({{4, 0}, {0, 5}}), not_to_be_had::no_common_judge);
    EXPECT_EQ(because({{5, 5}, {5, 5}}), not_to_be_had::same_score_for_everything);
}

// R 4.2.2, friedman.test: chi-squared 31.517928287 = k (n - 1) W.
TEST(reliability, J9_concordance_with_ties_is_that_of_R) {
    EXPECT_NEAR(*find_concordance(ratings_of(drawn_in_r)).number, 0.700398406, 1e-9);
}

TEST(reliability, J9_concordance_at_its_ends) {
    EXPECT_NEAR(*find_concordance(ratings_of({{1, 2}, {3, 5}, {7, 9}})).number, 1.0, 1e-12);
    EXPECT_NEAR(*find_concordance(ratings_of({{1, 3}, {2, 2}, {3, 1}})).number, 0.0, 1e-12);
    EXPECT_EQ(find_concordance(ratings_of({{5, 5}, {5, 5}})).because,
              not_to_be_had::same_score_for_everything);
}

RC_GTEST_PROP(reliability, J9_does_not_depend_on_the_order_of_the_inputs, (unsigned seed)) {
    auto input = *any_edition();
    const auto measured = measure_reliability(tabulate(input.entries, counted_values(input)), {0.95, 20, 1});
    input.entries = shuffled(input.entries, seed);
    input.sheets = shuffled(input.sheets, seed);
    const auto again = measure_reliability(tabulate(input.entries, counted_values(input)), {0.95, 20, 1});
    RC_ASSERT(measured == again);
}

// The figure skating rule: of nine marks for each component the highest and the lowest are dropped, the mean
// is rounded to two decimals, and the components are summed and multiplied by 0.8. World Championships 2017,
// short program of pairs, ISU protocol. Marks are quarters of a point, so four times a mark is a whole
// number.
namespace {

fraction component_score(const std::vector<double>& marks) {
    tally_input input;
    input.rules.criteria = {criterion("component", 10000, 1, 40)};
    input.rules.method = workflow::tally_method::trimmed_mean;
    input.rules.trim = 1;
    input.rules.incomplete = incomplete_sheet::leave_out;
    input.entries = {{entry(1), category(1)}};
    for (std::size_t at = 0; at < marks.size(); ++at) {
        sheet one{judge(static_cast<int>(at) + 1), entry(1), standing::counted, {}};
        // The protocol prints 0.0 for a judge who was absent: that is no mark.
        if (marks[at] > 0) one.scores["component"] = static_cast<int>(marks[at] * 4);
        input.sheets.push_back(one);
    }
    return *tally(input)->entries.front().value / 4;
}

fraction rounded(const fraction& value) {
    auto text = show(value, 2);
    std::erase(text, '.');
    return fraction(integer(text), 100);
}

std::string total_of(const std::vector<std::vector<double>>& components) {
    fraction sum = 0;
    for (const auto& marks : components) sum += rounded(component_score(marks));
    return show(sum * fraction(4, 5), 2);
}

}  // namespace

TEST(tally, J6_figure_skating_components_as_the_protocol_prints_them) {
    EXPECT_EQ(show(component_score({9.25, 9.5, 9, 9, 9, 8.75, 9.25, 9.25, 8.5}), 2), "9.07");
    EXPECT_EQ(show(component_score({9.5, 9.25, 9.25, 8.75, 9, 8.75, 9, 9.25, 8.25}), 2), "9.04");
    EXPECT_EQ(total_of({{9.25, 9.5, 9, 9, 9, 8.75, 9.25, 9.25, 8.5},
                        {9.5, 9.25, 9.25, 8.75, 9, 8.75, 9, 9.25, 8.25},
                        {9.75, 9.75, 9.75, 9.25, 8.75, 9.25, 9.25, 9.5, 9},
                        {9.5, 9.25, 9.5, 9.25, 8.75, 9.25, 9.25, 9.25, 9},
                        {9.75, 9.5, 9.5, 9, 8.5, 9, 9.25, 9.75, 9}}),
              "36.83");
    EXPECT_EQ(total_of({{8.75, 9.25, 9.25, 9, 9.25, 8.75, 9, 9, 9.25},
                        {8.5, 9.5, 9.5, 8.75, 9.25, 8.5, 8.75, 9, 9.5},
                        {9, 9.25, 9.5, 9, 9.5, 8.5, 9.25, 9.25, 9.5},
                        {8.75, 9.5, 9.75, 9.25, 9, 8.5, 9.25, 9.5, 9.75},
                        {8.75, 9.5, 10, 9.25, 9, 8.75, 9.25, 9.5, 9.75}}),
              "36.75");
    EXPECT_EQ(total_of({{9, 9, 8.75, 9.25, 9.25, 9, 9, 9.25, 8.25},
                        {8.5, 8.75, 8.75, 9, 9.25, 9, 8.75, 9, 8},
                        {8.75, 9, 9, 9.25, 9, 9.25, 9, 9.25, 8.25},
                        {8.5, 8.75, 9.25, 9, 9, 9.25, 8.75, 9.25, 8.5},
                        {8.75, 8.25, 9.25, 9.25, 9.25, 9.25, 8.75, 9.5, 8.5}}),
              "35.86");
}

TEST(tally, J6_an_absent_judges_zero_in_figure_skating_is_missing) {
    EXPECT_EQ(component_score({9.25, 9.5, 9, 9, 9, 8.75, 9.25, 0, 8.5}),
              component_score({9.25, 9.5, 9, 9, 9, 8.75, 9.25, 8.5}));
}

}  // namespace judging
