#include "tests/http/office/ground.hpp"

namespace tests {

using std::chrono::hours;

office_test::office_test() : mina_(service_.add_secretariat("Mina")), jun_(service_.add_secretariat("Jun")) {
    office.sign_in_as(mina_);
}

void office_test::lay(const change_of_edition& change, workflow::edition_state state) {
    edition_ = service_.with_database([&](store::database& db) {
        edition_built made{.state = state, .by = mina_};
        made.edition.calendar = {"Asia/Seoul",
                                 db.now() - hours(96),
                                 db.now() - hours(2),
                                 0,
                                 db.now() - hours(1),
                                 db.now() + hours(96),
                                 {},
                                 ""};
        made.edition.categories.push_back({{}, "open_city", "Open City", "", 2});
        auto& rules = made.rules;
        rules.rubric.criteria.resize(1);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 10000;
        rules.rubric.criteria[0].scale_min = 1, rules.rubric.criteria[0].scale_max = 10;
        rules.rubric.reason_at_scale_ends = false;
        rules.minimum_judges_per_entry = 2;
        rules.rounds = {{"scoring", "Scoring", "scoring", {}}};
        rules.tie_ladder = {{workflow::tie_rung::second_ballot, ""}};
        if (change) change(made.edition, rules);
        return made.put(db);
    });
}

office_test::judge office_test::add_judge(const std::string& name, std::string_view country, part as) {
    const auto person = service_.add_secured_person(name);
    const auto id = service_.with_database([&](store::database& db) {
        return judge_built{.edition = edition_,
                           .person = person,
                           .name = name,
                           .country = std::string(country),
                           .alternate = as == part::alternate,
                           .verified = as != part::unverified}
            .put(db);
    });
    return {person, id, name};
}

workflow::entry_id office_test::add_entry(const std::string& city, std::string_view country,
                                          workflow::entry_state state, const std::string& category) {
    const auto applicant = service_.add_person(city);
    return service_.with_database([&](store::database& db) {
        const std::string in(country);
        const auto of =
            city_built{.name = city, .country = in, .printed_country = in, .applicant = applicant}.put(db);
        return entry_built{.edition = edition_,
                           .city = of,
                           .category = category,
                           .title = "Project of " + city,
                           .by = applicant,
                           .state = state}
            .put(db);
    });
}

void office_test::add_file(workflow::entry_id entry, std::string_view name, std::string_view bytes) {
    service_.with_database([&](store::database& db) {
        const auto file = db.value<workflow::file_id>(
            R"(insert into attachment (entry_id, edition_id, name, media_type, size, received, hash, state)
               values (:entry, :edition, :name, 'application/pdf', length(:bytes), length(:bytes), :hash, 'stored')
               returning id)",
            {{"entry", entry},
             {"edition", edition_},
             {"name", name},
             {"bytes", bytes},
             {"hash", store::bytes{store::sha256(bytes)}}});
        db.run(
            "insert into attachment_chunk (attachment_id, edition_id, start, bytes) values (:file, :edition, "
            "0, :bytes)",
            {{"file", file}, {"edition", edition_}, {"bytes", store::bytes{std::string(bytes)}}});
    });
}

page office_test::move(std::string_view action, std::string reason) {
    browser jun(service_);
    jun.sign_in_as(jun_);
    return done_by_two(service_, office, jun, "/office/2014/moves/" + std::string(action),
                       {{"reason", std::move(reason)}});
}

void office_test::start_judging() {
    ASSERT_EQ(office.post("/office/2014/judging/assign").status, 303);
    const auto started = move("start_judging");
    ASSERT_EQ(started.status, 303) << started.text();
}

void office_test::declare(browser& as, const judge& who) {
    const auto waiting = as.get("/judging/2014/conflicts");
    if (waiting.status != 200) return;
    fields form;
    for (const auto& [name, value] : waiting.hidden_fields())
        if (name == "shown") form.emplace_back(name, value);
    form.emplace_back("typed_name", who.name);
    const auto declared = as.post("/judging/2014/conflicts", form);
    EXPECT_EQ(declared.status, 303) << declared.text();
}

void office_test::give(browser& as, std::int64_t card, int score) {
    const auto url = "/judging/scorecards/" + std::to_string(card);
    const auto version =
        service_.value<int>("select version from scorecard where id = :card", {{"card", card}});
    const auto saved = as.post(
        url,
        {{"version", std::to_string(version)}, {"score.impact", std::to_string(score)}, {"then", "check"}});
    ASSERT_EQ(saved.status, 303) << saved.text();
    const auto sheet = as.get(url + "/confirm");
    const auto submitted = as.post(url + "/submit", {{"version", sheet.value_of("version")}});
    ASSERT_EQ(submitted.status, 303) << submitted.text();
}

void office_test::score(const judge& who, int score) {
    browser as(service_);
    as.sign_in_as(who.person);
    declare(as, who);
    const auto cards = service_.with_database([&](store::database& db) {
        return db.values<std::int64_t>(
            "select id from scorecard where judge_id = :judge and state in ('assigned', 'in_progress') order "
            "by id",
            {{"judge", who.id}});
    });
    for (const auto card : cards) give(as, card, score);
}

void office_test::score_one(const judge& who, workflow::entry_id entry, int score) {
    browser as(service_);
    as.sign_in_as(who.person);
    declare(as, who);
    give(as, std::stoll(card_of(who, entry)), score);
}

std::int64_t office_test::count(std::string_view sql, store::parameters values) {
    return service_.value<std::int64_t>(sql, values);
}

std::string office_test::state_of(const judge& who, workflow::entry_id entry) {
    return service_.value<std::string>(
        R"(select coalesce((select state from scorecard where judge_id = :judge and entry_id = :entry
                            order by id desc limit 1), 'none'))",
        {{"judge", who.id}, {"entry", entry}});
}

std::string office_test::card_of(const judge& who, workflow::entry_id entry) {
    return std::to_string(count(
        "select id from scorecard where judge_id = :judge and entry_id = :entry order by id desc limit 1",
        {{"judge", who.id}, {"entry", entry}}));
}

std::string office_test::in_state() {
    return service_.value<std::string>("select state from edition");
}

void office_test::set_state(workflow::edition_state state) {
    service_.with_database([&](store::database& db) { bring(db, edition_, state); });
}

workflow::person_id office_test::applicant_of(workflow::entry_id entry) {
    return service_.value<workflow::person_id>("select created_by from entry where id = :id",
                                               {{"id", entry}});
}

}  // namespace tests
