// Two services over the same database, but for the secret (J2, J5, P3): whoever may not know it gets the
// same bytes from both, whatever page is asked for. Ids, instants and sessions are the same, since one
// database is a copy of the other.
#include "server/access/tokens.hpp"
#include "server/routes.hpp"
#include "server/store/people.hpp"
#include "tests/support/demonstration.hpp"
#include "tests/support/service.hpp"

#include <gtest/gtest.h>

using commands::demo_stage;

namespace {

struct observer {
    std::string name;
    std::optional<workflow::person_id> person;
};

class two_worlds : public testing::Test {
protected:
    // `secret` changes the second world.
    void make(demo_stage stage, const std::vector<std::string>& secret) {
        for (auto& world : worlds)
            world = std::make_unique<tests::service>(nullptr, tests::demonstrated(stage));
        for (const auto& change : secret)
            EXPECT_GT(worlds[1]->run(change), 0) << change << " changes nothing";
        people = std::make_unique<tests::demonstration_people>(*worlds[0]);
    }

    // The same session in both worlds; for nobody, the same anti-forgery cookie.
    void let_in(const observer& who) {
        const auto token = access_control::make_token();
        for (std::size_t i = 0; i < 2; ++i) {
            clients[i] = std::make_unique<tests::browser>(*worlds[i]);
            clients[i]->cookies()[who.person ? "__Host-session" : "__Host-form"] = token;
            if (who.person)
                worlds[i]->with_database([&](store::database& db) {
                    store::open_session(db, access_control::hash_of(token), *who.person, true, 12, "a test");
                });
        }
    }

    std::array<tests::page, 2> ask_both(const std::string& path) {
        std::array<tests::page, 2> answers{clients[0]->get(path), clients[1]->get(path)};
        for (auto& one : answers) one.headers.erase("date"), one.headers.erase("x-request-id");
        return answers;
    }

    void expect_the_same_for(const observer& who) {
        let_in(who);
        int seen = 0;
        for (const auto& row : routes()) {
            // Lists one's sessions with their instants.
            if (!http::is_safe(row.method) || row.pattern == "/account") continue;
            for (const auto& path : people->paths_of(row.pattern)) {
                const auto [one, other] = ask_both(path);
                EXPECT_EQ(one.status, other.status) << path << " as " << who.name;
                EXPECT_EQ(one.headers, other.headers) << path << " as " << who.name;
                EXPECT_EQ(one.set_cookies, other.set_cookies) << path << " as " << who.name;
                EXPECT_TRUE(one.body_but_mark() == other.body_but_mark())
                    << path << " as " << who.name << "\n"
                    << one.text() << "\n"
                    << other.text();
                seen += one.status == 200;
            }
        }
        EXPECT_GT(seen, 8) << who.name << " saw next to nothing";
    }
    void expect_a_difference_for(const observer& who, const std::string& path) {
        let_in(who);
        const auto [one, other] = ask_both(path);
        EXPECT_EQ(one.status, 200) << path;
        EXPECT_NE(one.body_but_mark(), other.body_but_mark())
            << path << ": the worlds are the same, and the test proves nothing";
    }

    std::array<std::unique_ptr<tests::service>, 2> worlds;
    std::array<std::unique_ptr<tests::browser>, 2> clients;
    std::unique_ptr<tests::demonstration_people> people;
};

const std::string all_but_the_first =
    R"( where scorecard_id in (select s.id from scorecard s join judge j on j.id = s.judge_id
    where j.person_id <> (select min(person_id) from judge)))";

TEST_F(two_worlds, J5_others_scores_change_nothing_for_anybody_while_judging_is_open) {
    make(
        demo_stage::judging,
        {"update score set value = case when value > 2 then value - 1 else value + 1 end, reason = 'canary'" +
         all_but_the_first});
    expect_the_same_for({"nobody", std::nullopt});
    expect_the_same_for({"a city", people->city});
    expect_the_same_for({"a judge", people->judge});
    expect_the_same_for({"the secretariat", people->office});
}

TEST_F(two_worlds, P3_scores_change_nothing_for_the_public_and_the_cities_in_deliberation) {
    make(demo_stage::deliberation,
         {"update score set value = case when value > 2 then value - 1 else value + 1 end",
          "update tally_run set result = replace(result, '1', '2')"});
    expect_the_same_for({"nobody", std::nullopt});
    expect_the_same_for({"a city", people->city});
}

// The winner of the first slot and an entry of the same category that won nothing change places.
TEST_F(two_worlds, P3_winners_change_nothing_for_anybody_outside_the_secretariat_before_the_announcement) {
    make(demo_stage::decided, {R"(
        with pair as (
                 select p.entry_id, (select min(o.id) from entry o where o.category_id = p.category_id
                                     and o.sealed_state = 'not_awarded') as other
                 from slate_prize p where p.entry_id is not null order by p.id limit 1),
             moved as (update slate_prize set entry_id = pair.other from pair
                       where slate_prize.entry_id = pair.entry_id returning 1)
        update entry set sealed_state = case sealed_state when 'awarded' then 'not_awarded' else 'awarded' end
        from pair where entry.id in (pair.entry_id, pair.other))"});
    expect_the_same_for({"nobody", std::nullopt});
    expect_the_same_for({"a city", people->city});
    expect_the_same_for({"a judge", people->judge});
    expect_a_difference_for({"the secretariat", people->office}, "/office/2014/ratify");
}

}  // namespace
