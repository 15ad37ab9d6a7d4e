// The secretariat's pages through the whole service: screening, lists and exports, deadlines, assignment and
// progress, letters and the log (E4, E5, J3, J5, T1).
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class office_pages : public office_test {
protected:
    std::string entry(workflow::entry_id id, std::string_view rest = "") {
        return "/office/2014/entries/" + number(id) + std::string(rest);
    }
    std::string entry_state(workflow::entry_id id) {
        return service_.value<std::string>("select state from entry where id = :id", {{"id", id}});
    }
    page tick_everything(workflow::entry_id id) {
        fields points;
        for (const auto* key : {"eligible_city", "one_project", "right_category", "readable", "files_open",
                                "contact_works", "not_a_double"})
            points.emplace_back(std::string("point_") + key, "yes");
        return office.post(entry(id, "/checklist"), points);
    }
    std::int64_t letters(std::string_view occasion) {
        return count("select count(*) from letter where occasion = :occasion", {{"occasion", occasion}});
    }
    std::string wall(const char* from_now) {
        return service_.value<std::string>(
            R"(select left(replace(cast(date_trunc('minute', (now() + cast(:span as interval)) at time zone 'Asia/Seoul') as text),
                                   ' ', 'T'), 16))",
            {{"span", from_now}});
    }
};

TEST_F(office_pages, an_entry_is_accepted_only_behind_a_whole_checklist) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    const auto page = office.get(entry(seoul));
    EXPECT_TRUE(page.says("The city or local government may enter this edition")) << page.text();
    const auto refused = office.post(entry(seoul, "/moves/accept"));
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.says("The city or local government may enter this edition"));
    EXPECT_EQ(entry_state(seoul), "submitted");
    ASSERT_EQ(tick_everything(seoul).status, 303);
    ASSERT_EQ(office.post(entry(seoul, "/moves/accept")).status, 303);
    EXPECT_EQ(entry_state(seoul), "eligible");
    EXPECT_EQ(letters("screening_accepted"), 1);
    EXPECT_EQ(count("select count(*) from audit_event where machine = 'entry' and action = 'accept'"), 1);
}

TEST_F(office_pages, an_entry_is_rejected_only_with_a_reason_which_the_city_gets) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    EXPECT_EQ(office.post(entry(seoul, "/moves/reject"), {{"reason_reject", ""}}).status, 422);
    EXPECT_EQ(office.post(entry(seoul, "/moves/reject"), {{"reason_reject", std::string(5000, 'x')}}).status,
              422);
    EXPECT_EQ(entry_state(seoul), "submitted");
    ASSERT_EQ(office.post(entry(seoul, "/moves/reject"), {{"reason_reject", "It is no city"}}).status, 303);
    EXPECT_EQ(entry_state(seoul), "ineligible");
    EXPECT_EQ(letters("screening_rejected"), 1);
    EXPECT_TRUE(office.get(entry(seoul)).says("It is no city"));
}

TEST_F(office_pages, an_entry_is_returned_with_a_request_and_a_due_date_that_exists) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    const auto url = entry(seoul, "/moves/return_for_completion");
    const fields request{{"reason_return_for_completion", "The figures are missing"}};
    const auto with_due = [&](const std::string& due) {
        auto form = request;
        form.emplace_back("due_at", due);
        return office.post(url, form);
    };
    const auto no_such_day = with_due("2031-06-31T18:00");
    EXPECT_EQ(no_such_day.status, 422);
    EXPECT_TRUE(no_such_day.says("There is no such date"));
    EXPECT_TRUE(no_such_day.has("The figures are missing") && no_such_day.has("2031-06-31T18:00"))
        << "what was typed stays";
    EXPECT_EQ(with_due("2001-01-01T18:00").status, 422);
    EXPECT_EQ(office.post(url, {{"reason_return_for_completion", ""}, {"due_at", wall("2 days")}}).status,
              422);
    EXPECT_EQ(entry_state(seoul), "submitted");
    ASSERT_EQ(with_due(wall("2 days")).status, 303);
    EXPECT_EQ(entry_state(seoul), "returned");
    EXPECT_EQ(letters("request_for_completion"), 1);
    EXPECT_TRUE(office.get(entry(seoul)).says("The figures are missing"));
}

