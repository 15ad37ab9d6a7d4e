#include "tests/support/panel.hpp"

#include "server/store/editions.hpp"
#include "tests/support/builders.hpp"

namespace tests {
namespace {

workflow::rule_set small_rules() {
    auto rules = workflow::default_rules();
    const std::vector<workflow::level> levels{{1, "Nothing is shown"}, {5, "Shown with figures"}};
    rules.rubric.criteria = {{"impact", "Impact", "What has changed?", 6000, 1, 5, levels},
                             {"reach", "Reach", "Whom does it reach?", 4000, 1, 5, levels}};
    rules.rubric.reason_at_scale_ends = true;
    return rules;
}

seat add_judge(store::database& db, workflow::edition_id edition, const char* email, const char* name) {
    seat added;
    added.person = person_built{.email = email, .name = name}.put(db);
    added.judge =
        judge_built{.edition = edition, .person = added.person, .name = name, .country = "KR"}.put(db);
    return added;
}

workflow::entry_id add_entry(store::database& db, const panel& on, int number) {
    const auto city = city_built{.name = "City " + std::to_string(number)}.put(db);
    return entry_built{
        .edition = on.edition,
        .city = city,
        .title = "Project " + std::to_string(number),
        .by = on.office,
        .state = workflow::entry_state::eligible,
        .fields = {{"project", "The project", "summary", "Summary", "What it does", "", false},
                   {"contact", "Contact", "contact_name", "Contact person", "Hidden Person", "", true}}}
        .put(db);
}

void assign(store::database& db, const panel& on, seat& judge, workflow::entry_id entry, bool declared,
            workflow::scorecard_state cards) {
    judge.cards[entry] =
        scorecard_built{.round = on.round, .judge = judge.judge, .entry = entry, .state = cards}.put(db);
    if (declared)
        db.run(R"(insert into declaration (judge_id, entry_id, edition_id, has_conflict, typed_name)
                  values (:judge, :entry, :edition, false, 'A judge'))",
               {{"judge", judge.judge}, {"entry", entry}, {"edition", on.edition}});
}

}  // namespace

panel lay_panel(store::database& db, workflow::scorecard_state cards) {
    panel on;
    on.office = person_built{.email = "office@wego.example", .name = "Office"}.put(db);
    put_in_office(db, on.office);
    edition_built made{.rules = small_rules(), .state = workflow::edition_state::judging};
    // Two panels laid one after the other are the same to the letter.
    using namespace std::chrono;
    auto& dates = made.edition.calendar;
    dates.opens_at = sys_days{year{2014} / 3 / 17}, dates.closes_at = sys_days{year{2014} / 6 / 30};
    dates.judging_opens_at = sys_days{year{2014} / 7 / 15};
    dates.judging_closes_at = sys_days{year{2030} / 1 / 31};
    on.edition = made.put(db);
    on.rules = store::load_rules(db, on.edition).id;
    on.first = add_judge(db, on.edition, "first@judges.example", "First Judge");
    on.second = add_judge(db, on.edition, "second@judges.example", "Second Judge");
    on.open = add_entry(db, on, 1);
    on.undeclared = add_entry(db, on, 2);
    on.barred = add_entry(db, on, 3);
    on.round = round_built{.edition = on.edition, .entries = {on.open, on.undeclared, on.barred}}.put(db);
    assign(db, on, on.first, on.open, true, cards);
    assign(db, on, on.first, on.undeclared, false, cards);
    assign(db, on, on.first, on.barred, true, cards);
    for (const auto entry : {on.open, on.undeclared, on.barred})
        assign(db, on, on.second, entry, true, cards);
    db.run(R"(insert into conflict (edition_id, judge_id, entry_id, kind, explanation)
              values (:edition, :judge, :entry, 'recorded_relation', 'They worked together'))",
           {{"edition", on.edition}, {"judge", on.first.judge}, {"entry", on.barred}});
    return on;
}

void fill_with_canary(store::database& db, const panel& on, workflow::entry_id entry) {
    const store::parameter of{"entry", entry};
    db.run("update entry set title = 'canary' where id = :entry", {of});
    db.run(
        "update city set official_name = 'canary ' || id, printed_name = 'canary' where id = (select city_id "
        "from entry where id = :entry)",
        {of});
    db.run("update entry_version set body = 'canary' where entry_id = :entry", {of});
    const auto file = db.value<workflow::file_id>(
        R"(insert into attachment (entry_id, edition_id, name, media_type, size, received, hash, state)
           values (:entry, :edition, 'canary', 'application/pdf', 6, 6, sha256('canary'), 'stored') returning id)",
        {of, {"edition", on.edition}});
    db.run(
        "insert into attachment_chunk (attachment_id, edition_id, start, bytes) values (:file, :edition, 0, "
        "'canary')",
        {{"file", file}, {"edition", on.edition}});
    db.run("update conflict set explanation = 'canary' where entry_id = :entry", {of});
    db.run("update declaration set reason = 'canary' where entry_id = :entry", {of});
    db.run("update scorecard set reason = 'canary', explanation = 'canary' where entry_id = :entry", {of});
    db.run(R"(insert into score (scorecard_id, edition_id, criterion, value, reason)
              select id, edition_id, 'impact', 3, 'canary' from scorecard where entry_id = :entry)",
           {of});
    db.run(R"(insert into scorecard_comment (scorecard_id, edition_id, reader, body)
              select id, edition_id, 'city', 'canary' from scorecard where entry_id = :entry)",
           {of});
    db.run(R"(insert into scorecard_revision (scorecard_id, edition_id, version, body)
              select id, edition_id, 2, 'canary' from scorecard where entry_id = :entry)",
           {of});
    db.run(R"(insert into score_delta (edition_id, scorecard_id, criterion, to_value, reason)
              select edition_id, id, 'impact', 3, 'canary' from scorecard where entry_id = :entry)",
           {of});
    db.run(R"(insert into deliberation_note (edition_id, round_id, entry_id, judge_id, person_id, body)
              values (:edition, :round, :entry, :judge, :person, 'canary'))",
           {{"edition", on.edition},
            {"round", on.round},
            of,
            {"judge", on.second.judge},
            {"person", on.second.person}});
}

}  // namespace tests
