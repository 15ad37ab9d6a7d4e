#pragma once
// What the tests of the pages of the result stand on: an edition in deliberation whose scores are locked, two
// members of the secretariat, and the minutes that every decision carries. Knows the way to a slate, and no
// other page.

#include <gmock/gmock.h>

#include "server/store/editions.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/service.hpp"
#include "tests/support/two_people.hpp"

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
        laid_.edition = service_.with_database([&](store::database& db) { return put_edition(db); });
        for (int i = 1; i <= 2; ++i) add_judge(i);
        for (int i = 1; i <= 4; ++i) add_entry(i);
        service_.with_database([&](store::database& db) {
            laid_.category = store::load_edition(db, laid_.edition).categories.front().id;
            const auto round =
                round_built{.edition = laid_.edition, .entries = laid_.entries, .closed = true}.put(db);
            for (int i = 1; i <= 4; ++i)
                for (const auto judge : laid_.judges)
                    scorecard_built{.round = round,
                                    .judge = judge,
                                    .entry = laid_.entries[static_cast<std::size_t>(i - 1)],
                                    .scores = {{"impact", tied && i == 2 ? 8 : 9 - i}},
                                    .state = workflow::scorecard_state::locked,
                                    .to_city = "Written for city " + std::to_string(i)}
                        .put(db);
        });
    }
    workflow::edition_id put_edition(store::database& db) {
        auto rules = workflow::default_rules();
        rules.rubric.criteria.resize(1);
        rules.rubric.criteria[0].key = "impact", rules.rubric.criteria[0].weight_bp = 10000;
        rules.minimum_judges_per_entry = 1;
        rules.tie_ladder = ladder_;
        rules.disclosure = disclosure_;
        return edition_built{.rules = rules, .state = workflow::edition_state::deliberation, .by = mina_}.put(
            db);
    }
    void add_judge(int i) {
        const auto number = std::to_string(i);
        const auto person = service_.add_secured_person("Judge" + number);
        laid_.judges.push_back(service_.with_database([&](store::database& db) {
            return judge_built{.edition = laid_.edition,
                               .person = person,
                               .name = "Judge " + number,
                               .country = "FR",
                               .chair = i == 1}
                .put(db);
        }));
    }
    void add_entry(int i) {
        const auto name = "City" + std::to_string(i);
        const auto applicant = service_.add_person(name);
        laid_.applicants.push_back(applicant);
        laid_.entries.push_back(service_.with_database([&](store::database& db) {
            return entry_built{.edition = laid_.edition,
                               .city = city_built{.name = name, .applicant = applicant}.put(db),
                               .title = "Project " + std::to_string(i),
                               .by = applicant,
                               .state = workflow::entry_state::eligible}
                .put(db);
        }));
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
    // Those in force that say that their prize is shared.
    std::int64_t shared_certificates() {
        return service_.value<std::int64_t>(
            R"(select count(*) from certificate where state = 'issued' and body like '%"is_shared":true%')");
    }
    static std::string number(auto id) { return std::to_string(workflow::value(id)); }

    // From the slate to the public result, by both members of the secretariat.
    void announce() {
        browser mina(service_), jun(service_);
        mina.sign_in_as(mina_), jun.sign_in_as(jun_);
        const auto hash = build(mina);
        EXPECT_EQ(mina.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
        EXPECT_EQ(jun.post("/office/2014/ratify", {{"hash", hash}}).status, 303);
        announce(jun, mina, hash);
    }
    // T5: one asks, another one confirms.
    void announce(browser& first, browser& second, const std::string& hash) {
        const auto done = done_by_two(service_, first, second, "/office/2014/announce",
                                      {{"hash", hash}, {"typed_year", "2014"}});
        EXPECT_EQ(done.status, 303) << done.text();
        EXPECT_EQ(service_.value<std::string>("select state from edition"), "announced");
    }

    workflow::disclosure_policy disclosure_ = workflow::disclosure_policy::own_scores_to_city;
    std::vector<workflow::ladder_step> ladder_{{workflow::tie_rung::key_criterion, "impact"},
                                               {workflow::tie_rung::second_ballot, ""}};
    service service_;
    person_id mina_ = service_.add_secretariat("Mina"), jun_ = service_.add_secretariat("Jun");
    judged laid_;
};

}  // namespace tests