TEST_F(office_pages, a_provider_without_the_citys_approval_is_held_until_the_letter_is_there) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    service_.run("update entry set third_party = true, provider_name = 'Pulse Lab' where id = :id",
                 {{"id", seoul}});
    fields points;
    for (const auto* key : {"eligible_city", "one_project", "right_category", "readable", "files_open",
                            "contact_works", "not_a_double", "letter_genuine"})
        points.emplace_back(std::string("point_") + key, "yes");
    ASSERT_EQ(office.post(entry(seoul, "/checklist"), points).status, 303);
    EXPECT_TRUE(office.get(entry(seoul)).says("Held: a provider entered"));
    EXPECT_EQ(office.post(entry(seoul, "/moves/accept")).status, 422);
    add_file(seoul, "letter.pdf", "%PDF-1.4 letter");
    service_.run("update attachment set purpose = 'approval_letter'");
    EXPECT_EQ(office.post(entry(seoul, "/moves/accept")).status, 303);
}

TEST_F(office_pages, the_secretariat_opens_an_attachment_as_a_download_and_nobody_else_by_this_way) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    add_file(seoul, "plan.pdf", "%PDF-1.4 the plan");
    const auto url = "/office/2014/attachments/" + std::to_string(count("select id from attachment"));
    EXPECT_TRUE(office.get(entry(seoul)).has(url));
    const auto file = office.get(url);
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body, "%PDF-1.4 the plan");
    EXPECT_THAT(file.header("content-disposition"), AllOf(StartsWith("attachment"), HasSubstr("plan.pdf")));
    EXPECT_EQ(file.header("x-content-type-options"), "nosniff");
    EXPECT_THAT(file.header("content-security-policy"),
                AllOf(HasSubstr("sandbox"), HasSubstr("default-src 'none'")));
    browser city(service_), judge(service_), nobody(service_), beside(service_);
    city.sign_in_as(applicant_of(seoul)), judge.sign_in_as(add_judge("Kim", "CA").person);
    const auto other = service_.add_secured_person("Beside");
    service_.run(R"(with other as (insert into edition (slug, ordinal, year, name, zone)
                                   values ('2015', 3, 2015, 'Beside', 'UTC') returning id)
                    insert into secretariat (person_id, edition_id) select cast(:person as bigint), id from other)",
                 {{"person", other}});
    beside.sign_in_as(other);
    EXPECT_EQ(city.get(url).status, 404);
    EXPECT_EQ(judge.get(url).status, 404);
    EXPECT_EQ(beside.get(url).status, 404);
    EXPECT_EQ(nobody.get(url).status, 401);
    const auto number_of_file = url.substr(url.rfind('/'));
    EXPECT_EQ(beside.get("/office/2015/attachments" + number_of_file).status, 404)
        << "another edition's door does not open it";
    EXPECT_EQ(office.get("/office/2015/attachments" + number_of_file).status, 404);
}

TEST_F(office_pages, E6_what_has_not_arrived_whole_is_no_file) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    add_file(seoul, "plan.pdf", "%PDF-1.4 the plan");
    service_.run("update attachment set state = 'uploading', hash = null, received = 3");
    EXPECT_EQ(
        office.get("/office/2014/attachments/" + std::to_string(count("select id from attachment"))).status,
        404);
}

