// The database away or failing over: 503 with Retry-After, the text kept, a clean return by itself. The
// database is really cut: its connections are ended and none can be made.
#include "tests/http/city/ground.hpp"

#include <gmock/gmock.h>

#include <thread>

using tests::browser;
using tests::fields;
using tests::page;

namespace {

class bad_input_without_a_database : public tests::city_test {
protected:
    void expect_away(const page& answer) {
        EXPECT_EQ(answer.status, 503) << answer.text();
        EXPECT_GT(std::stoi("0" + answer.header("retry-after")), 0);
        EXPECT_EQ(answer.header("cache-control"), "no-store");
    }
    // As many requests at once as there are workers, so that each of them has had its connection cut.
    template <class Ask>
    std::vector<page> ask_every_worker(Ask ask) {
        std::vector<page> answers(8);
        std::vector<std::thread> threads;
        for (auto& answer : answers) threads.emplace_back([&] { answer = ask(); });
        for (auto& thread : threads) thread.join();
        return answers;
    }
};

}  // namespace

TEST_F(bad_input_without_a_database, pages_get_503_with_retry_after_and_come_back_by_themselves) {
    const auto read = [&] {
        browser reader(service_);
        reader.cookies() = city.cookies();
        return reader.get("/account");
    };
    for (const auto& answer : ask_every_worker(read)) EXPECT_EQ(answer.status, 200);
    service_.database().cut();
    for (const auto& answer : ask_every_worker(read)) expect_away(answer);
    EXPECT_EQ(city.get("/readyz").status, 503);
    service_.database().restore();
    for (const auto& answer : ask_every_worker(read)) EXPECT_EQ(answer.status, 200) << answer.text();
    EXPECT_EQ(city.get("/readyz").status, 200);
}

TEST_F(bad_input_without_a_database, connections_that_died_unnoticed_are_replaced_without_a_word) {
    const auto read = [&] {
        browser reader(service_);
        reader.cookies() = city.cookies();
        return reader.get("/account");
    };
    for (const auto& answer : ask_every_worker(read)) EXPECT_EQ(answer.status, 200);
    service_.database().cut();
    service_.database().restore();
    for (const auto& answer : ask_every_worker(read)) EXPECT_EQ(answer.status, 200) << answer.text();
}

TEST_F(bad_input_without_a_database, a_form_gets_503_and_can_be_sent_again_with_its_content) {
    const auto entry = start("One door");
    const auto section = at(entry, "/sections/problem");
    auto form = city.get(section).hidden_fields();
    form.insert(form.end(), {{"answer.problem", "Queues <long ones>"}, {"answer.before", "Paper"}});
    service_.database().cut();
    const auto away = city.post(section, form);
    expect_away(away);
    EXPECT_TRUE(away.says("Queues <long ones>"));
    EXPECT_TRUE(away.has("action=\"" + section + "\""));
    service_.database().restore();
    EXPECT_EQ(city.post(section, away.hidden_fields()).status, 303);
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'problem'"),
              "Queues <long ones>");
}

TEST_F(bad_input_without_a_database, a_form_without_its_token_is_not_given_a_new_one_by_the_way) {
    service_.database().cut();
    const auto away = city.post_bare("/account/name", {{"name", "An attacker's"}});
    service_.database().restore();
    expect_away(away);
    EXPECT_FALSE(away.says("An attacker's"));
}

TEST_F(bad_input_without_a_database, a_script_that_saves_gets_503_as_JSON_and_saves_later) {
    const auto entry = start("One door");
    const fields json{{"Accept", "application/json"}};
    const fields typed{{"field", "answer.problem"}, {"value", "Queues"}, {"version", "0"}};
    service_.database().cut();
    const auto away = city.post(at(entry, "/save"), typed, json);
    expect_away(away);
    EXPECT_THAT(away.body, testing::StartsWith("{\"error\":\"unavailable\""));
    service_.database().restore();
    EXPECT_EQ(city.post(at(entry, "/save"), typed, json).status, 200);
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'problem'"), "Queues");
}

TEST_F(bad_input_without_a_database,
       a_primary_that_became_a_standby_gets_503_until_there_is_a_primary_again) {
    service_.database().set_read_only(true);
    service_.database().cut();
    service_.database().restore();
    const auto refused = city.post("/account/name", {{"name", "Mina Kim"}});
    expect_away(refused);
    service_.database().set_read_only(false);
    EXPECT_EQ(city.post("/account/name", {{"name", "Mina Kim"}}).status, 303);
    EXPECT_EQ(service_.value<std::string>("select name from person"), "Mina Kim");
}
