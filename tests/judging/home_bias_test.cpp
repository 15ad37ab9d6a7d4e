#include "judging/home_bias.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "judging/methods.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;

namespace {

same_country_report report_on(const std::vector<std::vector<int>>& rows,
                              const std::vector<std::string>& of_entries,
                              const std::vector<std::string>& of_judges) {
    const auto input = table(rows);
    known_countries countries;
    for (std::size_t at = 0; at < of_entries.size(); ++at)
        countries.of_entry[entry(static_cast<std::int64_t>(at) + 1)] = of_entries[at];
    for (std::size_t at = 0; at < of_judges.size(); ++at)
        countries.of_judge[judge(static_cast<std::int64_t>(at) + 1)] = of_judges[at];
    return report_same_country(tabulate(input.entries, counted_values(input)), countries, 0.95);
}

}  // namespace

TEST(same_country, J9_points_for_ones_own_are_found_exactly_where_nothing_else_differs) {
    // Entry + severity (0, 1, 2), and two points more where judge 1 meets the own country.
    const auto report = report_on({{5, 4, 5}, {4, 5, 6}, {2, 3, 4}}, {"KR", "FI", "CN"}, {"KR", "US", "CA"});
    EXPECT_EQ(report.sheets_at_home, 1);
    EXPECT_NEAR(*report.difference.number, 2, 1e-9);
    ASSERT_EQ(report.judges.size(), 1u);
    EXPECT_EQ(report.judges[0].judge, judge(1));
}

TEST(same_country,
     J9_the_difference_and_its_interval_are_those_of_R) {  // R 4.2.2: lm(y ~ entry + judge + home)
    const auto report =
        report_on({{7, 5, 7, 5, 5},
                   {7, 8, 8, 6, 6},
                   {0, 8, 7, 5, 7},
                   {10, 8, 9, 6, 7},
                   {5, 5, 5, 4, 2},
                   {6, 7, 7, 6, 5},
                   {7, 5, 7, 6, 5},
                   {8, 7, 6, 8, 6},
                   {8, 8, 7, 7, 6},
                   {10, 8, 8, 9, 9}},
                  {"A", "B", "C", "A", "D", "E", "F", "B", "G", "H"}, {"A", "B", "C", "D", "E"});
    EXPECT_EQ(report.sheets_at_home, 7);
    EXPECT_NEAR(*report.difference.number, 0.331098504384, 1e-9);
    EXPECT_NEAR(*report.difference.low, -0.445027184946, 1e-9);
    EXPECT_NEAR(*report.difference.high, 1.10722419371, 1e-9);
}

TEST(same_country, J9_groups_without_a_common_entry_are_compared_within_themselves) {
    // Two panels; in each, entry + severity, and two points more at home.
    const auto report = report_on({{5, 4, 0, 0}, {2, 3, 0, 0}, {0, 0, 9, 6}, {0, 0, 5, 4}},
                                  {"KR", "FI", "CN", "US"}, {"KR", "CA", "CN", "DE"});
    EXPECT_EQ(report.sheets_at_home, 2);
    ASSERT_TRUE(report.difference.number);
    EXPECT_NEAR(*report.difference.number, 2, 1e-9);
}

TEST(same_country, J1_where_such_judges_are_barred_there_is_nothing_to_report) {
    const auto report = report_on({{5, 4}, {4, 5}}, {"KR", "FI"}, {"CA", "US"});
    EXPECT_EQ(report.difference.because, not_to_be_had::no_judge_from_an_entrys_country);
    EXPECT_EQ(report_on({{5, 4}, {4, 5}}, {}, {}).difference.because, not_to_be_had::no_country_known);
    EXPECT_EQ(report_on({{0, 0}}, {"KR"}, {"KR"}).difference.because, not_to_be_had::no_counted_sheet);
    // Everything of judge 1 is from home: severity and home cannot be told apart.
    EXPECT_EQ(report_on({{5, 4}, {4, 5}}, {"KR", "KR"}, {"KR", "US"}).difference.because,
              not_to_be_had::countries_not_separable);
}

RC_GTEST_PROP(same_country, J9_severity_and_quality_do_not_look_like_bias, ()) {
    std::vector<std::vector<int>> rows;
    const auto quality = *rc::gen::container<std::vector<int>>(5, rc::gen::inRange(1, 7));
    const auto severity = *rc::gen::container<std::vector<int>>(4, rc::gen::inRange(0, 4));
    for (const int of_entry : quality) {
        auto& row = rows.emplace_back();
        for (const int of_judge : severity) row.push_back(of_entry + of_judge);
    }
    const auto report = report_on(rows, {"A", "B", "C", "D", "A"}, {"A", "B", "X", "Y"});
    RC_ASSERT(std::abs(*report.difference.number) < 1e-9);
}

}  // namespace judging