TEST_F(office_pages,
       an_entry_moves_to_another_category_only_by_decision_with_consent_and_before_it_is_scored) {
    lay();
    const auto kim = add_judge("Kim", "CA");
    add_judge("Ann", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    const auto open_city = std::to_string(count("select id from category where key = 'open_city'"));
    const auto url = entry(seoul, "/category");
    const auto without_consent = office.post(url, {{"category", open_city}, {"why", "It opens data"}});
    EXPECT_EQ(without_consent.status, 422);
    EXPECT_TRUE(without_consent.has("It opens data"));
    EXPECT_EQ(office.post(url, {{"category", open_city}, {"why", ""}, {"consent", "yes"}}).status, 422);
    EXPECT_EQ(office.post(url, {{"category", "999"}, {"why", "x"}, {"consent", "yes"}}).status, 422);
    ASSERT_EQ(
        office.post(url, {{"category", open_city}, {"why", "It opens data"}, {"consent", "yes"}}).status,
        303);
    EXPECT_EQ(count("select count(*) from decision where kind = 'category_move'"), 1);
    EXPECT_EQ(count("select count(*) from entry where category_id = :to", {{"to", open_city}}), 1);
    start_judging();
    score_one(kim, paris, 5);
    EXPECT_EQ(
        office.post(entry(paris, "/category"), {{"category", open_city}, {"why", "Late"}, {"consent", "yes"}})
            .status,
        409);
}

TEST_F(office_pages, a_similar_project_and_a_past_winner_are_shown_and_flagged_for_a_decision) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted"), paris = add_entry("Paris", "FR", "submitted");
    service_.run("update entry set title = 'One counter'");
    service_.run(
        R"(with e as (insert into edition (slug, ordinal, year, name, zone) values ('2012', 1, 2012, '1st WeGO Awards', 'UTC') returning id),
                         k as (insert into category (edition_id, key, position, name) select id, 'services', 1, 'Services' from e returning id, edition_id),
                         n as (insert into entry_place (edition_id, place) select id, 1 from e returning edition_id)
                    insert into entry (edition_id, city_id, category_id, number, place, title, state, submitted_at, current_version)
                    select k.edition_id, (select city_id from entry where id = :seoul), k.id, 1, 1, 'Clean air', 'awarded', now(), 1
                    from k, n)",
        {{"seoul", seoul}});
    const auto page = office.get(entry(seoul));
    EXPECT_TRUE(page.says("Clean air, Seoul, 1st WeGO Awards: Awarded")) << page.text();
    EXPECT_TRUE(page.says("One counter, Paris"));
    EXPECT_TRUE(office.get(entry(paris)).says("One counter, Seoul"));
    ASSERT_EQ(office.post(entry(seoul, "/flag"), {{"flag", "past winner"}, {"decision", ""}}).status, 303);
    EXPECT_TRUE(office.get(entry(seoul)).says("past winner"));
    EXPECT_TRUE(office.get("/office/2014/entries?flagged=yes").says("1 entries"));
    ASSERT_EQ(
        office.post(entry(seoul, "/flag"), {{"flag", ""}, {"decision", "Another project: it may enter"}})
            .status,
        303);
    EXPECT_EQ(count("select count(*) from decision where kind = 'eligibility'"), 1);
    EXPECT_EQ(count("select count(*) from audit_event where action in ('flag_set', 'flag_lifted')"), 2);
}

TEST_F(office_pages, a_category_with_fewer_than_three_eligible_entries_is_flagged) {
    lay();
    for (const auto* city : {"Seoul", "Paris", "Lima"}) add_entry(city, "FR");
    add_entry("Oslo", "NO", "eligible", "open_city");
    const auto page = office.get("/office/2014");
    EXPECT_TRUE(page.says("Open City has 1 eligible entries, fewer than three")) << page.text();
    EXPECT_FALSE(page.says("Services has"));
}

