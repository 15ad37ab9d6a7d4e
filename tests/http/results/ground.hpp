#pragma once
// What the tests of the pages of the result stand on: an edition in deliberation whose scores are locked, two
// members of the secretariat, and the minutes that every decision carries. Knows the way to a slate, and no
// other page.

#include <gmock/gmock.h>

#include "server/store/editions.hpp"
#include "tests/support/service.hpp"

namespace tests {

using workflow::person_id;

// An edition in deliberation with the scores of two judges on four entries: one category, two tiers. `tied`:
// the first two entries have the same scores, and a second ballot has to decide.
struct judged {
    workflow::edition_id edition{};
    workflow::category_id category{};
    std::vector<workflow::entry_id> entries;
    std::vector<workflow::judge_id> judges;
    std::vector<person_id> applicants;
};

class results_pages : public testing::Test {
protected:
    void lay(bool tied = false) {
        service_.with_database([&](store::database& db) { lay_edition(db); });
        for (int i = 1; i <= 2; ++i) add_judge(i);
        for (int i = 1; i <= 4; ++i) add_entry(i, tied && i == 2 ? 8 : 9 - i);
    }
    void lay_edition(store::database& db) {
        workflow::edition made;
        made.ordinal = 2, made.year = 2014, made.key = "2014", made.name = "2nd WeGO Awards 2014";
        made.calendar.zone = "Asia/Seoul";
        made.calendar.opens_at = db.now() - std::chrono::hours(96),
        made.calendar.closes_at = db.now() - std::chrono::hours(72);
        made.calendar.judging_opens_at = db.now() - std::chrono::hours(48);
        made.calendar.judging_closes_at = db.now() - std::chrono::hours(24);
        made.categories = {{{}, "services", "Services", "", 1}};
        made.tiers = {{{}, "best", "Best", 1, 1, false}, {{}, "outstanding", "Outstanding", 2, 1, false}};
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(1);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 10000;
        rules.minimum_judges_per_entry = 1;
        rules.tie_ladder = ladder_;
        laid_.edition =
            store::add_edition(db, {{workflow::role::secretariat, mina_}, std::nullopt}, made, rules);
        db.run("update edition set state = 'deliberation', opened_at = now() where id = :id",
               {{"id", laid_.edition}});
        laid_.category = store::load_edition(db, laid_.edition).categories.front().id;
        db.run(R"(insert into round (edition_id, number, name, purpose, opened_at, closed_at)
                  values (:edition, 1, 'Scoring', 'scoring', now(), now()))",
               {{"edition", laid_.edition}});
    }
    void add_judge(int i) {
        const auto person = service_.add_secured_person("Judge" + std::to_string(i));
        laid_.judges.push_back(service_.value<workflow::judge_id>(
            R"(insert into judge (edition_id, person_id, name, country, chair, identity_checked_at, terms_accepted_at, terms_name)
               values (:edition, :person, :name, 'FR', :chair, now(), now(), 'x') returning id)",
            {{"edition", laid_.edition},
             {"person", person},
             {"name", "Judge " + std::to_string(i)},
             {"chair", i == 1}}));
    }
    void add_entry(int i, int score) {
        const auto name = "City" + std::to_string(i);
        const auto applicant = service_.add_person(name);
        laid_.applicants.push_back(applicant);
        service_.with_database([&](store::database& db) {
            const auto city = db.value<workflow::city_id>(
                R"(insert into city (official_name, printed_name, country, printed_country, approved_at)
                   values (:name, :name, 'ES', 'Spain', now()) returning id)",
                {{"name", name}});
            db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
                   {{"city", city}, {"person", applicant}});
            const auto entry = db.value<workflow::entry_id>(
                R"(insert into entry (edition_id, city_id, category_id, title, created_by)
                   values (:edition, :city, :category, :title, :by) returning id)",
                {{"edition", laid_.edition},
                 {"city", city},
                 {"category", laid_.category},
                 {"title", "Project " + std::to_string(i)},
                 {"by", applicant}});
            db.run(R"(insert into entry_version (entry_id, edition_id, number, body, hash, submitted_by)
                      values (:entry, :edition, 1, '{}', :hash, :by))",
                   {{"entry", entry},
                    {"edition", laid_.edition},
                    {"hash", store::bytes{std::string(32, 'x')}},
                    {"by", applicant}});
            db.run(R"(update entry set state = 'eligible', number = :number, place = 1, current_version = 1,
                                       submitted_at = now() where id = :id)",
                   {{"number", i}, {"id", entry}});
            db.run(
                "insert into round_entry (round_id, entry_id, edition_id) select id, :entry, edition_id from "
                "round",
                {{"entry", entry}});
            db.run(R"(with made as (
                          insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, state,
                                                 submitted_at, submitted_hash)
                          select e.id, r.id, j.id, :entry, e.rule_set_id, 1, 'locked', now(), :hash
                          from edition e join round r on r.edition_id = e.id join judge j on j.edition_id = e.id
                          returning id, edition_id)
                      insert into score (scorecard_id, edition_id, criterion, value)
                      select id, edition_id, 'impact', :score from made)",
                   {{"entry", entry}, {"hash", store::bytes{std::string(32, 'x')}}, {"score", score}});
            laid_.entries.push_back(entry);
        });
    }
    // Up to a slate that nobody has approved yet; returns its hash as the page holds it.
    std::string build(browser& office) {
        EXPECT_EQ(office.post("/office/2014/tally", {{"cause", "Judging was closed"}}).status, 303);
        EXPECT_EQ(office.post("/office/2014/slate").status, 303);
        return office.get("/office/2014/ratify").value_of("hash");
    }
    fields minutes(fields more, const std::string& reason = "The panel decided so") {
        more.emplace_back("reason", reason);
        return more;
    }
    static std::string number(auto id) { return std::to_string(workflow::value(id)); }

    std::vector<workflow::ladder_step> ladder_{{workflow::tie_rung::key_criterion, "impact"},
                                               {workflow::tie_rung::second_ballot, ""}};
    service service_;
    person_id mina_ = service_.add_secretariat("Mina"), jun_ = service_.add_secretariat("Jun");
    judged laid_;
};

}  // namespace tests
