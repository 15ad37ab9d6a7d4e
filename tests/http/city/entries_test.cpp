// A city's whole way: start, write, save as typed, attach, submit, reopen, submit again, withdraw; and each
// "no".

#include <thread>

#include "tests/http/city/ground.hpp"

namespace {

using tests::city_test;

class entries : public city_test {
protected:
    std::int64_t start_and_submit(const std::string& title) {
        const auto entry = start(title);
        fill(entry);
        EXPECT_EQ(submit(entry).status, 303);
        return entry;
    }
};

TEST_F(entries, E5_goes_from_the_first_word_to_a_receipt) {
    const auto entry = start("One door for all");
    const auto page = city.get(at(entry, "/sections/problem"));
    ASSERT_EQ(page.status, 200);
    const auto saved =
        city.post(at(entry, "/sections/problem"),
                  tests::section_of(page, {{"answer.problem", "Queues."}, {"answer.before", ""}}));
    EXPECT_EQ(saved.status, 303);
    EXPECT_EQ(saved.location(), at(entry, "/sections/solution"));
    fill(entry);
    EXPECT_TRUE(city.get(at(entry)).says("Ready"));
    EXPECT_TRUE(city.get(at(entry, "/preview")).says("Queues."));

    const auto submitted = submit(entry);
    ASSERT_EQ(submitted.status, 303) << submitted.text();
    const auto receipt = city.follow(submitted);
    EXPECT_TRUE(receipt.says("Received:"));
    // SHA-256 of "Queues."
    EXPECT_TRUE(receipt.has("sha256") || receipt.says("SHA-256"));
    EXPECT_EQ(service_.value<std::string>("select state from entry where id = :e", {{"e", entry}}),
              "submitted");
    EXPECT_EQ(service_.value<int>("select number from entry where id = :e", {{"e", entry}}), 1);
    const auto letters = service_.letters_to("mina@example.org");
    ASSERT_FALSE(letters.empty());
    EXPECT_EQ(letters.back().occasion, "receipt");
}

TEST_F(entries, E5_is_reopened_and_submitted_again_under_its_number) {
    const auto entry = start_and_submit("One door for all");
    const auto reopened =
        city.post(at(entry, "/reopen"), {{"version", city.get(at(entry)).value_of("version")}});
    EXPECT_EQ(reopened.status, 303) << reopened.text();
    EXPECT_EQ(state_of(entry), "draft");
    const auto again = submit(entry);
    EXPECT_EQ(again.location(), at(entry, "/receipts/2"));
    EXPECT_EQ(service_.value<int>("select count(*) from entry_version where entry_id = :e", {{"e", entry}}),
              2);
    EXPECT_EQ(service_.value<int>("select number from entry where id = :e", {{"e", entry}}), 1);
}

TEST_F(entries, E1_a_city_has_so_many_drafts_at_a_time_and_no_more) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 24; ++i)
        threads.emplace_back([this, own = tests::browser(city), i]() mutable {
            own.post("/my/editions/2014/entries", {{"city", std::to_string(workflow::value(seoul))},
                                                   {"title", "Door " + std::to_string(i)},
                                                   {"category", "services"}});
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(service_.value<int>("select count(*) from entry"), workflow::most_drafts_of_a_city);
    const auto refused = city.post(
        "/my/editions/2014/entries",
        {{"city", std::to_string(workflow::value(seoul))}, {"title", "One more"}, {"category", "services"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("as many drafts in this edition as it can have: 20"));
}

TEST_F(entries, a_withdrawal_wants_a_reason_and_the_version_that_was_seen) {
    const auto entry = start_and_submit("One door for all");
    const auto asked = city.get(at(entry, "/withdraw"));
    ASSERT_EQ(asked.status, 200);
    EXPECT_EQ(
        city.post(at(entry, "/withdraw"), {{"version", asked.value_of("version")}, {"reason", ""}}).status,
        422);
    const auto stale = city.post(at(entry, "/withdraw"), {{"version", "1"}, {"reason", "A merger"}});
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has("A merger")) << "what was typed is still there";
    EXPECT_EQ(stale.value_of("version"), asked.value_of("version"));
    EXPECT_EQ(
        city.post(at(entry, "/withdraw"), {{"version", asked.value_of("version")}, {"reason", "A merger"}})
            .status,
        303);
    EXPECT_EQ(state_of(entry), "withdrawn");
    EXPECT_EQ(service_.value<int>("select count(*) from entry where place is not null"), 0);
    EXPECT_EQ(service_.letters_to("mina@example.org").back().occasion, "entry_withdrawn");
    EXPECT_GE(
        service_.value<int>("select count(*) from audit_event where subject = 'entry' and subject_id = :e",
                            {{"e", entry}}),
        3);
}

TEST_F(entries, E2_saves_a_field_as_it_is_typed_and_refuses_a_stale_one_with_both_texts) {
    const auto entry = start("A");
    const auto save = [&](std::string value, std::string version) {
        return city.post(at(entry, "/save"),
                         {{"field", "answer.problem"}, {"value", value}, {"version", version}},
                         {{"Accept", "application/json"}});
    };
    const auto first = save("Queues", "0");
    EXPECT_EQ(first.status, 200);
    EXPECT_TRUE(first.has(R"("version":1)")) << first.body;
    EXPECT_EQ(save("Long queues", "1").status, 200);
    const auto stale = save("Other words", "1");
    EXPECT_EQ(stale.status, 409);
    EXPECT_TRUE(stale.has(R"("theirs":"Long queues")")) << stale.body;
    EXPECT_TRUE(stale.has(R"("version":2)")) << stale.body;
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'problem'"),
              "Long queues");
}

TEST_F(entries, E2_shows_both_texts_without_a_script_too) {
    const auto entry = start("A");
    const auto page = city.get(at(entry, "/sections/problem"));
    city.post(at(entry, "/save"), {{"field", "answer.problem"}, {"value", "Theirs"}, {"version", "0"}});
    const auto answer =
        city.post(at(entry, "/sections/problem"),
                  tests::section_of(page, {{"answer.problem", "Mine"}, {"answer.before", "Paper"}}));
    EXPECT_EQ(answer.status, 409);
    EXPECT_TRUE(answer.says("Theirs"));
    EXPECT_EQ(answer.value_of("answer.problem"), "Mine");
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'before'"), "Paper");
    const auto chosen =
        city.post(at(entry, "/sections/problem"), tests::section_of(answer, {{"answer.problem", "Mine"}}));
    EXPECT_EQ(chosen.status, 303);
    EXPECT_EQ(service_.value<std::string>("select value from answer where question = 'problem'"), "Mine");
}

TEST_F(entries, E2_a_title_saved_as_it_is_typed_stands_in_the_entry) {
    const auto entry = start("A");
    EXPECT_EQ(
        city.post(at(entry, "/save"), {{"field", "title"}, {"value", "One door"}, {"version", "0"}}).status,
        200);
    EXPECT_EQ(service_.value<std::string>("select title from entry where id = :e", {{"e", entry}}),
              "One door");
    EXPECT_EQ(city.post(at(entry, "/save"), {{"field", "category"}, {"value", "open_city"}, {"version", "0"}})
                  .status,
              200);
    EXPECT_TRUE(city.get(at(entry)).says("Open City"));
}

TEST_F(entries, E3_speaks_while_typing_and_blocks_only_at_submission) {
    const auto entry = start("A");
    std::string words;
    for (int i = 0; i < 300; ++i) words += "word ";
    const auto saved =
        city.post(at(entry, "/save"), {{"field", "answer.problem"}, {"value", words}, {"version", "0"}});
    EXPECT_EQ(saved.status, 200);
    EXPECT_TRUE(saved.has("300 words")) << saved.body;
    fill(entry);
    const auto refused = submit(entry);
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("300 words"));
    EXPECT_TRUE(refused.has(at(entry, "/sections/problem#answer.problem")));
    EXPECT_EQ(state_of(entry), "draft");
}

