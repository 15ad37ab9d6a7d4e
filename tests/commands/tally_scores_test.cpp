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
    EXPECT_NE(report.find("Best: Paris - clear"), report.npos) << report;
}

TEST_F(tally_scores, bad_rows_are_refused_with_line_column_and_reason) {
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,eleven\n"), "2:5 score: \"eleven\" is no whole number");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7.5\n"), "2:5 score: \"7.5\" is no whole number");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,11\n"),
              "2:5 score: 11 is not on the scale of Impact, 1 to 10");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,0\n"), "2:5 score: 0 is not on the scale of Impact, 1 to 10");
    EXPECT_EQ(refusal_of("Paris,open,Ann,beauty,7\n"),
              "2:4 criterion: \"beauty\" is no criterion of the rules; they have Impact, Reach");
    EXPECT_EQ(refusal_of(",open,Ann,impact,7\n"), "2:1 entry: must not be empty");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7\nParis,closed,Eva,impact,7\n"),
              "3:2 category: is \"closed\", and \"open\" in an earlier row of this entry");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7\nParis,open,Ann,reach,7\nParis,open,Ann,impact,8\n"),
              "4:1 this judge scored this entry on this criterion in line 2 already");
}

TEST_F(tally_scores, a_file_of_a_heading_and_of_blank_rows_has_nothing_to_tally) {
    EXPECT_EQ(refusal_of(""), "1:1 has a heading and no rows");
    EXPECT_EQ(refusal_of(",,,,\n , ,,\t,\n"), "3:1 has a heading and no rows");
    EXPECT_EQ(refusal_of("Paris,open,Ann,impact,7\n,,,,\n \t,,,,\n"), "read") << "as Excel leaves them";
}

TEST_F(tally_scores, rules_that_say_nothing_or_too_much_are_refused) {
    const auto refusal = [&](std::string_view of_rules) {
        try {
            report_of(std::string(heading) + three_entries, commands::report_format::json, of_rules);
        } catch (const config::bad_file& error) {
            return error.reason();
        }
        return std::string("read");
    };
    EXPECT_EQ(refusal(""), "says no rules: there is no table [rules]");
    EXPECT_EQ(refusal("[[tiers]]\nkey = \"best\"\nname = \"Best\"\n"),
              "says no rules: there is no table [rules]");
    std::string many(rules);
    many.replace(many.find("[rules]"), 0, "per_category = 2000000000\n");
    EXPECT_EQ(refusal(many), "must be from 1 to 20") << "each of them was a slot to fill";
    for (const auto* line :
         {"minimum_judges_per_entry = 2000000000", "limits.entries_per_city = 2000000000"}) {
        std::string far(rules);
        far.replace(far.find("tally = "), 0, std::string(line) + "\n");
        EXPECT_NE(refusal(far).find("must not be above"), std::string::npos) << line << ": " << refusal(far);
    }
    std::string heavy(rules);
    heavy.replace(heavy.find("6000"), 4, "2000000000"), heavy.replace(heavy.find("4000"), 4, "2000000000");
    EXPECT_NE(refusal(heavy).find("must not be above 10000"), std::string::npos) << refusal(heavy);
}

TEST_F(tally_scores, names_that_look_alike_get_a_hint) {
    report_of(std::string(heading) +
              "Paris,open,Ann Lee,impact,7\nCali\xCC\x81,open,Ann  Lee,impact,7\n"
              "Cal\xC3\xAD,open,Ann Lee,impact,6\nPARIS,Open,Eva,impact,6\n");
    EXPECT_EQ(status_, 0);
    EXPECT_EQ(std::ranges::count(complaints_, '\n'), 4) << complaints_;
    for (const auto* part :
         {"entries \"PARIS\" and \"Paris\" look alike", "judges \"Ann  Lee\" and \"Ann Lee\"",
          "categories \"Open\" and \"open\"", "entries \"Cali\xCC\x81\" and \"Cal\xC3\xAD\""})
        EXPECT_NE(complaints_.find(part), std::string::npos) << part << "\n" << complaints_;
    report_of(std::string(heading) + three_entries);
    EXPECT_EQ(complaints_, "");
}

TEST_F(tally_scores, no_character_that_a_terminal_obeys_comes_through) {
    EXPECT_EQ(refusal_of("Par\x1B[31mis,open,Ann,impact,7\n"), "2:1 holds a control character");
    EXPECT_EQ(refusal_of("Paris,open,Ann\xC2\x9B,impact,7\n"), "2:3 holds a control character");
    EXPECT_EQ(refusal_of("\"Par\nis\",open,Ann,impact,7\n"), "2:1 entry: must be one line, without tabs");
    std::string coloured(rules);
    coloured.replace(coloured.find("\"Impact\""), 8, "\"\\u001b[31mImpact\"");
    EXPECT_THROW(report_of(std::string(heading) + three_entries, commands::report_format::text, coloured),
                 config::bad_file);
    EXPECT_STREQ(config::bad_file({"a\x1B[2J.csv", 1, 2}, "is \"\xC2\x9B\"\n").what(),
                 "a?[2J.csv:1:2: is \"?\"?");
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
