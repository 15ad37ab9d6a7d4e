// The list of entries and its export through the whole service.
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(office_pages, the_list_is_searched_filtered_and_sorted) {
    lay();
    add_entry("Seoul", "KR"), add_entry("Paris", "FR", workflow::entry_state::submitted),
        add_entry("Oslo", "NO", workflow::entry_state::eligible, "open_city");
    const auto shows = [&](const std::string& query, std::vector<std::string> wanted) {
        const auto page = office.get("/office/2014/entries" + query);
        EXPECT_EQ(page.status, 200) << query;
        for (const auto* city : {"Seoul", "Paris", "Oslo"})
            EXPECT_EQ(page.says("Project of " + std::string(city)),
                      std::ranges::find(wanted, city) != wanted.end())
                << query << city;
    };
    shows("", {"Seoul", "Paris", "Oslo"});
    shows("?q=paris", {"Paris"});
    shows("?q=3", {"Oslo"});
    shows("?q=%25", {});
    shows("?category=open_city", {"Oslo"});
    shows("?state=submitted", {"Paris"});
    shows("?country=KR", {"Seoul"});
    shows("?city=os", {"Oslo"});
    shows("?flagged=yes", {});
    const auto down = office.get("/office/2014/entries?sort=-city").text();
    EXPECT_LT(down.find("Project of Seoul"), down.find("Project of Paris"));
    EXPECT_EQ(office.get("/office/2014/entries?order=city").status, 400);
}

TEST_F(office_pages, the_csv_export_escapes_quotes_lines_and_formulas_and_keeps_the_filter) {
    lay();
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR"),
               oslo = add_entry("Oslo", "NO", workflow::entry_state::submitted);
    const auto rename = [&](workflow::entry_id id, std::string_view title) {
        service_.run("update entry set title = :title where id = :id", {{"title", title}, {"id", id}});
    };
    rename(seoul, "=HYPERLINK(\"http://evil.example\")"), rename(paris, "Two\nlines, \"quoted\"");
    const auto csv = office.get("/office/2014/entries.csv");
    EXPECT_EQ(csv.status, 200);
    EXPECT_THAT(csv.header("content-type"), StartsWith("text/csv"));
    EXPECT_THAT(csv.header("content-disposition"), HasSubstr("entries-2014.csv"));
    EXPECT_THAT(csv.body, AllOf(HasSubstr("\"'=HYPERLINK(\"\"http://evil.example\"\")\""),
                                HasSubstr("\"Two\nlines, \"\"quoted\"\"\"")));
    const auto filtered = office.get("/office/2014/entries.csv?state=submitted").body;
    EXPECT_THAT(filtered, AllOf(HasSubstr("\"Project of Oslo\""), Not(HasSubstr("HYPERLINK"))));
    for (const auto* sign : {"+1", "-1", "@SUM(A1)", "\tx", " =1", "\r=1"}) {
        rename(oslo, sign);
        EXPECT_THAT(office.get("/office/2014/entries.csv?state=submitted").body,
                    HasSubstr(std::string("\"'") + sign))
            << sign;
    }
    EXPECT_EQ(browser(service_).get("/office/2014/entries.csv").status, 401);
}

}  // namespace
}  // namespace tests
