// E10 through the whole service: the page of an entry, the public page and the files, by what the rules
// disclose.
#include "tests/http/results/ground.hpp"

using tests::browser;
using tests::results_pages;

namespace {

class disclosed_pages : public results_pages {
protected:
    std::string entry_page(std::size_t i, const std::string& page = {}) {
        return "/my/entries/" + number(laid_.entries[i]) + page;
    }
};

TEST_F(disclosed_pages, E10_the_entrys_page_and_its_file_tell_scores_place_and_comments) {
    lay();
    announce();
    browser city(service_);
    city.sign_in_as(laid_.applicants[2]);
    const auto page = city.get(entry_page(2));
    EXPECT_TRUE(page.says("place 3 of 4")) << page.text();
    EXPECT_TRUE(page.says("lie between 5.00 and 8.00")) << page.text();
    EXPECT_TRUE(page.says("6, 6")) << page.text();
    EXPECT_TRUE(page.says("Written for city 3")) << page.text();
    EXPECT_FALSE(page.says("Written for city 2"));
    EXPECT_FALSE(page.says("Judge 1")) << "whose score it is stays with the panel";
    const auto file = city.get(entry_page(2, "/scores.csv"));
    EXPECT_EQ(file.status, 200);
    EXPECT_THAT(file.body, testing::HasSubstr("\"3\",\"4\",\"6.00\""));
    EXPECT_EQ(city.get(entry_page(1, "/scores.csv")).status, 404) << "of another city";
}

TEST_F(disclosed_pages, E10_the_winner_reads_them_too) {
    lay();
    announce();
    browser city(service_);
    city.sign_in_as(laid_.applicants[0]);
    EXPECT_TRUE(city.get(entry_page(0)).says("place 1 of 4"));
}

TEST_F(disclosed_pages, P3_before_the_announcement_there_is_no_file_and_no_page) {
    lay();
    browser city(service_), anyone(service_);
    city.sign_in_as(laid_.applicants[0]);
    EXPECT_EQ(city.get(entry_page(0, "/scores.csv")).status, 404);
    EXPECT_FALSE(city.get(entry_page(0)).says("What the judges gave"));
    EXPECT_EQ(anyone.get("/editions/2014/scores").status, 404);
}

TEST_F(disclosed_pages, E10_own_scores_are_not_everybodys) {
    lay();
    announce();
    browser anyone(service_);
    EXPECT_EQ(anyone.get("/editions/2014/scores").status, 404);
    EXPECT_EQ(anyone.get("/editions/2014/scores.csv").status, 404);
    EXPECT_FALSE(anyone.get("/editions/2014/winners").says("All scores"));
}

TEST_F(disclosed_pages, E10_all_scores_are_published_beside_the_winners_without_the_comments) {
    disclosure_ = workflow::disclosure_policy::all_scores;
    lay();
    announce();
    browser anyone(service_);
    EXPECT_TRUE(anyone.get("/editions/2014/winners").says("All scores"));
    const auto page = anyone.get("/editions/2014/scores");
    EXPECT_TRUE(page.says("City4")) << page.text();
    EXPECT_TRUE(page.says("5.00")) << page.text();
    EXPECT_FALSE(page.says("Written for city"));
    EXPECT_THAT(anyone.get("/editions/2014/scores.csv").body, testing::HasSubstr("\"City4\""));
}

TEST_F(disclosed_pages, E10_where_the_rules_disclose_nothing_no_page_tells_or_promises_any) {
    disclosure_ = workflow::disclosure_policy::winners_only;
    lay();
    announce();
    browser city(service_);
    city.sign_in_as(laid_.applicants[2]);
    EXPECT_FALSE(city.get(entry_page(2)).says("What the judges gave"));
    EXPECT_EQ(city.get(entry_page(2, "/scores.csv")).status, 404);
}

}  // namespace
