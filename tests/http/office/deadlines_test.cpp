// The calendar, extensions and the ceremony through the whole service (E4).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

fields whole_calendar(const std::string& version) {
    return {{"version", version},
            {"name", "The 2nd WeGO Awards"},
            {"theme", ""},
            {"organiser", "WeGO"},
            {"host", ""},
            {"zone", "Asia/Seoul"},
            {"opens_at", "2014-03-17T09:00"},
            {"closes_at", "2014-06-30T18:00"},
            {"judging_opens_at", "2014-07-15T09:00"},
            {"judging_closes_at", "2014-08-31T18:00"},
            {"grace_minutes", "0"},
            {"announce_at", ""},
            {"ceremony_on", ""},
            {"appeal_days", "30"},
            {"ceremony_event", ""},
            {"ceremony_place", ""}};
}

TEST_F(office_pages, E4_the_calendar_takes_no_date_that_does_not_exist_and_keeps_what_was_typed) {
    lay({}, workflow::edition_state::planned);
    const auto shown = office.get("/office/2014/set-up/calendar");
    const auto with = [&](const std::string& name, const std::string& value) {
        auto form = whole_calendar(shown.value_of("version"));
        for (auto& [key, held] : form)
            if (key == name) held = value;
        if (name == "zone" && value == "Europe/Berlin") form[6].second = "2014-03-30T02:30";
        return office.post("/office/2014/set-up/calendar", form);
    };
    struct wrong {
        std::string field, value, says;
    };
    for (const auto& one : std::vector<wrong>{{"closes_at", "2014-06-31T18:00", "There is no such date"},
                                              {"zone", "Europe/Berlin", "the clocks go forward over it"},
                                              {"zone", "Asia/Atlantis", "is not known"},
                                              {"closes_at", "soon", ""},
                                              {"closes_at", "2014-03-01T09:00", ""},
                                              {"ceremony_on", "2014-02-29", "There is no such date"},
                                              {"grace_minutes", "many", "Enter a number of minutes"},
                                              {"name", "", "Enter the edition's name"}}) {
        const auto page = with(one.field, one.value);
        EXPECT_EQ(page.status, 422) << one.field << one.value;
        EXPECT_TRUE(page.says("There is a problem")) << one.field;
        EXPECT_TRUE(page.says(one.says)) << one.field << page.text();
        EXPECT_EQ(page.value_of(one.field), one.value) << "what was typed stays";
        EXPECT_EQ(page.value_of("judging_opens_at"), "2014-07-15T09:00");
    }
    EXPECT_TRUE(with("closes_at", "2014-06-31T18:00").has("closes_at-error")) << "beside its field";
    EXPECT_NE(service_.value<std::string>("select name from edition where slug = '2014'"),
              "The 2nd WeGO Awards");
    EXPECT_EQ(with("host", "Chengdu").status, 303);
    EXPECT_EQ(service_.value<std::string>(
                  "select left(cast(closes_at at time zone 'UTC' as text), 16) from edition"),
              "2014-06-30 09:00");
    EXPECT_EQ(with("host", "Seoul").status, 409) << "a stale version";
}

TEST_F(office_pages, E4_a_personal_extension_is_recorded_with_who_why_and_until_when) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::lapsed);
    const auto city = std::to_string(count("select city_id from entry"));
    EXPECT_EQ(
        office.post("/office/2014/extensions", {{"city", city}, {"until", wall("1 day")}, {"reason", ""}})
            .status,
        422);
    EXPECT_EQ(office
                  .post("/office/2014/extensions",
                        {{"city", city}, {"until", wall("-1 day")}, {"reason", "A flood"}})
                  .status,
              422);
    EXPECT_EQ(office
                  .post("/office/2014/extensions",
                        {{"city", "999"}, {"until", wall("1 day")}, {"reason", "A flood"}})
                  .status,
              422);
    ASSERT_EQ(office
                  .post("/office/2014/extensions",
                        {{"city", city}, {"until", wall("1 day")}, {"reason", "A flood"}})
                  .status,
              303);
    const auto page = office.get("/office/2014/extensions");
    EXPECT_TRUE(page.says("A flood")) << page.text();
    EXPECT_TRUE(page.says("Mina")) << page.text();
    EXPECT_TRUE(page.says("Seoul")) << page.text();
    EXPECT_EQ(count("select count(*) from audit_event where action = 'extension_granted'"), 1);
    EXPECT_EQ(letters("extension_granted"), 1);
    static_cast<void>(seoul);
}

