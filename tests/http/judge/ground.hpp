#pragma once
// What the tests of a judge's pages stand on: a database with a panel in it, both judges signed in, and a
// judge who asks the features directly, with the policy, the role and the pages together.

#include <gtest/gtest.h>

#include "server/features/judge/autosave.hpp"
#include "server/features/judge/scorecard.hpp"
#include "tests/support/asking.hpp"
#include "tests/support/panel.hpp"
#include "tests/support/states.hpp"

namespace tests {

using access_control::right;

template <class Id>
std::string text(Id id) {
    return std::to_string(workflow::value(id));
}

// A database with a panel in it, and both judges signed in.
class judges_world {
public:
    explicit judges_world(const std::string& others_scores = "") : owner_(database_.owner_connection(), {}) {
        begin();
        on = lay_panel(owner_, workflow::scorecard_state::assigned);
        if (!others_scores.empty()) give_scores(others_scores);
        commit();
        first.emplace(database_.connection(), signed_in(), on.first.person);
        second.emplace(database_.connection(), signed_in(), on.second.person);
        owner_.commit();
    }
    workflow::scorecard_id card() const { return on.first.cards.at(on.open); }
    // One command as the owner.
    void as_owner(std::string_view sql, store::parameters values) {
        begin();
        owner_.run(sql, values);
        commit();
    }
    void bring(auto row, auto state) {
        begin();
        tests::bring(owner_, row, state);
        commit();
    }
    template <class Value>
    Value ask(std::string_view sql, store::parameters values = {}) {
        begin();
        auto value = owner_.value<Value>(sql, values);
        commit();
        return value;
    }

    panel on;
    std::optional<asking> first, second;

private:
    void begin() {
        owner_.begin(store::transaction_kind::write, store::database_role::secretariat, std::nullopt);
        owner_.run_script("set local role none");
    }
    void commit() { owner_.commit(); }
    store::database& signed_in() {
        if (!owner_.in_transaction()) begin();
        return owner_;
    }
    void give_scores(const std::string& score) {
        for (const auto& [entry, card] : on.second.cards) {
            owner_.run(
                "insert into score (scorecard_id, edition_id, criterion, value) values (:card, :edition, "
                "'impact', :value)",
                {{"card", card}, {"edition", on.edition}, {"value", score}});
            owner_.run(R"(insert into scorecard_comment (scorecard_id, edition_id, reader, body)
                          values (:card, :edition, 'panel', :body))",
                       {{"card", card}, {"edition", on.edition}, {"body", "comment of " + score}});
            if (score == "5") tests::bring(owner_, card, workflow::scorecard_state::submitted);
        }
    }
    throw_away_database database_;
    store::database owner_;
};

class judging_http : public testing::Test {
protected:
    judges_world here;
    fields edition{{"edition", "2014"}};
    fields card{{"scorecard", text(here.card())}};

    reply get(features::feature* feature, right what, fields parameters) {
        return (*here.first)({feature, what, std::move(parameters)});
    }
    reply post(features::feature* feature, right what, fields parameters, fields form) {
        return (*here.first)({feature, what, std::move(parameters), std::move(form)});
    }
    reply autosave(const std::string& field, const std::string& value, int version) {
        return (*here.first)({features::autosave_scorecard,
                              right::score,
                              card,
                              {{"field", field}, {"value", value}, {"version", std::to_string(version)}},
                              true});
    }
    int scores() { return here.ask<int>("select count(*) from score where value is not null"); }
};

inline bool has(const reply& reply, std::string_view text) {
    return reply.body.find(text) != std::string::npos;
}

}  // namespace tests
