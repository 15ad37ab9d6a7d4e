// Screening through the whole service: the checklist, what is returned, held, moved and flagged (E6).
#include "server/store/entries.hpp"
#include "tests/http/office/ground.hpp"

namespace tests {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST_F(office_pages, an_entry_is_accepted_only_behind_a_whole_checklist) {
    lay();
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    EXPECT_TRUE(no_such_day.has("The figures are missing")) << "what was typed stays";
    EXPECT_TRUE(no_such_day.has("2031-06-31T18:00")) << "what was typed stays";
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    edition_built edition_beside;
    edition_beside.edition.key = "2015", edition_beside.edition.ordinal = 3;
    service_.with_database(
        [&](store::database& db) { tests::put_in_office(db, other, edition_beside.put(db)); });
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted);
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
    const auto seoul = add_entry("Seoul", "KR", workflow::entry_state::submitted),
               paris = add_entry("Paris", "FR", workflow::entry_state::submitted);
    service_.run("update entry set title = 'One counter'");
    edition_built first;
    first.edition.key = "2012", first.edition.ordinal = 1, first.edition.name = "1st WeGO Awards";
    const auto author = applicant_of(seoul);
    service_.with_database([&](store::database& db) {
        entry_built{.edition = first.put(db),
                    .city = store::load_entry(db, seoul).city_id,
                    .title = "Clean air",
                    .by = author,
                    .state = workflow::entry_state::awarded}
            .put(db);
    });
    const auto page = office.get(entry(seoul));
    EXPECT_TRUE(page.says("Clean air, Seoul, 1st WeGO Awards: Awarded")) << page.text();
    EXPECT_TRUE(page.says("One counter, Paris"));
    EXPECT_TRUE(office.get(entry(paris)).says("One counter, Seoul"));
    ASSERT_EQ(office.post(entry(seoul, "/flag"), {{"flag", "past winner"}, {"decision", ""}}).status, 303);
    EXPECT_TRUE(office.get(entry(seoul)).says("past winner"));
    EXPECT_TRUE(office.get("/office/2014/entries?flagged=yes").says("1 entry"));
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
    add_entry("Oslo", "NO", workflow::entry_state::eligible, "open_city");
    const auto page = office.get("/office/2014");
    EXPECT_TRUE(page.says("Open City has 1 eligible entry, fewer than three")) << page.text();
    EXPECT_FALSE(page.says("Services has"));
}

}  // namespace
}  // namespace tests
