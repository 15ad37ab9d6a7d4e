#pragma once
// What the tests of results stand on: an edition in deliberation with one category, two tiers, four cities
// with an entry each, three judges, and the steps from the scores to the announcement in one line each.
// Rolled back after each test.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/acts/amendments.hpp"
#include "server/acts/announcement.hpp"
#include "server/acts/corrections.hpp"
#include "server/acts/ratification.hpp"
#include "server/acts/tally.hpp"
#include "tests/support/database.hpp"

namespace tests {

using store::database_role;
using workflow::entry_id;
using workflow::person_id;

inline const std::string address = "https://awards.example";

// An edition in deliberation: one category, two tiers, four cities with an entry each, three judges (the
// first in the chair), scores locked in one closed round.
class judged_edition : public store_test {
protected:
    judged_edition() {
        mina = person("mina@office.example"), jun = person("jun@office.example");
        db.run("insert into secretariat (person_id) values (:a), (:b)", {{"a", mina}, {"b", jun}});
        store::author founding{{workflow::role::secretariat, mina}, std::nullopt};
        workflow::edition made;
        made.ordinal = 2, made.year = 2014, made.key = "2014", made.name = "2nd WeGO Awards 2014";
        made.organiser = "WeGO", made.calendar.zone = "Asia/Seoul";
        made.calendar.opens_at = db.now() - std::chrono::hours(96),
        made.calendar.closes_at = db.now() - std::chrono::hours(72);
        made.calendar.judging_opens_at = db.now() - std::chrono::hours(48);
        made.calendar.judging_closes_at = db.now() - std::chrono::hours(24);
        made.categories = {{{}, "services", "Services", "", 1}};
        made.tiers = {{{}, "best", "Best", 1, 1, false}, {{}, "outstanding", "Outstanding", 2, 1, false}};
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(2);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 5000;
        rules.rubric.criteria[1].key = "reach", rules.rubric.criteria[1].weight_bp = 5000;
        rules.minimum_judges_per_entry = 1;
        rules.tie_ladder = {{workflow::tie_rung::key_criterion, "impact"},
                            {workflow::tie_rung::second_ballot, ""},
                            {workflow::tie_rung::chair, ""}};
        edition = store::add_edition(db, founding, made, rules);
        who = {{workflow::role::secretariat, mina}, edition};
        const auto kept = store::load_rules(db, edition);
        db.run(
            R"(update edition set state = 'deliberation', opened_at = now(), rule_set_id = :rules where id = :id)",
            {{"rules", kept.id}, {"id", edition}});
        category = store::load_edition(db, edition).categories.front().id;
        round = db.value<workflow::round_id>(
            R"(insert into round (edition_id, number, name, purpose, opened_at, closed_at)
               values (:edition, 1, 'Scoring', 'scoring', now(), now()) returning id)",
            {{"edition", edition}});
        for (int i = 1; i <= 3; ++i) add_judge(i);
        for (int i = 1; i <= 4; ++i) add_entry(i);
    }