TEST_F(office_pages, E4_a_city_without_a_draft_is_told_of_its_extension_and_can_begin) {
    lay();
    service_.run(
        "update edition set closes_at = clock_timestamp() - interval '1 day', closed_at = clock_timestamp()");
    const auto hana = service_.add_person("Hana");
    const auto busan = service_.with_database(
        [&](store::database& db) { return city_built{.name = "Busan", .applicant = hana}.put(db); });
    browser city(service_);
    city.sign_in_as(hana);
    const std::string begins = "/my/editions/2014/entries/new";
    EXPECT_FALSE(city.get("/my").has(begins));
    EXPECT_NE(city.get(begins).status, 200);

    ASSERT_EQ(office
                  .post("/office/2014/extensions",
                        {{"city", number(busan)}, {"until", wall("1 day")}, {"reason", "A flood"}})
                  .status,
              303);
    const auto told = service_.letters_to("hana@example.org");
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().occasion, "extension_for_city");
    EXPECT_THAT(told.back().content, testing::HasSubstr(begins));
    EXPECT_TRUE(city.get("/my").has(begins)) << city.get("/my").text();
    EXPECT_EQ(city.get(begins).status, 200);
    const auto category = service_.value<std::string>("select min(key) from category");
    EXPECT_EQ(city.post("/my/editions/2014/entries",
                        {{"city", number(busan)}, {"title", "After the flood"}, {"category", category}})
                  .status,
              303);
}

TEST_F(office_pages, T6_the_letter_of_an_extension_names_the_deadline_that_holds_for_the_city) {
    lay({}, workflow::edition_state::open);
    add_entry("Seoul", "KR", workflow::entry_state::draft);
    const auto city = std::to_string(count("select city_id from entry"));
    service_.run(
        R"(update edition set closes_at = '2031-06-30 09:00Z', judging_opens_at = '2031-07-05 09:00Z',
                                       judging_closes_at = '2031-08-05 09:00Z')");
    const auto allow = [&](std::string_view until) {
        EXPECT_EQ(office
                      .post("/office/2014/extensions",
                            {{"city", city}, {"until", std::string(until)}, {"reason", "A flood"}})
                      .status,
                  303);
        return service_.letters_to("seoul@example.org").back().content;
    };
    EXPECT_THAT(allow("2031-07-02T18:00"), testing::HasSubstr("2 July 2031, 18:00 (Asia/Seoul)"));
    EXPECT_THAT(allow("2031-07-01T18:00"), testing::HasSubstr("2 July 2031, 18:00 (Asia/Seoul)"))
        << "an earlier one takes nothing away";
    const auto refused = office.post("/office/2014/extensions",
                                     {{"city", city}, {"until", "2031-06-30T18:00"}, {"reason", "A flood"}});
    EXPECT_EQ(refused.status, 422) << "no longer than all have";
    EXPECT_TRUE(refused.has("until-error"));
}

TEST_F(office_pages, E4_a_general_extension_is_a_decision_before_the_old_deadline_only) {
    lay();
    EXPECT_EQ(office
                  .post("/office/2014/moves/extend_deadline",
                        {{"new_closes_at", wall("3 days")}, {"reason", "Many asked"}})
                  .status,
              409)
        << "the old deadline has passed";
    set_state(workflow::edition_state::open);
    service_.run(R"(update edition set closed_at = null, closes_at = now() + interval '1 hour',
                        judging_opens_at = now() + interval '9 days', judging_closes_at = now() + interval '20 days')");
    const auto too_early = office.post("/office/2014/moves/extend_deadline",
                                       {{"new_closes_at", wall("1 minute")}, {"reason", "Many asked"}});
    EXPECT_EQ(too_early.status, 422) << too_early.text();
    EXPECT_EQ(
        office.post("/office/2014/moves/extend_deadline", {{"new_closes_at", wall("3 days")}, {"reason", ""}})
            .status,
        422);
    const auto extended = office.post("/office/2014/moves/extend_deadline",
                                      {{"new_closes_at", wall("3 days")}, {"reason", "Many asked"}});
    ASSERT_EQ(extended.status, 303) << extended.text();
    EXPECT_EQ(count("select count(*) from decision where kind = 'deadline_change'"), 1);
    EXPECT_EQ(count("select count(*) from edition where closes_at > now() + interval '2 days'"), 1);
}

