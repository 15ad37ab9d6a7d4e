#include <gmock/gmock.h>

#include <boost/algorithm/string/trim.hpp>
#include <boost/mp11.hpp>
#include <fstream>

#include "server/pages/office/views.hpp"
#include "tests/pages/samples.hpp"

namespace {

using namespace pages;
using testing::HasSubstr;

struct no_view {
    std::string word;
};
BOOST_DESCRIBE_STRUCT(no_view, (), (word))

// Parts that no page of ours shows yet: each is filled once, so that its names are known to fit its struct.
class parts : public testing::Test {
protected:
    void put(const char* part, const auto& view) { shown += all.render_part(part, view, around); }
    void put_fields() {
        pages::choice_field level{
            "relevance", t("Relevance"), t("How well it answers a need"), t("Choose a score"), {},
            false,       false};
        for (const auto* each : {"1", "2", "3"})
            level.choices.push_back({each, each, t("A level in words"), *each == '2', ""});
        pages::number_choices(level);
        const pages::radio_field radios{level};
        level.name = "regions";
        pages::number_choices(level);
        const pages::checkbox_field checkboxes{level};
        const pages::select_field select{"city", t("City"), {}, {}, {{"7", "Seoul", {}, true, ""}}, true};
        const pages::file_field file{
            "files", t("Attachments"), t("PDF, PNG or JPEG"), {}, "application/pdf", true, "/entries/7/files",
            20};
        const pages::date_time_field date{"deadline",         t("Deadline"), {},   t("There is no June 31"),
                                          "2014-06-30T18:00", "Asia/Seoul",  false};
        const pages::tick_field tick{"truth", t("All of this is true"), {}, "yes", true};
        const std::vector<pages::field> fields{radios, checkboxes, select, file, date, tick};
        for (const auto& each : fields) put("components/field", each);
    }
    void put_small_parts() {
        put("components/task_list",
            pages::task_list{{{t("The project"), "/a", t("6 questions"), {t("Done"), "green"}},
                              {t("Submit"), "", {}, {t("Cannot start yet"), "grey"}}}});
        put("components/tabs",
            pages::tabs{t("Parts of the entry"), {{t("Answers"), "/a", true}, {t("Files"), "/b"}}});
        put("components/pagination", pages::pagination{"/a", "/c", {{"1", "/a"}, {"2", "/b", true}}});
        put("components/progress", pages::progress{t("4 of 5 scored"), 4, 5});
        put("components/inset", pages::text_block{t("Something to know")});
        put("components/warning", pages::text_block{t("Something to mind")});
        put("components/details", pages::details{t("More"), t("Much more")});
        put("components/moment_short", pages::moment{});
    }
    void put_table() {
        pages::table list{
            t("Entries"), {{t("City"), false, "/sort"}, {t("Mean"), true, ""}}, {}, t("No entries yet")};
        put("components/table", list);
        list.add_row(
            {{"Seoul", "/entries/7", {}, false, {}}, {"8.25", "", pages::tag{t("Tie"), "amber"}, false, {}}},
            true);
        put("components/table", list);
    }
    void put_chart() {
        const auto line = [](const char* rank, const char* name, int low, int mean, int high) {
            pages::rank_line made;
            made.rank = rank, made.name = name, made.mean = "8.25", made.low = "7", made.high = "9";
            made.low_at = low, made.mean_at = mean, made.high_at = high;
            return made;
        };
        auto lines = std::vector{
            line("1", "Seoul", 600, 830, 1000), line("2=", "Thành phố Hồ Chí Minh", 500, 700, 900),
            line("2=", "Barcelona", 300, 700, 800), line("4", "Ulyanovsk", 100, 400, 900)};
        lines[1].tied = lines[2].tied = true;
        lines[0].prize_line_below = "Best";
        put("components/rank_chart",
            pages::rank_chart_of("open-city", t("Ranking in Open City"), t("Seoul leads"), "1", "10", lines));
    }
    const pages::catalogue& all = pages_tests::all_pages();
    const pages::frame around = pages_tests::sample_frame(true);
    std::string shown;
};

// With all of them on one page to look at: build/*/preview/parts.html.
TEST_F(parts, fit_their_structs) {
    put_fields();
    EXPECT_THAT(shown, HasSubstr("id=\"relevance-2\" name=\"relevance\" type=\"radio\" value=\"2\" checked"));
    put_small_parts();
    put_table();
    EXPECT_THAT(shown, HasSubstr("No entries yet"));
    put_chart();
    std::ofstream{WEGO_BINARY_DIR "/preview/parts.html"}
        << "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>parts</title><link "
           "rel=\"stylesheet\" href=\""
        << all.asset("awards.css")
        << "\"><body class=\"govuk-template__body\"><main class=\"wego-main\"><div "
           "class=\"wego-container\"><h1>Parts</h1>"
        << "<form data-autosave=\"/save\" data-version=\"1\"><input type=\"hidden\" name=\"csrf\" "
           "value=\"c\">"
        << shown
        << all.render_part(
               "components/text_area",
               [] {
                   pages::text_area area;
                   area.name = "problem", area.label = t("The problem"), area.word_limit = 5;
                   return area;
               }(),
               around)
        << "</form></div></main>" << all.render_part("frame/script_texts", no_view{}, around)
        << "<script type=\"module\" src=\"" << all.asset("awards.js") << "\"></script>";
}

TEST_F(parts, name_each_row_of_a_table_by_its_header_where_it_has_a_name) {
    put_table();
    EXPECT_THAT(shown, HasSubstr("<th scope=\"row\"><span class=\"wego-cell-name\">"));
    EXPECT_THAT(shown, testing::Not(HasSubstr("<th scope=\"row\" class=\"wego-numeric\">")));
    pages::table events{t("Events"), {{t("When")}, {t("What")}}, {}, {}, {}};
    events.add_row({{"1 May"}, {"Opened"}});
    EXPECT_THAT(all.render_part("components/table", events, around),
                testing::Not(HasSubstr("scope=\"row\"")));
}

// A kind that components/field.html forgot would leave a silent gap in a form.
TEST_F(parts, show_each_kind_of_field_by_its_own_part) {
    const auto shown_by = [&](const std::string& part, const auto& view) {
        return boost::algorithm::trim_copy(all.render_part("components/" + part, view, around));
    };
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, pages::field>>(
        [&](auto kind) {
            typename decltype(kind)::type one;
            one.name = "asked";
            one.error = t("What is wrong");
            EXPECT_EQ(shown_by("field", pages::field{one}), shown_by(std::string{one.shown_as}, one));
        });
}

TEST(field, takes_the_error_that_leads_to_it) {
    pages::text_area reason;
    reason.name = "reason";
    std::vector<pages::field> fields{reason, pages::tick_field{"agreed", t("I agree"), {}}};
    pages::set_error(fields, pages::error_for("agreed", t("Agree to the terms")));
    EXPECT_EQ(std::get<pages::tick_field>(fields[1]).error.text, "Agree to the terms");
    EXPECT_TRUE(std::get<pages::text_area>(fields[0]).error.empty());
}

TEST(office_sheet, lists_its_parts_when_there_are_many) {
    pages::office_view shown;
    for (const auto* each : {"One", "", "Two", "Three", "Four"}) {
        shown.blocks.emplace_back();
        shown.blocks.back().heading = each;
    }
    pages::give_jumps(shown);
    EXPECT_FALSE(shown.has_jumps);
    EXPECT_TRUE(shown.blocks[1].anchor.empty());
    shown.blocks.emplace_back();
    shown.blocks.back().heading = "Five";
    pages::give_jumps(shown);
    EXPECT_TRUE(shown.has_jumps);
    ASSERT_EQ(shown.jumps.size(), 5u);
    EXPECT_EQ(shown.jumps[1].href, "#" + shown.blocks[2].anchor);
}

TEST(table, gives_each_cell_its_column) {
    pages::table list{"c", {{"City", false, ""}, {"Score", true, ""}}, {}, ""};
    list.add_row({{"Seoul", "", {}, false, {}}, {"8", "", {}, false, {}}});
    EXPECT_EQ(list.rows[0].cells[1].column.text, "Score");
    EXPECT_TRUE(list.rows[0].cells[1].numeric);
    EXPECT_THROW(list.add_row({}), std::logic_error);
}

TEST(rank_chart, lays_lines_out_and_refuses_positions_off_the_scale) {
    pages::rank_line line;
    line.low_at = 100, line.mean_at = 500, line.high_at = 1000;
    const auto drawn = pages::rank_chart_of("c", "t", "d", "1", "10", {line, line});
    EXPECT_LT(drawn.lines[0].middle, drawn.lines[1].middle);
    EXPECT_EQ(drawn.lines[0].bar_start + drawn.lines[0].bar_width, 388);
    line.high_at = 1001;
    EXPECT_THROW(pages::rank_chart_of("c", "t", "d", "1", "10", {line}), std::logic_error);
}

}  // namespace
