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
#include "tests/support/builders.hpp"
#include "tests/support/database.hpp"
#include "tests/support/two_people.hpp"

namespace tests {

using store::database_role;
using workflow::entry_id;
using workflow::person_id;

inline const std::string address = "https://awards.example";

// An edition in deliberation: one category, two tiers, four cities with an entry each, three judges (the
// first in the chair), scores locked in one closed round.
class judged_edition : public store_test {
protected:
    explicit judged_edition(
        workflow::disclosure_policy disclosure = workflow::disclosure_policy::own_scores_to_city) {
        mina = person("mina@office.example"), jun = person("jun@office.example");
        for (const auto one : {mina, jun}) put_in_office(db, one);
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(2);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 5000;
        rules.rubric.criteria[1].key = "reach", rules.rubric.criteria[1].weight_bp = 5000;
        rules.minimum_judges_per_entry = 1;
        rules.disclosure = disclosure;
        rules.tie_ladder = {{workflow::tie_rung::key_criterion, "impact"},
                            {workflow::tie_rung::second_ballot, ""},
                            {workflow::tie_rung::chair, ""}};
        edition =
            edition_built{.rules = rules, .state = workflow::edition_state::deliberation, .by = mina}.put(db);
        who = {{workflow::role::secretariat, mina}, edition};
        category = store::load_edition(db, edition).categories.front().id;
        for (int i = 1; i <= 3; ++i) add_judge(i);
        for (int i = 1; i <= 4; ++i) add_entry(i);
        round = round_built{.edition = edition, .entries = entries, .closed = true}.put(db);
    }

    person_id person(const std::string& email) { return person_built{.email = email}.put(db); }
    void add_judge(int i) {
        const auto number = std::to_string(i);
        judges.push_back(judge_built{.edition = edition,
                                     .person = person("judge" + number + "@panel.example"),
                                     .name = "Judge " + number,
                                     .country = "FR",
                                     .chair = i == 1}
                             .put(db));
    }
    void add_entry(int i) {
        const auto number = std::to_string(i);
        applicants.push_back(person("city" + number + "@city.example"));
        const auto city = city_built{.name = "City " + number, .applicant = applicants.back()}.put(db);
        entries.push_back(entry_built{.edition = edition,
                                      .city = city,
                                      .title = "Project " + number,
                                      .by = applicants.back(),
                                      .state = workflow::entry_state::eligible}
                              .put(db));
    }
    workflow::scorecard_id score(int judge, int entry, int impact, int reach, std::string to_city = {}) {
        return scorecard_built{.round = round,
                               .judge = judges[static_cast<std::size_t>(judge)],
                               .entry = entries[static_cast<std::size_t>(entry)],
                               .scores = {{"impact", impact}, {"reach", reach}},
                               .state = workflow::scorecard_state::locked,
                               .to_city = to_city,
                               .to_panel = "For the panel alone"}
            .put(db);
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
    store::minutes minutes(std::string reason = "The panel decided so") {
        store::minutes made;
        made.reason = std::move(reason), made.present = "Judge 1";
        return made;
    }
    workflow::decision_id decide(const store::decision_body& body,
                                 const std::vector<workflow::tally_run_id>& relied = {}) {
        return acts::decide_upon(db, who, minutes(), body, relied);
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
        ASSERT_TRUE(by_two(workflow::grave_act::announce).has_value());
    }
    // T5: mina asks, jun confirms.
    workflow::verdict by_two(const store::grave_act_wanted& wanted) {
        return done_by_two(
            [&](int member) {
                in_office(member == 0 ? mina : jun);
                return request();
            },
            wanted);
    }
    workflow::verdict by_two(workflow::grave_act act, std::string reason = {}) {
        return by_two(wanted_by_two(act, std::move(reason)));
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
