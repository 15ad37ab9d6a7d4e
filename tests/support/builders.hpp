#pragma once
// The rows that tests stand on, each a small struct with what is usual in it: say what the test is about and
// put it. As the owner, by the functions of the store where there is one; a state is reached by the moves of
// tests/support/states.hpp. Knows no page and no letter.
//
//     const auto edition = tests::edition_built{.state = edition_state::open}.put(db);
//     const auto mina = tests::person_built{.email = "mina@city.example"}.put(db);
//     const auto city = tests::city_built{.name = "Seoul", .applicant = mina}.put(db);
//     const auto entry = tests::entry_built{.edition = edition, .city = city, .by = mina}.put(db);

#include <map>

#include "server/store/entry_versions.hpp"
#include "tests/support/states.hpp"
#include "workflow/rules.hpp"

namespace tests {

// The 2nd WeGO Awards 2014, in Seoul's time, with one category and two tiers.
workflow::edition edition_of_2014();

struct edition_built {
    // Without a calendar it gets one around the database's clock that fits the state.
    workflow::edition edition = edition_of_2014();
    workflow::rule_set rules = workflow::default_rules();
    workflow::edition_state state = workflow::edition_state::planned;
    std::optional<workflow::person_id> by = std::nullopt;
    // With the calendar that it would get at that instant: the same one on every database that it is put in.
    edition_built& date(workflow::instant now);
    workflow::edition_id put(store::database&) const;
};

struct person_built {
    std::string email;
    std::string name = "A person";
    workflow::person_id put(store::database&) const;
};

// Of the secretariat of this edition, or of every one; accepted and confirmed.
void put_in_office(store::database&, workflow::person_id, std::optional<workflow::edition_id> = std::nullopt);
// As the operator's command does it: no membership any more, and no account.
void close_account(store::database&, workflow::person_id);

// Approved, and with its printed name as the official one.
struct city_built {
    std::string name = "Málaga";
    std::string country = "ES", printed_country = "Spain";
    bool member = false;
    std::optional<workflow::city_id> parent = std::nullopt;
    std::optional<workflow::person_id> applicant = std::nullopt;
    workflow::city_id put(store::database&) const;
};

struct entry_built {
    workflow::edition_id edition{};
    workflow::city_id city{};
    std::string category = "services";
    std::string title = "A project";
    workflow::person_id by{};
    workflow::entry_state state = workflow::entry_state::draft;
    // What version 1 of a submitted entry holds; empty: a summary.
    std::vector<store::kept_field> fields = {};
    workflow::entry_id put(store::database&) const;
};

struct judge_built {
    workflow::edition_id edition{};
    workflow::person_id person{};
    std::string name = "A judge";
    std::string country = "CA", affiliation = "";
    bool chair = false, alternate = false;
    bool verified = true, terms_accepted = true;
    workflow::judge_id put(store::database&) const;
};

// The next round of the edition's rules, over these entries.
struct round_built {
    workflow::edition_id edition{};
    std::vector<workflow::entry_id> entries;
    bool opened = true, closed = false;
    workflow::round_id put(store::database&) const;
};

// A judge's pair with an eligible entry under the rules in force.
struct scorecard_built {
    workflow::round_id round{};
    workflow::judge_id judge{};
    workflow::entry_id entry{};
    std::map<std::string, int> scores = {};  // by criterion
    workflow::scorecard_state state = workflow::scorecard_state::assigned;
    std::string to_city = {}, to_panel = {};  // comments
    workflow::scorecard_id put(store::database&) const;
};

}  // namespace tests