TEST_F(office_pages, the_ceremony_is_postponed_and_nothing_else_moves) {
    lay({}, workflow::edition_state::decided);
    service_.run(R"(update edition set opens_at = date_trunc('minute', opens_at),
                        closes_at = date_trunc('minute', closes_at), judging_opens_at = date_trunc('minute', judging_opens_at),
                        judging_closes_at = date_trunc('minute', judging_closes_at), ceremony_on = '2031-11-05')");
    const auto shown = office.get("/office/2014/set-up/calendar");
    fields form{{"version", shown.value_of("version")},
                {"grace_minutes", "0"},
                {"announce_at", ""},
                {"ceremony_on", "2031-12-05"},
                {"theme", ""},
                {"ceremony_event", "The General Assembly"}};
    for (const auto* name : {"name", "organiser", "host", "zone", "opens_at", "closes_at", "judging_opens_at",
                             "judging_closes_at", "ceremony_place", "appeal_days"})
        form.emplace_back(name, shown.value_of(name));
    const auto saved = office.post("/office/2014/set-up/calendar", form);
    ASSERT_EQ(saved.status, 303) << saved.text();
    EXPECT_EQ(in_state(), "decided");
    EXPECT_EQ(count("select count(*) from edition where announce_at is null and announced_at is null and "
                    "ceremony_on = '2031-12-05'"),
              1);
    EXPECT_TRUE(browser(service_).get("/editions/2014").has("2031"));
}

TEST_F(office_pages, T6_the_overview_tells_when_stages_began_and_plans_only_what_is_ahead) {
    lay({}, workflow::edition_state::open);
    service_.run(
        R"(update edition set opens_at = now() - interval '9 days', closes_at = now() + interval '9 days',
                    judging_opens_at = now() + interval '10 days', judging_closes_at = now() + interval '20 days')");
    ASSERT_EQ(move("close_call", "Everybody is here").status, 303);
    service_.run(
        "update edition set judging_opens_at = now() + interval '400 days', "
        "judging_closes_at = now() + interval '401 days'");
    const auto planned = service_.value<std::string>(
        "select to_char(judging_opens_at at time zone 'UTC', 'YYYY-MM-DD\"T\"') from edition");
    add_judge("Kim", "CA"), add_judge("Ann", "CA");
    add_entry("Seoul", "KR");
    EXPECT_TRUE(office.get("/office/2014").has(planned));
    start_judging();
    EXPECT_FALSE(office.get("/office/2014").has(planned)) << "judging began today, whatever was planned";
}

TEST_F(office_pages, T6_who_closes_judging_is_told_of_entries_that_nobody_scored) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    add_entry("Lima", "PE");
    start_judging();
    score_one(kim, seoul, 7), score_one(ann, seoul, 7), score_one(kim, paris, 7);
    for (auto left = count("select count(*) from scorecard where state = 'assigned'"); left > 0; --left) {
        const auto card = std::to_string(count("select min(id) from scorecard where state = 'assigned'"));
        const auto excused =
            office.post("/office/2014/scorecards/" + card,
                        {{"action", "excuse"}, {"reason_" + card, "On leave"}, {"confirmed", "yes"}});
        ASSERT_EQ(excused.status, 303) << excused.text();
    }
    const auto asked = office.get("/office/2014/moves/close_judging");
    EXPECT_TRUE(asked.says("Entries that nobody has scored: 1.")) << asked.text();
    EXPECT_TRUE(asked.says("Entries with fewer scorecards than the minimum of 2: 1."));
}

}  // namespace
}  // namespace tests
