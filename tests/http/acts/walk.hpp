#pragma once
// An edition of the demonstration in one transaction, to walk the lifecycles' tables on: acts by its people,
// and what each act left behind. Every row that an act went through is looked up in the log, and what the row
// names in "then tell" has to be there. Rolled back at the end.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "server/acts/moving.hpp"
#include "server/commands/demo.hpp"
#include "tests/support/database.hpp"
#include "workflow/lifecycle.hpp"

namespace tests {

// What the consequences leave, counted: by the consequence's own word, or a letter's occasion.
using traces = std::map<std::string, std::int64_t>;

class walk {
public:
    // `seen` collects the rows that were walked, as "entry draft submit".
    walk(commands::demo_stage, std::set<std::string>& seen);

    acts::acting as(workflow::role, std::optional<workflow::person_id>,
                    std::string reason = "As the test wants it");
    acts::acting by_office(std::size_t member = 0) {
        return as(workflow::role::secretariat, office_.at(member));
    }
    acts::acting by_clock() { return as(workflow::role::clock, std::nullopt, ""); }
    acts::acting by_city_of(workflow::entry_id);
    acts::acting by_judge_of(workflow::scorecard_id);

    // The answer of the service itself, who sees everything but scores.
    template <class Value>
    Value ask(std::string_view sql, store::parameters values = {}) {
        by_clock();
        return db.value<Value>(sql, values);
    }
    workflow::entry_id entry_in(workflow::entry_state);
    workflow::scorecard_id card_in(workflow::scorecard_state);

    // Makes it, and expects of each row it went through what that row names.
    template <class Act>
    void make(Act act) {
        const auto before = count_traces();
        const auto last = last_event();
        const auto done = act();
        EXPECT_TRUE(done.has_value()) << (done ? "" : boost::describe::enum_to_string(done.error().code, ""));
        if (done) expect_what_followed(before, last);
    }

private:
    traces count_traces();
    std::int64_t last_event();
    void expect_what_followed(const traces& before, std::int64_t last);

    throw_away_database copy_;

public:
    store::database db;
    workflow::edition_id edition{};

private:
    std::vector<workflow::person_id> office_;
    std::set<std::string>& seen_;
};

}  // namespace tests