    person_id person(const std::string& email) {
        return db.value<person_id>(
            "insert into person (email, name, confirmed_at) values (:email, 'A person', now()) returning id",
            {{"email", email}});
    }
    void add_judge(int i) {
        judges.push_back(db.value<workflow::judge_id>(
            R"(insert into judge (edition_id, person_id, name, country, chair, identity_checked_at, terms_accepted_at, terms_name)
               values (:edition, :person, :name, 'FR', :chair, now(), now(), 'x') returning id)",
            {{"edition", edition},
             {"person", person("judge" + std::to_string(i) + "@panel.example")},
             {"name", "Judge " + std::to_string(i)},
             {"chair", i == 1}}));
    }
    void add_entry(int i) {
        const auto city = db.value<workflow::city_id>(
            R"(insert into city (official_name, printed_name, country, printed_country, approved_at)
               values (:name, :name, 'ES', 'Spain', now()) returning id)",
            {{"name", "City " + std::to_string(i)}});
        applicants.push_back(person("city" + std::to_string(i) + "@city.example"));
        db.run("insert into applicant (city_id, person_id, confirmed_at) values (:city, :person, now())",
               {{"city", city}, {"person", applicants.back()}});
        const auto entry = db.value<entry_id>(
            R"(insert into entry (edition_id, city_id, category_id, title, created_by)
               values (:edition, :city, :category, :title, :by) returning id)",
            {{"edition", edition},
             {"city", city},
             {"category", category},
             {"title", "Project " + std::to_string(i)},
             {"by", applicants.back()}});
        db.run(R"(insert into entry_version (entry_id, edition_id, number, body, hash, submitted_by)
                  values (:entry, :edition, 1, '{}', :hash, :by))",
               {{"entry", entry},
                {"edition", edition},
                {"hash", store::bytes{store::sha256("")}},
                {"by", applicants.back()}});
        db.run(
            R"(update entry set state = 'eligible', number = :number, place = 1, current_version = 1, submitted_at = now()
                  where id = :id)",
            {{"number", i}, {"id", entry}});
        db.run("insert into round_entry (round_id, entry_id, edition_id) values (:round, :entry, :edition)",
               {{"round", round}, {"entry", entry}, {"edition", edition}});
        entries.push_back(entry);
    }
    workflow::scorecard_id score(int judge, int entry, int impact, int reach) {
        const auto card = db.value<workflow::scorecard_id>(
            R"(insert into scorecard (edition_id, round_id, judge_id, entry_id, rule_set_id, entry_version, state,
                                      submitted_at, submitted_hash)
               select :edition, :round, :judge, :entry, rule_set_id, 1, 'locked', now(), :hash from edition
               where id = :edition returning id)",
            {{"edition", edition},
             {"round", round},
             {"judge", judges[static_cast<std::size_t>(judge)]},
             {"entry", entries[static_cast<std::size_t>(entry)]},
             {"hash", store::bytes{store::sha256("")}}});
        db.run(R"(insert into score (scorecard_id, edition_id, criterion, value)
                  values (:card, :edition, 'impact', :impact), (:card, :edition, 'reach', :reach))",
               {{"card", card}, {"edition", edition}, {"impact", impact}, {"reach", reach}});
        return card;
    }
    // 8, 7, 6, 5: one after the other.
    void score_in_order() {
        for (int entry = 0; entry < 4; ++entry)
            for (int judge = 0; judge < 3; ++judge) score(judge, entry, 8 - entry, 8 - entry);
    }
    // The first two with one mean and one key criterion.
    void score_with_a_tie() {
        for (int judge = 0; judge < 3; ++judge) {
            score(judge, 0, 8, 7), score(judge, 1, 8, 7);
            score(judge, 2, 6, 6), score(judge, 3, 5, 5);
        }
    }
    void in_office(person_id somebody) {
        who.actor.person = somebody;
        act_as(database_role::secretariat, somebody);
    }
    workflow::tally_run_id run(std::string cause = "Judging was closed") {
        const auto made = acts::run_tally(db, who, cause);
        EXPECT_TRUE(made.has_value());
        return made.value();
    }
    acts::acting request(std::string reason = {}) { return {db, who, address, std::move(reason)}; }
    store::new_decision decision(std::string kind, boost::json::object body,
                                 std::string reason = "The panel decided so") {
        store::new_decision made;
        made.kind = std::move(kind), made.reason = std::move(reason), made.present = "Judge 1",
        made.body = std::move(body);
        return made;
    }
    std::vector<judging::slot> slots() { return acts::propose(db, edition).value().slate.slots; }
    std::string build() {
        const auto built = acts::build_slate(db, who);
        EXPECT_TRUE(built.has_value())
            << (built ? "" : boost::describe::enum_to_string(built.error().code, ""));
        return store::find_living_slate(db, edition).value().hash;
    }
    void ratify() {
        in_office(mina);
        const auto hash = build();
        EXPECT_FALSE(acts::approve_slate(request(), hash).value().is_ratified);
        in_office(jun);
        EXPECT_TRUE(acts::approve_slate(request(), hash).value().is_ratified);
    }
    void announce() {
        ratify();
        const auto done = acts::announce(request());
        ASSERT_TRUE(done.has_value());
    }
    template <class Value>
    Value as_owner(std::string_view sql, store::parameters values = {}) {
        act_as_owner();
        const auto found = db.value<Value>(sql, values);
        act_as(database_role::secretariat, who.actor.person);
        return found;
    }
    std::int64_t seen_by(database_role role, std::optional<person_id> somebody, const std::string& what) {
        act_as(role, somebody);
        const auto found = db.value<std::int64_t>("select count(*) from " + what);
        act_as(database_role::secretariat, who.actor.person);
        return found;
    }

    person_id mina{}, jun{};
    workflow::edition_id edition{};
    workflow::category_id category{};
    workflow::round_id round{};
    store::author who{};
    std::vector<workflow::judge_id> judges;
    std::vector<entry_id> entries;
    std::vector<person_id> applicants;
};

}  // namespace tests
