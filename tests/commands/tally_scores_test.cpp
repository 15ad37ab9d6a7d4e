#include "server/commands/tally_scores.hpp"

#include <boost/json.hpp>
#include <set>
#include <sstream>

#include "config/bad_file.hpp"
#include "config/version.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

// Two criteria on 1 to 10, a ladder of one computed rung and then the chair.
constexpr auto rules = R"(
[[tiers]]
key = "best"
name = "Best"
[rules]
tally = "mean"
[[rules.tie_ladder]]
rung = "key_criterion"
criterion = "impact"
[[rules.tie_ladder]]
rung = "chair"
[[rules.rubric.criteria]]
key = "impact"
name = "Impact"
weight_bp = 6000
levels = [{ score = 1, description = "none" }, { score = 10, description = "large" }]
[[rules.rubric.criteria]]
key = "reach"
name = "Reach"
weight_bp = 4000
levels = [{ score = 1, description = "none" }, { score = 10, description = "large" }]
)";

constexpr auto heading = "entry,category,judge,criterion,score\n";

class tally_scores : public tests::scratch_folder {
protected:
    std::string report_of(std::string_view scores,
                          commands::report_format format = commands::report_format::json,
                          std::string_view of_rules = rules) {
        commands::tally_request asked;
        asked.scores = write("scores.csv", scores);
        asked.rules = write("rules.toml", of_rules);
        asked.format = format;
        std::ostringstream output, complaints;
        status_ = commands::tally_scores(asked, output, complaints);
        complaints_ = complaints.str();
        return output.str();
    }
    boost::json::value json_of(std::string_view scores) { return boost::json::parse(report_of(scores)); }
    std::string refusal_of(std::string_view rows) {
        try {
            report_of(std::string(heading) + std::string(rows));
        } catch (const config::bad_file& error) {
            return std::to_string(error.line()) + ":" + std::to_string(error.column()) + " " + error.reason();
        }
        return "read";
    }
    static std::string text(const boost::json::value& value, const char* pointer) {
        return value.at_pointer(pointer).as_string().c_str();
    }

    int status_ = 0;
    std::string complaints_;
};

constexpr auto three_entries = R"(Paris,open,Ann,impact,9
Paris,open,Ann,reach,8
Paris,open,Eva,impact,8
Paris,open,Eva,reach,9
Lima,open,Ann,impact,6
Lima,open,Ann,reach,6
Lima,open,Eva,impact,5
Lima,open,Eva,reach,
Seoul,open,Eva,impact,2
Seoul,open,Eva,reach,3
)";

TEST_F(tally_scores, J6_prints_the_exact_result_and_everything_beside_it) {
    const auto report = json_of(std::string(heading) + three_entries);
    EXPECT_EQ(status_, 0);
    EXPECT_EQ(text(report, "/program"), "wego-awards " + std::string(config::program_version()));
    EXPECT_EQ(text(report, "/result/categories/0/places/0/entries/0"), "Paris");
    EXPECT_EQ(text(report, "/result/categories/0/places/0/value"), "17/2");
    EXPECT_EQ(text(report, "/result/categories/0/places/1/value"), "11/2")
        << "an empty cell is missing, and no zero: (6 + 5) / 2";
    EXPECT_EQ(text(report, "/slate/slots/0/tier"), "best");
    EXPECT_EQ(text(report, "/slate/slots/0/state"), "filled");
    EXPECT_TRUE(report.at_pointer("/tiers/0/is_clear").as_bool());
    EXPECT_EQ(report.at_pointer("/resampling/panels").as_int64(), 3);
    EXPECT_EQ(report.at_pointer("/judges").as_array().size(), 2u);
    EXPECT_EQ(text(report, "/same_country/difference/because"), "no_country_known");
    EXPECT_EQ(text(report, "/input_sha256").size(), 64u);
}

TEST_F(tally_scores, J6_does_not_depend_on_the_order_of_the_rows_or_columns) {
    std::vector<std::string> rows;
    std::istringstream in(three_entries);
    for (std::string row; std::getline(in, row);) rows.push_back(row + "\n");
    std::ranges::reverse(rows);
    std::string turned = heading;
    for (const auto& row : rows) turned += row;
    EXPECT_EQ(report_of(turned), report_of(std::string(heading) + three_entries));
    EXPECT_EQ(
        report_of("score,criterion,judge,category,entry\n9,impact,Ann,open,Paris\n8,reach,Ann,open,Paris\n"),
        report_of(std::string(heading) + "Paris,open,Ann,impact,9\nParis,open,Ann,reach,8\n"));
}

