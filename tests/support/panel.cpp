#include "tests/support/panel.hpp"

#include "server/store/documents.hpp"
#include "server/store/entry_versions.hpp"
#include "workflow/rules.hpp"

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

workflow::person_id add_person(store::database& db, const char* email, const char* name) {
    return db.value<workflow::person_id>(
        "insert into person (email, name, confirmed_at) values (:email, :name, now()) returning id",
        {{"email", email}, {"name", name}});
}

seat add_judge(store::database& db, workflow::edition_id edition, const char* email, const char* name) {
    seat added;
    added.person = add_person(db, email, name);
    added.judge = db.value<workflow::judge_id>(
        R"(insert into judge (edition_id, person_id, name, country, identity_checked_at, terms_accepted_at, terms_name)
           values (:edition, :person, :name, 'KR', now(), now(), :name) returning id)",
        {{"edition", edition}, {"person", added.person}, {"name", name}});
    return added;
}

workflow::entry_id add_entry(store::database& db, const panel& on, workflow::category_id category,
                             int number) {
    const auto name = "City " + std::to_string(number);
    const auto city = db.value<workflow::city_id>(
        R"(insert into city (official_name, printed_name, country, printed_country, approved_at)
           values (:name, :name, 'ES', 'Spain', now()) returning id)",
        {{"name", name}});
    const auto entry = db.value<workflow::entry_id>(
        R"(insert into entry (edition_id, city_id, category_id, number, place, title, state, submitted_at, current_version)
           values (:edition, :city, :category, :number, 1, :title, 'eligible', now(), 1) returning id)",
        {{"edition", on.edition},
         {"city", city},
         {"category", category},
         {"number", number},
         {"title", "Project " + std::to_string(number)}});
    store::kept_version kept;
    kept.entry = entry;
    kept.city = city;
    kept.city_name = name;
    kept.title = "Project " + std::to_string(number);
    kept.fields = {{"project", "The project", "summary", "Summary", "What it does", "", false},
                   {"contact", "Contact", "contact_name", "Contact person", "Hidden Person", "", true}};
    store::keep_version(db, on.edition, kept, on.office);
    db.run("insert into round_entry (round_id, entry_id, edition_id) values (:round, :entry, :edition)",
           {{"round", on.round}, {"entry", entry}, {"edition", on.edition}});
    return entry;
}

void assign(store::database& db, const panel& on, seat& judge, workflow::entry_id entry, bool declared) {
    judge.cards[entry] = db.value<workflow::scorecard_id>(
        R"(insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, state)
           values (:edition, :round, :judge, :entry, :rules, 1, 'in_progress') returning id)",
        {{"edition", on.edition},
         {"round", on.round},
         {"judge", judge.judge},
         {"entry", entry},
         {"rules", on.rules}});
    if (declared)
        db.run(R"(insert into declaration (judge_id, entry_id, edition_id, has_conflict, typed_name)
                  values (:judge, :entry, :edition, false, 'A judge'))",
               {{"judge", judge.judge}, {"entry", entry}, {"edition", on.edition}});
}

}  // namespace

panel lay_panel(store::database& db) {
    panel on;
    on.office = add_person(db, "office@wego.example", "Office");
    on.edition = db.value<workflow::edition_id>(
        R"(insert into edition (slug, ordinal, year, name, zone, opens_at, closes_at, judging_opens_at, judging_closes_at)
           values ('2014', 2, 2014, '2nd WeGO Awards 2014', 'Asia/Seoul', '2014-03-17', '2014-06-30', '2014-07-15',
                   '2030-01-31') returning id)");
    db.run("insert into secretariat (person_id) values (:person)", {{"person", on.office}});
    const auto text = store::to_document(small_rules());
    on.rules = db.value<workflow::rule_set_id>(
        R"(insert into rule_set (edition_id, version, body, hash, frozen_at)
           values (:edition, 1, :body, :hash, now()) returning id)",
        {{"edition", on.edition}, {"body", text}, {"hash", store::bytes{store::sha256(text)}}});
    db.run(
        "update edition set rule_set_id = :rules, opened_at = now(), closed_at = now(), state = 'judging' "
        "where id = :edition",
        {{"rules", on.rules}, {"edition", on.edition}});
    const auto category = db.value<workflow::category_id>(
        "insert into category (edition_id, key, position, name) values (:edition, 'services', 1, 'Services') "
        "returning id",
        {{"edition", on.edition}});
    db.run("insert into entry_place (edition_id, place) values (:edition, 1), (:edition, 2)",
           {{"edition", on.edition}});
    on.round = db.value<workflow::round_id>(
        R"(insert into round (edition_id, number, name, purpose, opened_at)
           values (:edition, 1, 'Scoring', 'scoring', now()) returning id)",
        {{"edition", on.edition}});
    on.first = add_judge(db, on.edition, "first@judges.example", "First Judge");
    on.second = add_judge(db, on.edition, "second@judges.example", "Second Judge");
    on.open = add_entry(db, on, category, 1);
    on.undeclared = add_entry(db, on, category, 2);
    on.barred = add_entry(db, on, category, 3);
    assign(db, on, on.first, on.open, true);
    assign(db, on, on.first, on.undeclared, false);
    assign(db, on, on.first, on.barred, true);
    for (const auto entry : {on.open, on.undeclared, on.barred}) assign(db, on, on.second, entry, true);
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
