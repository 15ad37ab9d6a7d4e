#include "server/commands/assign_judges.hpp"

#include <boost/json.hpp>
#include <sstream>

#include "config/bad_file.hpp"
#include "tests/support/scratch_folder.hpp"

namespace {

class assign_judges : public tests::scratch_folder {
protected:
    assign_judges() {
        asked_.rules_file = write("rules.toml", "[rules]\nminimum_judges_per_entry = 2\n");
        asked_.entries = write("entries.csv",
                               "entry,category,city,country\nSeoul 1,open,Seoul,KR\nParis "
                               "1,open,Paris,FR\nLima 1,digital,Lima,PE\n");
        asked_.judges =
            write("judges.csv",
                  "judge,country,capacity,expertise\nKim,KR,,open\nAnn,CA,2,open; digital\nEva,ES,,\n");
        asked_.format = commands::report_format::json;
    }
    std::string output() const {
        std::ostringstream out;
        std::ostringstream complaints;
        commands::assign_judges(asked_, out, complaints);
        complaints_ = complaints.str();
        return out.str();
    }
    boost::json::value report() const { return boost::json::parse(output()); }
    std::string refusal() const {
        try {
            output();
        } catch (const config::bad_file& error) {
            return std::to_string(error.line()) + ":" + std::to_string(error.column()) + " " + error.reason();
        }
        return "read";
    }
    static bool has(const boost::json::value& made, std::string_view judge, std::string_view entry) {
        for (const auto& pair : made.at_pointer("/assignment/pairs").as_array())
            if (pair.at("judge") == boost::json::value(judge) &&
                pair.at("entry") == boost::json::value(entry))
                return true;
        return false;
    }