TEST_F(entries, E3_a_third_party_needs_the_letter_of_the_city) {
    const auto entry = start("A");
    fill(entry);
    service_.run("update entry set third_party = true, provider_name = 'A company' where id = :e",
                 {{"e", entry}});
    EXPECT_EQ(submit(entry).status, 422);
    EXPECT_EQ(city.post_file(at(entry, "/letter"), {},
                             {"letter", "letter.pdf", "application/pdf", tests::small_pdf()})
                  .status,
              303);
    EXPECT_EQ(submit(entry).status, 303);
}

TEST_F(entries, E1_refuses_a_third_entry_at_submission_and_lets_the_city_choose) {
    for (const auto* title : {"First", "Second"}) {
        const auto entry = start(title);
        fill(entry);
        ASSERT_EQ(submit(entry).status, 303);
    }
    const auto third = start("Third");
    fill(third);
    const auto refused = submit(third);
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("First"));
    EXPECT_TRUE(refused.says("Second"));
    EXPECT_TRUE(refused.says("Withdraw this entry"));
    EXPECT_EQ(state_of(third), "draft");
}

TEST_F(entries, invalid_text_gets_the_form_again_with_everything_typed) {
    const auto entry = start("A");
    const auto page = city.get(at(entry, "/sections/problem"));
    const auto answer =
        city.post(at(entry, "/sections/problem"),
                  tests::section_of(page, {{"answer.problem", "Caf\xe9 words"}, {"answer.before", "Paper"}}));
    EXPECT_EQ(answer.status, 422);
    EXPECT_TRUE(answer.says("There is a problem"));
    EXPECT_TRUE(answer.has("href=\"#answer.problem\""));
    EXPECT_TRUE(answer.value_of("answer.problem").find("words") != std::string::npos);
    EXPECT_EQ(answer.value_of("answer.before"), "Paper");
}