TEST_F(office_pages, the_list_is_searched_filtered_and_sorted) {
    lay();
    add_entry("Seoul", "KR"), add_entry("Paris", "FR", "submitted"),
        add_entry("Oslo", "NO", "eligible", "open_city");
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
               oslo = add_entry("Oslo", "NO", "submitted");
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

TEST_F(office_pages, E4_the_calendar_takes_no_date_that_does_not_exist_and_keeps_what_was_typed) {
    lay();
    set_state("planned");
    const auto shown = office.get("/office/2014/set-up/calendar");
    const auto with = [&](const std::string& name, const std::string& value) {
        fields form{{"version", shown.value_of("version")},
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
    const auto seoul = add_entry("Seoul", "KR", "lapsed");
    const auto city = std::to_string(count("select city_id from entry"));
    service_.run("update entry set number = null, place = null, current_version = null, submitted_at = null");
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
    EXPECT_TRUE(page.says("A flood") && page.says("Mina") && page.says("Seoul")) << page.text();
    EXPECT_EQ(count("select count(*) from audit_event where action = 'extension_granted'"), 1);
    EXPECT_EQ(letters("extension_granted"), 1);
    static_cast<void>(seoul);
}

TEST_F(office_pages, E4_a_general_extension_is_a_decision_before_the_old_deadline_only) {
    lay();
    EXPECT_EQ(office
                  .post("/office/2014/moves/extend_deadline",
                        {{"new_closes_at", wall("3 days")}, {"reason", "Many asked"}})
                  .status,
              409)
        << "the old deadline has passed";
    service_.run(
        R"(update edition set state = 'open', closed_at = null, closes_at = now() + interval '1 hour',
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

TEST_F(office_pages, J3_the_assignment_has_a_minimum_takes_changes_by_hand_and_explains_gaps) {
    lay();
    const auto kim = add_judge("Kim", "KR"), ann = add_judge("Ann", "CA"), eva = add_judge("Eva", "FR");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    ASSERT_EQ(office.post("/office/2014/judging/assign").status, 303);
    const auto page = office.get("/office/2014/judging");
    EXPECT_TRUE(page.says("Seed of the assignment")) << page.text();
    EXPECT_FALSE(page.says("below the minimum"));
    EXPECT_EQ(state_of(kim, seoul), "none");
    const auto pairs = "/office/2014/judging/entries/" + number(paris);
    EXPECT_TRUE(office.get(pairs).says("Every judge")) << office.get(pairs).text();
    const auto card = card_of(ann, paris);
    ASSERT_EQ(
        office.post("/office/2014/scorecards/" + card, {{"action", "remove"}, {"reason_" + card, ""}}).status,
        303);
    EXPECT_EQ(state_of(ann, paris), "none");
    EXPECT_EQ(office.post(pairs, {{"add_judge", ""}}).status, 422);
    ASSERT_EQ(office.post(pairs, {{"add_judge", number(ann.id)}}).status, 303);
    EXPECT_TRUE(office.get(pairs).says("Assigned by hand"));
    const auto again = card_of(ann, paris);
    EXPECT_EQ(office.post("/office/2014/scorecards/" + again, {{"action", "excuse"}, {"reason_" + again, ""}})
                  .status,
              422);
    ASSERT_EQ(
        office
            .post("/office/2014/scorecards/" + again, {{"action", "excuse"}, {"reason_" + again, "On leave"}})
            .status,
        303);
    const auto gap = office.get("/office/2014/judging");
    EXPECT_TRUE(gap.says("which is below the minimum")) << gap.text();
    EXPECT_EQ(move("start_judging").status, 409);
    EXPECT_EQ(in_state(), "screening");
    static_cast<void>(eva);
}

TEST_F(office_pages, J5_no_score_average_or_order_leaves_the_office_before_judging_is_closed) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    const auto seoul = add_entry("Seoul", "KR"), paris = add_entry("Paris", "FR");
    start_judging();
    // Canaries off the scale, as a judge's submitted scorecard holds its scores.
    const auto gives = [&](const judge& who, workflow::entry_id entry, int score) {
        const auto card = std::stoll(card_of(who, entry));
        service_.run(
            "insert into score (scorecard_id, edition_id, criterion, value, reason) values (:card, :edition, "
            "'impact', :score, 'canary reason')",
            {{"card", card}, {"edition", edition_}, {"score", score}});
        service_.run(
            "insert into scorecard_comment (scorecard_id, edition_id, reader, body) values (:card, :edition, "
            "'panel', 'canary comment')",
            {{"card", card}, {"edition", edition_}});
        service_.run(
            "update scorecard set state = 'submitted', submitted_at = now(), submitted_hash = sha256('x') "
            "where id = :card",
            {{"card", card}});
    };
    gives(kim, seoul, 27183), gives(ann, seoul, 31415), gives(kim, paris, 14142);
    const auto card = card_of(kim, seoul);
    std::string seen;
    for (const auto& url : {std::string("/office"),
                            std::string("/office/2014"),
                            std::string("/office/2014/entries"),
                            std::string("/office/2014/entries.csv"),
                            entry(seoul),
                            entry(paris),
                            std::string("/office/2014/judging"),
                            "/office/2014/judging/entries/" + number(seoul),
                            std::string("/office/2014/judging/shortlist"),
                            std::string("/office/2014/conflicts"),
                            std::string("/office/2014/panel"),
                            "/office/2014/panel/" + number(kim.id),
                            "/office/2014/panel/" + number(kim.id) + "/leave",
                            std::string("/office/2014/letters"),
                            std::string("/office/2014/log"),
                            std::string("/office/2014/log?subject=scorecard"),
                            std::string("/office/2014/tally"),
                            "/office/2014/tally/entries/" + number(seoul),
                            "/office/2014/tally/scorecards/" + card,
                            std::string("/office/2014/slate"),
                            std::string("/office/2014/decisions"),
                            std::string("/office/2014/ratify"),
                            std::string("/office/2014/results.csv"),
                            std::string("/office/2014/stage-list.csv"),
                            std::string("/office/2014/set-up"),
                            std::string("/office/2014/extensions"),
                            std::string("/editions/2014"),
                            std::string("/editions/2014/winners")}) {
        const auto answer = office.get(url);
        EXPECT_NE(answer.status, 500) << url;
        seen += "\n" + url + "\n" + answer.text() + answer.body;
    }
    // The scores, their means by entry and by judge, and what was written with them.
    for (const auto* canary : {"27183", "31415", "14142", "29299", "20662", "canary"}) {
        const auto at = seen.find(canary);
        EXPECT_EQ(at, std::string::npos)
            << seen.substr(at == std::string::npos ? 0 : at - std::min<std::size_t>(at, 200), 300);
    }
    EXPECT_THAT(office.get("/office/2014/judging").text(), HasSubstr("3 of 4 scorecards submitted"));
    gives(ann, paris, 16180);
    ASSERT_EQ(move("close_judging").status, 303);
    EXPECT_TRUE(office.get("/office/2014/tally/entries/" + number(seoul)).says("27183"))
        << "and the canaries can be found";
}

TEST_F(office_pages, judges_with_open_scorecards_are_reminded_once_a_day_and_others_not) {
    lay();
    const auto kim = add_judge("Kim", "CA"), ann = add_judge("Ann", "CA");
    add_entry("Seoul", "KR");
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "judging"}}).status, 409);
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "deadline"}}).status, 409);
    start_judging();
    score(kim, 5);
    for (int press = 0; press < 2; ++press)
        EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "judging"}}).status, 303);
    EXPECT_EQ(letters("reminder_judging"), 1);
    EXPECT_EQ(service_.letters_to("ann@example.org").back().occasion, "reminder_judging");
    EXPECT_EQ(office.post("/office/2014/reminders", {{"of", "everything"}}).status, 404);
    static_cast<void>(ann);
}

