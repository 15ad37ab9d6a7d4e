// What a city may do with its entry around the deadline, through the whole service (E4, E7).

#include "tests/http/city/ground.hpp"

namespace {

using tests::city_test;

using entry_deadlines = city_test;

TEST_F(entry_deadlines, E4_refuses_a_late_entry_with_a_receipt_of_the_refusal) {
    const auto entry = start("Late");
    fill(entry);
    const auto version = city.get(at(entry, "/check")).value_of("version");
    close_in(-1);
    const auto refused = city.post(at(entry, "/submit"), {{"version", version}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.says("It was not submitted"));
    EXPECT_EQ(service_.value<int>("select count(*) from late_refusal"), 1);
    EXPECT_EQ(service_.letters_to("mina@example.org").back().occasion, "late_entry_refused");
    const auto number = service_.value<std::int64_t>("select id from late_refusal");
    EXPECT_TRUE(city.get(at(entry, "/refusals/" + std::to_string(number))).says("receipt of the refusal"));
    EXPECT_EQ(state_of(entry), "draft");
}

TEST_F(entry_deadlines, E4_a_personal_extension_lets_a_late_entry_in) {
    const auto entry = start("Late");
    fill(entry);
    close_in(-1);
    allow_until(30);
    EXPECT_EQ(submit(entry).status, 303);
    EXPECT_EQ(state_of(entry), "submitted");
}

TEST_F(entry_deadlines, E4_what_is_typed_after_the_deadline_stays_on_the_page_and_is_not_written) {
    const auto entry = start("Late");
    const auto page = city.get(at(entry, "/sections/problem"));
    close_in(-1);
    const auto answer =
        city.post(at(entry, "/sections/problem"), tests::section_of(page, {{"answer.problem", "My words"}}));
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(answer.value_of("answer.problem"), "My words");
    EXPECT_EQ(service_.value<int>("select count(*) from answer"), 0);
}

TEST_F(entry_deadlines, E7_the_pages_of_a_city_name_the_published_deadline_in_the_grace_period) {
    const auto entry = start("In the grace");
    fill(entry);
    close_in(-5);
    service_.run("update edition set grace_minutes = 60 where id = :id", {{"id", edition}});
    const auto instant = [&](const char* of) {
        return service_.value<std::string>(
            R"(select to_char((closes_at + make_interval(mins => cast(:grace as integer))) at time zone 'UTC',
                              'YYYY-MM-DD"T"HH24:MI') from edition)",
            {{"grace", of}});
    };
    std::string seen;
    for (const auto& page :
         {std::string("/my"), at(entry), at(entry, "/check"), std::string("/editions/2014")})
        seen += city.get(page).body;
    EXPECT_NE(seen.find(instant("0")), std::string::npos) << "the published deadline";
    EXPECT_EQ(seen.find(instant("60")), std::string::npos) << "the end of the grace";
    EXPECT_EQ(submit(entry).status, 303) << "which is in force all the same";
}

TEST_F(entry_deadlines, a_returned_entry_is_completed_by_its_due_date) {
    const auto entry = start("A");
    fill(entry);
    ASSERT_EQ(submit(entry).status, 303);
    set_state(workflow::edition_state::screening);
    set_state(entry, workflow::entry_state::returned);
    EXPECT_TRUE(city.get(at(entry)).says("A figure is missing"));
    EXPECT_EQ(
        city.post(at(entry, "/save"), {{"field", "answer.evidence"}, {"value", "A survey"}, {"version", "1"}})
            .status,
        200);
    EXPECT_EQ(submit(entry).status, 303);
    EXPECT_EQ(state_of(entry), "submitted");
    set_state(entry, workflow::entry_state::returned);
    service_.run("update entry set return_due_at = clock_timestamp() - interval '1 minute' where id = :e",
                 {{"e", entry}});
    EXPECT_EQ(city.post(at(entry, "/submit"),
                        {{"version", std::to_string(service_.value<int>(
                                         "select version from entry where id = :e", {{"e", entry}}))}})
                  .status,
              409);
}

}  // namespace