TEST_F(entries, a_text_that_is_too_long_gets_422_and_stays) {
    const auto entry = start("A");
    const auto page = city.get(at(entry, "/sections/project"));
    const auto answer = city.post(at(entry, "/sections/project"),
                                  tests::section_of(page, {{"title", std::string(600, 'x')}}));
    EXPECT_EQ(answer.status, 422);
    EXPECT_EQ(answer.value_of("title"), std::string(600, 'x'));
}

TEST_F(entries, a_parameter_that_is_not_declared_gets_400) {
    const auto entry = start("A");
    EXPECT_EQ(city.post(at(entry, "/submit"), {{"version", "1"}, {"state", "eligible"}}).status, 400);
    EXPECT_EQ(city.get("/my?page=2").status, 400);
}

TEST_F(entries, T3_another_city_s_entry_is_not_there) {
    const auto entry = start("A");
    tests::browser stranger(service_);
    const auto other = service_.add_person("Other");
    add_city("Busan", other);
    stranger.sign_in_as(other);
    for (const auto* rest :
         {"", "/sections/problem", "/attachments", "/preview", "/check", "/withdraw", "/receipts/1"})
        EXPECT_EQ(stranger.get(at(entry, rest)).status, 404) << rest;
    EXPECT_EQ(
        stranger.post(at(entry, "/save"), {{"field", "title"}, {"value", "x"}, {"version", "0"}}).status,
        404);
    EXPECT_EQ(stranger.post(at(entry, "/submit"), {{"version", "1"}}).status, 404);
    EXPECT_EQ(stranger.get("/my/entries/999999").status, 404);
    EXPECT_FALSE(stranger.get("/my").says("Project"));
}

TEST_F(entries, P3_nothing_of_the_result_is_told_before_the_announcement) {
    const auto entry = start("A");
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    using enum workflow::entry_state;
    set_state(entry, eligible);
    set_state(workflow::edition_state::decided);
    city.get(at(entry));
    const auto seal = [&](workflow::entry_state outcome) {
        set_state(entry, outcome, store::visibility::sealed);
        return city.get(at(entry)).body_but_mark();
    };
    const auto undecided = city.get(at(entry)).body_but_mark();
    EXPECT_EQ(seal(awarded), undecided);
    EXPECT_EQ(seal(not_awarded), undecided);
    EXPECT_FALSE(city.get("/my").says("Awarded"));
}

}  // namespace