TEST_F(tally_scores, J7_asks_the_ladder_and_waits_for_people_who_are_in_no_file) {
    const auto tied = json_of(std::string(heading) +
                              "Paris,open,Ann,impact,5\nParis,open,Ann,reach,5\n"
                              "Lima,open,Ann,impact,5\nLima,open,Ann,reach,5\n");
    EXPECT_EQ(text(tied, "/slate/slots/0/state"), "tied");
    EXPECT_EQ(text(tied, "/slate/ties/0/resolution/rungs/0/outcome"), "no_difference");
    EXPECT_EQ(text(tied, "/slate/ties/0/resolution/rungs/1/remark"), "no_choice_yet");
    const auto broken = json_of(std::string(heading) +
                                "Paris,open,Ann,impact,5\nParis,open,Ann,reach,8\n"
                                "Lima,open,Ann,impact,7\nLima,open,Ann,reach,5\n");
    EXPECT_EQ(text(broken, "/slate/slots/0/entries/0"), "Lima") << "6.2 each, and the higher impact decides";
}

TEST_F(tally_scores, J9_reports_scores_for_ones_own_country_when_countries_are_given) {
    const auto report = json_of(
        "entry,category,judge,criterion,score,entry_country,judge_country\n"
        "Seoul,open,Kim,impact,9,KR,KR\nParis,open,Kim,impact,5,FR,KR\nLima,open,Kim,impact,5,PE,KR\n"
        "Seoul,open,Ann,impact,5,KR,CA\nParis,open,Ann,impact,5,FR,CA\nLima,open,Ann,impact,5,PE,CA\n"
        "Seoul,open,Eva,impact,5,KR,ES\nParis,open,Eva,impact,5,FR,ES\nLima,open,Eva,impact,5,PE,ES\n");
    EXPECT_EQ(report.at_pointer("/same_country/sheets_at_home").as_int64(), 1);
    EXPECT_NEAR(report.at_pointer("/same_country/difference/number").as_double(), 4, 1e-9);
    EXPECT_EQ(text(report, "/same_country/judges/0/judge"), "Kim");
}

TEST_F(tally_scores, says_in_words_what_is_open_first) {
    const auto report = report_of(std::string(heading) + three_entries, commands::report_format::text);
    EXPECT_LT(report.find("What is open"), report.find("How far the judges agree"));
    EXPECT_NE(report.find("1     8.50      17/2"), report.npos) << report;
    EXPECT_NE(report.find("best: Paris - clear"), report.npos) << report;
}

TEST_F(tally_scores, bad_rows_are_refused_with_line_column_and_reason) {
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,eleven\n"), "2:5 score: \"eleven\" is no whole number");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7.5\n"), "2:5 score: \"7.5\" is no whole number");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,11\n"),
              "2:5 score: 11 is not on the scale of impact, 1 to 10");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,0\n"), "2:5 score: 0 is not on the scale of impact, 1 to 10");
    EXPECT_EQ(refusal_of("Paris,open,Ann,beauty,7\n"),
              "2:4 criterion: \"beauty\" is no criterion of the rules");
    EXPECT_EQ(refusal_of(",open,Ann,impact,7\n"), "2:1 entry: must not be empty");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7\nParis,closed,Eva,impact,7\n"),
              "3:2 category: is \"closed\", and \"open\" in an earlier row of this entry");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7\nParis,open,Ann,reach,7\nParis,open,Ann,impact,8\n"),
              "4:1 this judge scored this entry on this criterion in line 2 already");
}

TEST_F(tally_scores, the_readme_names_every_key_of_the_json_and_no_other) {
    std::ifstream readme(std::string(WEGO_SOURCE_DIR) + "/judging/README.md");
    std::set<std::string> documented;
    bool is_table = false;
    for (std::string line; std::getline(readme, line);) {
        if (line.starts_with("| key | what it holds |"))
            is_table = true;
        else if (is_table && !line.starts_with("|"))
            break;
        else if (is_table && line.starts_with("| `"))
            documented.insert(line.substr(3, line.find('`', 3) - 3));
    }
    std::set<std::string> printed;
    const auto report = json_of(std::string(heading) + three_entries);
    for (const auto& member : report.as_object()) printed.insert(member.key());
    EXPECT_EQ(printed, documented);
}

TEST_F(tally_scores, J8_a_method_that_refuses_is_an_answer_with_names_and_status_2) {
    std::string adjusted(rules);
    adjusted.replace(adjusted.find("mean"), 4, "adjusted");
    const auto output = report_of(std::string(heading) +
                                      "Paris,open,Ann,impact,7\nLima,open,Ann,impact,6\n"
                                      "Seoul,open,Eva,impact,7\nGimpo,open,Eva,impact,5\n",
                                  commands::report_format::text, adjusted);
    EXPECT_EQ(status_, 2);
    EXPECT_EQ(output, "");
    EXPECT_NE(complaints_.find("judges not connected, judge Eva"), complaints_.npos) << complaints_;
}

}  // namespace
