// T7: what is sent twice is done once, and the second gets the first answer. The shell holds it for every
// form that carries its page's mark; here as a city meets it.
#include <thread>

#include "tests/http/city/ground.hpp"

namespace {

class sent_twice : public tests::city_test {
protected:
    tests::fields begin_entry(std::string title, const std::string& mark) {
        return {{"once", mark},
                {"city", std::to_string(workflow::value(seoul))},
                {"title", std::move(title)},
                {"category", "services"}};
    }
    int entries() { return service_.value<int>("select count(*) from entry"); }

    const std::string begins = "/my/editions/2014/entries";
};

TEST_F(sent_twice, T7_a_form_is_done_once_and_answered_alike) {
    const auto mark = city.get(begins + "/new").value_of("once");
    const auto first = city.post(begins, begin_entry("One door", mark));
    ASSERT_EQ(first.status, 303) << first.text();
    const auto second = city.post(begins, begin_entry("One door", mark));
    EXPECT_EQ(second.status, 303);
    EXPECT_EQ(second.location(), first.location());
    EXPECT_EQ(second.set_cookies, first.set_cookies) << "the notice too";
    EXPECT_EQ(entries(), 1);
}

TEST_F(sent_twice, T7_another_page_and_other_words_are_another_form) {
    const auto mark = city.get(begins + "/new").value_of("once");
    city.post(begins, begin_entry("One door", mark));
    city.post(begins, begin_entry("Another door", mark));
    EXPECT_EQ(entries(), 2) << "after going back";
    const auto next = city.get(begins + "/new").value_of("once");
    EXPECT_NE(next, mark);
    city.post(begins, begin_entry("One door", next));
    EXPECT_EQ(entries(), 3);
}

TEST_F(sent_twice, T7_two_at_the_same_moment_are_one) {
    const auto form = begin_entry("One door", city.get(begins + "/new").value_of("once"));
    std::array<tests::page, 4> answers;
    std::array<std::thread, 4> threads;
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&, i] { answers[i] = tests::browser(city).post(begins, form); });
    for (auto& thread : threads) thread.join();
    for (const auto& one : answers) {
        EXPECT_EQ(one.status, 303) << one.text();
        EXPECT_EQ(one.location(), answers[0].location());
    }
    EXPECT_EQ(entries(), 1);
}

TEST_F(sent_twice, T7_a_lost_answer_to_a_submission_is_repeated_with_the_receipt) {
    const auto entry = start("One door");
    fill(entry);
    const auto check = city.get(at(entry, "/check"));
    const tests::fields form{{"once", check.value_of("once")}, {"version", check.value_of("version")}};
    const auto lost = city.post(at(entry, "/submit"), form);
    ASSERT_EQ(lost.status, 303) << lost.text();
    const auto again = city.post(at(entry, "/submit"), form);
    EXPECT_EQ(again.location(), lost.location());
    EXPECT_TRUE(city.follow(again).says("Received:"));
    EXPECT_EQ(service_.value<int>("select count(*) from entry_version"), 1);
}

TEST_F(sent_twice, T7_a_refused_form_keeps_its_mark_and_is_done_when_it_is_right) {
    const auto mark = city.get(begins + "/new").value_of("once");
    const auto refused = city.post(begins, begin_entry("", mark));
    ASSERT_EQ(refused.status, 422);
    EXPECT_EQ(refused.value_of("once"), mark);
    EXPECT_EQ(city.post(begins, begin_entry("", mark)).status, 422);
    EXPECT_EQ(city.post(begins, begin_entry("One door", mark)).status, 303);
    EXPECT_EQ(entries(), 1);
}

// The mark is no secret: it opens nothing for anybody else.
TEST_F(sent_twice, T3_the_first_answer_is_its_senders_alone) {
    const auto form = begin_entry("One door", city.get(begins + "/new").value_of("once"));
    city.post(begins, form);
    const auto jun = service_.add_person("Jun");
    add_city("Busan", jun);
    tests::browser other(service_);
    other.sign_in_as(jun);
    EXPECT_EQ(other.post(begins, form).status, 422) << "Seoul is none of Jun’s cities";
    EXPECT_EQ(entries(), 1);
}

}  // namespace
