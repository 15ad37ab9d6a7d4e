// What stands beside the tally on the secretariat's pages (J9): what is clear, what the panel must decide and
// why.
#include "tests/http/results/ground.hpp"

using tests::browser;
using tests::results_pages;

namespace {

class results_evidence : public results_pages {
protected:
    void give(int judge, int entry, int score) {
        service_.run(R"(update score set value = :score where scorecard_id in
                        (select id from scorecard where judge_id = :judge and entry_id = :entry))",
                     {{"score", score},
                      {"judge", laid_.judges[static_cast<std::size_t>(judge) - 1]},
                      {"entry", laid_.entries[static_cast<std::size_t>(entry) - 1]}});
    }
    std::string category_page(browser& office) {
        return office.get("/office/2014/tally?category=" + number(laid_.category)).text();
    }
    static bool says(const std::string& page, const std::string& words) {
        return page.find(words) != page.npos;
    }
};

TEST_F(results_evidence, J9_a_prize_that_all_views_give_to_the_same_entry_is_clear) {
    lay();
    browser mina(service_);
    mina.sign_in_as(mina_);
    build(mina);
    const auto page = category_page(mina);
    EXPECT_TRUE(
        says(page, "Every way of counting gives it to the same entry, and so do panels of the same judges"))
        << page;
    EXPECT_TRUE(says(page, "tried 3 panels of the same judges")) << page;
    EXPECT_FALSE(says(page, "would get it")) << page;
}

TEST_F(results_evidence, J9_a_judge_who_decides_is_named_with_what_would_change) {
    lay();
    give(1, 1, 9), give(1, 2, 5), give(2, 1, 6), give(2, 2, 8);
    browser mina(service_);
    mina.sign_in_as(mina_);
    build(mina);
    const auto overview = mina.get("/office/2014/tally").text();
    EXPECT_TRUE(says(overview, "To be decided: Best")) << overview;
    const auto page = category_page(mina);
    EXPECT_TRUE(says(page, "Without Judge 1, 2. City2: Project 2 would get it.")) << page;
    EXPECT_TRUE(says(page, "1. City1: Project 1 (on 75 of 100)")) << page;
    EXPECT_TRUE(says(page, "The scores hardly tell these apart at this line.")) << page;
    EXPECT_TRUE(says(page, "without one of the judges a prize would go to somebody else")) << page;
    EXPECT_FALSE(says(page, "a tie at a prize line waits")) << "a legend of what is not here: " << page;
    EXPECT_FALSE(says(page, "Clear: every way")) << page;
    EXPECT_TRUE(says(page, "Ahead of the next")) << page;
    EXPECT_TRUE(says(page, "Judge 1: 9.00")) << "each judge's scores stand beside the spread: " << page;
}

TEST_F(results_evidence, J7_what_is_open_comes_first) {
    lay(true);
    browser mina(service_);
    mina.sign_in_as(mina_);
    ASSERT_EQ(mina.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
    const auto page = category_page(mina);
    EXPECT_LT(page.find("A tie at a prize line waits for the ladder or for a decision."),
              page.find("How sure the order is"))
        << page;
}

TEST_F(results_evidence, J9_where_everything_has_the_same_score_the_page_says_what_cannot_be_had) {
    lay();
    for (int entry = 1; entry <= 4; ++entry) give(1, entry, 7), give(2, entry, 7);
    browser mina(service_);
    mina.sign_in_as(mina_);
    ASSERT_EQ(mina.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
    const auto overview = mina.get("/office/2014/tally").text();
    EXPECT_TRUE(says(overview, "cannot be said in one figure: everything has the same score")) << overview;
    EXPECT_TRUE(says(overview, "No judge scored an entry of the own country.")) << overview;
}

}  // namespace
