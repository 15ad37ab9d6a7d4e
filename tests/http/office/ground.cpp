#include "tests/http/office/ground.hpp"

#include "server/store/documents.hpp"
#include "server/store/entry_versions.hpp"
#include "workflow/rules.hpp"

namespace tests {

using std::chrono::hours;

office_test::office_test() : mina_(service_.add_secretariat("Mina")), jun_(service_.add_secretariat("Jun")) {
    office.sign_in_as(mina_);
}

void office_test::lay(const change_of_edition& change) {
    edition_ = service_.with_database([&](store::database& db) {
        workflow::edition made;
        made.ordinal = 2, made.year = 2014, made.key = "2014", made.name = "2nd WeGO Awards 2014";
        made.calendar = {"Asia/Seoul",
                         db.now() - hours(96),
                         db.now() - hours(2),
                         0,
                         db.now() - hours(1),
                         db.now() + hours(96),
                         {},
                         ""};
        made.categories = {{{}, "services", "Services", "", 1}, {{}, "open_city", "Open City", "", 2}};
        made.tiers = {{{}, "best", "Best", 1, 1, false}, {{}, "outstanding", "Outstanding", 2, 1, false}};
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(1);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 10000;
        rules.rubric.criteria[0].scale_min = 1, rules.rubric.criteria[0].scale_max = 10;
        rules.rubric.reason_at_scale_ends = false;
        rules.minimum_judges_per_entry = 2;
        rules.rounds = {{"scoring", "Scoring", "scoring", {}}};
        rules.tie_ladder = {{workflow::tie_rung::second_ballot, ""}};
        if (change) change(made, rules);
        return store::add_edition(db, {{workflow::role::secretariat, mina_}, std::nullopt}, made, rules);
    });
    service_.run(R"(update edition set state = 'screening', opened_at = opens_at, closed_at = closes_at
                    where id = :id)",
                 {{"id", edition_}});
}

office_test::judge office_test::add_judge(const std::string& name, std::string_view country, part as) {
    const auto person = service_.add_secured_person(name);
    const auto id = service_.value<workflow::judge_id>(
        R"(insert into judge (edition_id, person_id, name, country, alternate, identity_checked_at, terms_accepted_at,
                              terms_name)
           values (:edition, :person, :name, :country, :alternate,
                   case when cast(:verified as boolean) then now() end, now(), :name) returning id)",
        {{"edition", edition_},
         {"person", person},
         {"name", name},
         {"country", country},
         {"alternate", as == part::alternate},
         {"verified", as != part::unverified}});
    return {person, id, name};
}

workflow::entry_id office_test::add_entry(const std::string& city, std::string_view country,
                                          std::string_view state, std::string_view category) {
    const auto applicant = service_.add_person(city);
    const int number = ++entries_;
    return service_.with_database([&](store::database& db) {
        const auto of = db.value<workflow::city_id>(
            R"(insert into city (official_name, printed_name, country, printed_country, approved_at)
               values (:name, :name, :country, :country, now()) returning id)",
            {{"name", city}, {"country", country}});
        db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
               {{"city", of}, {"person", applicant}});
        const auto entry = db.value<workflow::entry_id>(
            R"(insert into entry (edition_id, city_id, category_id, title, created_by)
               select :edition, :city, id, :title, :by from category where edition_id = :edition and key = :category
               returning id)",
            {{"edition", edition_},
             {"city", of},
             {"title", "Project of " + city},
             {"by", applicant},
             {"category", category}});
        store::kept_version kept;
        kept.entry = entry;
        kept.number = 1;
        kept.city = of;
        kept.city_name = city;
        kept.title = "Project of " + city;
        kept.fields = {{"project", "The project", "summary", "Summary", "What " + city + " did", "", false}};
        store::keep_version(db, edition_, kept, applicant);
        db.run(
            R"(update entry set state = :state, number = :number, current_version = 1, submitted_at = now(),
                      place = case when :state in ('lapsed', 'withdrawn') then null else 1 end,
                      returned_reason = case when :state = 'returned' then 'A figure is missing' else '' end,
                      return_due_at = case when :state = 'returned' then now() + interval '1 day' end
                  where id = :id)",
            {{"state", state}, {"number", number}, {"id", entry}});
        return entry;
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
    return office.post("/office/2014/moves/" + std::string(action), {{"reason", std::move(reason)}});
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
    form.emplace_back("none", "yes"), form.emplace_back("typed_name", who.name);
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

void office_test::set_state(std::string_view state) {
    service_.run("update edition set state = :state where id = :id", {{"state", state}, {"id", edition_}});
}

workflow::person_id office_test::applicant_of(workflow::entry_id entry) {
    return service_.value<workflow::person_id>("select created_by from entry where id = :id",
                                               {{"id", entry}});
}

}  // namespace tests
