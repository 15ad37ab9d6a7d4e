// Nothing typed is lost or doubled (E2): requests that come again, two people in one answer, and the history
// in which both texts can be read.

#include "tests/http/city/ground.hpp"

namespace {

using tests::city_test;

class saving : public city_test {
protected:
    std::int64_t entry = start("A");
    tests::browser colleague{service_};

    saving() {
        const auto jun = service_.add_person("Jun");
        service_.run(
            "insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, "
            "clock_timestamp())",
            {{"city", seoul}, {"person", jun}});
        colleague.sign_in_as(jun);
    }
    tests::page save(tests::browser& who, std::string value, std::string version, std::string key = "") {
        return who.post(at(entry, "/save"),
                        {{"field", "answer.problem"}, {"value", value}, {"version", version}, {"key", key}},
                        {{"Accept", "application/json"}});
    }
    std::string stored() {
        return service_.value<std::string>("select value from answer where question = 'problem'");
    }
};

TEST_F(saving, E2_the_same_request_sent_again_gets_the_first_answer) {
    ASSERT_TRUE(save(city, "Queues", "0", "key-of-the-first").has(R"("version":1)"));
    EXPECT_TRUE(save(city, "Queues", "0", "key-of-the-first").has(R"("version":1)"));
    ASSERT_EQ(save(colleague, "Long queues", "1").status, 200);
    const auto late = save(city, "Queues", "0", "key-of-the-first");
    EXPECT_EQ(late.status, 200) << "it was saved, and improved since: no conflict with oneself";
    EXPECT_TRUE(late.has(R"("changed":{"answer.problem":"Long queues"})")) << late.body;
    EXPECT_EQ(stored(), "Long queues");
}

TEST_F(saving, E2_a_form_goes_on_from_a_request_that_was_not_answered) {
    const auto page = city.get(at(entry, "/sections/problem"));
    ASSERT_EQ(save(city, "Queues", "0", "key-without-answer").status, 200);
    const auto sent = city.post(at(entry, "/sections/problem"),
                                tests::section_of(page, {{"answer.problem", "Queues at night"},
                                                         {"answer.before", ""},
                                                         {"key.answer.problem", "key-without-answer"}}));
    EXPECT_EQ(sent.status, 303) << sent.text();
    EXPECT_EQ(stored(), "Queues at night");
}

TEST_F(saving, E2_what_only_a_colleague_changed_is_not_put_back_by_a_form_that_still_shows_the_old_text) {
    ASSERT_EQ(save(city, "Queues", "0").status, 200);
    const auto page = city.get(at(entry, "/sections/problem"));
    ASSERT_EQ(save(colleague, "Long queues", "1").status, 200);
    const auto sent =
        city.post(at(entry, "/sections/problem"),
                  tests::section_of(page, {{"answer.problem", "Queues"}, {"answer.before", "Paper"}}));
    EXPECT_EQ(sent.status, 303) << sent.text();
    EXPECT_EQ(stored(), "Long queues");
}

TEST_F(saving, E2_both_texts_are_kept_and_can_be_read_later) {
    ASSERT_EQ(save(city, "Queues", "0").status, 200);
    ASSERT_EQ(save(colleague, "Jun wrote this", "1").status, 200);
    ASSERT_EQ(save(city, "Mina wrote that", "1", "key-of-the-stale").status, 409);
    ASSERT_EQ(save(city, "Mina wrote that", "1", "key-of-the-stale").status, 409);
    EXPECT_TRUE(city.get(at(entry, "/sections/problem")).has(at(entry, "/sections/problem/history")));
    for (auto* who : {&city, &colleague}) {
        const auto history = who->get(at(entry, "/sections/problem/history"));
        ASSERT_EQ(history.status, 200);
        for (const auto* text : {"Queues", "Jun wrote this", "Mina wrote that", "Mina", "Jun"})
            EXPECT_TRUE(history.says(text)) << text;
    }
    EXPECT_EQ(service_.value<int>("select count(*) from answer_revision where refused"), 1)
        << "it came twice";
    EXPECT_EQ(city.get(at(entry, "/sections/nothing/history")).status, 404);
    tests::browser stranger(service_);
    stranger.sign_in_as(service_.add_person("Stranger"));
    EXPECT_EQ(stranger.get(at(entry, "/sections/problem/history")).status, 404);
}

TEST_F(saving, E2_a_line_that_ends_in_a_blank_is_compared_as_it_is_kept) {
    const auto title = [&](std::string value, std::string version) {
        return city.post(at(entry, "/save"), {{"field", "title"}, {"value", value}, {"version", version}});
    };
    ASSERT_EQ(title("One door ", "0").status, 200);
    EXPECT_EQ(title("One door ", "0").status, 200);
    EXPECT_EQ(title(" One door", "1").status, 200);
    EXPECT_EQ(service_.value<int>("select count(*) from answer_revision where question = 'title'"), 1);
}

}  // namespace