TEST_F(office_pages, a_letter_that_failed_for_good_is_shown_and_sent_again) {
    lay();
    service_.run(
        R"(insert into letter (edition_id, occasion, cause, to_name, to_address, facts, state, attempts, last_error)
                    values (:edition, 'announcement', 'a test', 'Ada', 'ada@city.example', :facts, 'failed', 9, '550 no such mailbox'))",
        {{"edition", edition_}, {"facts", R"({"announced_at":"now","winners_link":"https://a.example"})"}});
    EXPECT_TRUE(office.get("/office/2014").says("1 letters could not be delivered"));
    const auto page = office.get("/office/2014/letters?state=failed");
    EXPECT_TRUE(page.says("550 no such mailbox") && page.says("ada@city.example")) << page.text();
    EXPECT_FALSE(office.get("/office/2014/letters?state=accepted").says("ada@city.example"));
    const auto again = "/office/2014/letters/" + std::to_string(count("select id from letter")) + "/again";
    ASSERT_EQ(office.post(again).status, 303);
    EXPECT_NE(service_.value<std::string>("select state from letter"), "failed");
    EXPECT_EQ(office.post(again).status, 404) << "it does not fail any more";
}

TEST_F(office_pages, T1_the_log_shows_who_did_what_and_can_be_narrowed) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", "submitted");
    tick_everything(seoul), office.post(entry(seoul, "/moves/accept"));
    const auto log = office.get("/office/2014/log?subject=entry&action=accept");
    EXPECT_TRUE(log.says("Mina (Secretariat)") && log.says("Submitted → Eligible")) << log.text().substr(900);
    EXPECT_FALSE(log.says("checklist_saved"));
    EXPECT_TRUE(office.get("/office/2014/log?subject=entry").says("checklist_saved"));
    EXPECT_EQ(office.get("/office/2014/log?subject=%27&action=%3Cb%3E&before=x").status, 200);
}

TEST_F(office_pages, the_ceremony_is_postponed_and_nothing_else_moves) {
    lay();
    service_.run(R"(update edition set state = 'decided', opens_at = date_trunc('minute', opens_at),
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

}  // namespace
}  // namespace tests