    commands::assign_request asked_;
    mutable std::string complaints_;
};

TEST_F(assign_judges, J1_J3_assigns_around_conflicts_and_capacity_and_explains_each_gap) {
    const auto made = report();
    EXPECT_FALSE(has(made, "Kim", "Seoul 1"));
    EXPECT_TRUE(made.at("covers_every_entry").as_bool());
    EXPECT_EQ(made.at_pointer("/conflicts/0/kind"), boost::json::value("same_country_of_origin"));
    const auto& gap = made.at_pointer("/assignment/gaps/0");
    EXPECT_EQ(gap.at("wanted").as_int64() - gap.at("has").as_int64(), 1) << "Ann can take two of three";
    asked_.format = commands::report_format::text;
    const auto text = output();
    EXPECT_NE(text.find("Judging can start"), text.npos) << text;
    EXPECT_NE(text.find("Ann: at capacity"), text.npos) << text;
}

TEST_F(assign_judges, J3_infeasible_says_which_entries_and_why_and_first_of_all) {
    asked_.judges = write("judges.csv", "judge,country,capacity\nKim,KR,\nAnn,CA,1\n");
    asked_.format = commands::report_format::text;
    const auto text = output();
    EXPECT_LT(text.find("Judging cannot start"), text.find("Loads"));
    EXPECT_NE(text.find("BELOW THE MINIMUM"), text.npos);
    EXPECT_NE(text.find("Kim: barred, same country of origin"), text.npos) << text;
}

TEST_F(assign_judges, J3_what_stands_stays_when_a_judge_drops_out) {
    asked_.rules.judges_per_entry = 2;
    asked_.judges = write("judges.csv", "judge,country\nKim,KR\nEva,ES\nIda,IT\n");  // Ann is gone
    asked_.standing =
        write("standing.csv", "judge,entry,started\nKim,Paris 1,yes\nKim,Lima 1,no\nEva,Seoul 1,yes\n");
    const auto made = report();
    for (const auto& [judge, entry] : {std::pair("Kim", "Paris 1"), {"Kim", "Lima 1"}, {"Eva", "Seoul 1"}})
        EXPECT_TRUE(has(made, judge, entry)) << judge << entry;
    EXPECT_TRUE(made.at_pointer("/assignment/dropped").as_array().empty());
}

TEST_F(assign_judges, J3_is_the_same_for_any_order_of_the_rows) {
    asked_.rules.judges_per_entry = 1;
    asked_.rules.seed = 7;
    const auto before = output();
    asked_.entries = write("entries.csv",
                           "entry,country,city,category\nLima 1,PE,Lima,digital\nParis "
                           "1,FR,Paris,open\nSeoul 1,KR,Seoul,open\n");
    asked_.judges = write(
        "judges.csv", "judge,country,capacity,expertise\nEva,ES,,\nAnn,CA,2,digital; open\nKim,KR,,open\n");
    EXPECT_EQ(output(), before);
}

TEST_F(assign_judges, bad_rows_are_refused_with_line_column_and_reason) {
    const auto judges = asked_.judges;
    asked_.judges = write("bad.csv", "judge,capacity\nKim,many\n");
    EXPECT_EQ(refusal(), "2:2 capacity: \"many\" is no number of entries");
    asked_.judges = write("bad.csv", "judge,alternate\nKim,yes\nAnn,perhaps\n");
    EXPECT_EQ(refusal(), "3:2 alternate: must be yes or no");
    asked_.judges = write("bad.csv", "judge,expertise\nKim,beauty\n");
    EXPECT_EQ(refusal(), "2:2 expertise: no entry is in a category \"beauty\"");
    asked_.judges = write("bad.csv", "judge,country\nKim,Korea\n");
    EXPECT_EQ(refusal(), "2:2 country: must be two capital letters, as in ISO 3166-1");
    asked_.judges = write("bad.csv", "judge\nKim\nKim\n");
    EXPECT_EQ(refusal(), "3:1 judge: is there twice");
    asked_.judges = judges;
    asked_.conflicts = write("conflicts.csv", "judge,entry,reason\nKim,Rome 1,advised them\n");
    EXPECT_EQ(refusal(), "2:2 entry: there is no entry \"Rome 1\"");
    asked_.conflicts = write("conflicts.csv", "judge,entry,reason\nEva,Lima 1,advised them\n");
    EXPECT_FALSE(has(report(), "Eva", "Lima 1"));
}

TEST_F(assign_judges, J3_what_stands_is_said_once_and_a_city_has_one_parent) {
    asked_.standing =
        write("standing.csv", "judge,entry,started\nKim,Paris 1,yes\nEva,Lima 1,no\nKim,Paris 1,no\n");
    EXPECT_EQ(refusal(), "4:1 judge: this judge and this entry are in line 2 already");
    asked_.standing.reset();
    asked_.entries =
        write("entries.csv",
              "entry,category,city,parent\nA,open,Songpa,Seoul\nB,open,Songpa,\nC,open,Songpa,Busan\n");
    EXPECT_EQ(refusal(), "4:4 parent: is \"Busan\", and \"Seoul\" in an earlier row of this city");
}

TEST_F(assign_judges, names_that_look_alike_get_a_hint) {
    asked_.entries = write("entries.csv", "entry,category,city\nA,open,Seoul\nB,open,SEOUL\n");
    asked_.judges = write("judges.csv", "judge\nKim\n");
    output();
    EXPECT_EQ(complaints_, asked_.entries.string() +
                               ": hint: the cities \"SEOUL\" and \"Seoul\" look alike (case, blanks or the "
                               "spelling of a letter differ) and count as two\n");
}

TEST_F(assign_judges, files_that_name_nobody_are_refused_but_no_conflicts_are_a_fact) {
    asked_.conflicts = write("conflicts.csv", "judge,entry,reason\n");
    asked_.standing = write("standing.csv", "judge,entry\n");
    EXPECT_EQ(refusal(), "read");
    asked_.judges = write("judges.csv", "judge\n\"\"\n");
    EXPECT_EQ(refusal(), "2:1 has a heading and no rows");
}

}  // namespace
