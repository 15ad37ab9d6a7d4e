// What holds however the moves follow each other: random acts of random people with random facts.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "tests/workflow/made_up.hpp"
#include "workflow/lifecycle.hpp"
#include "workflow/names.hpp"

namespace {

using namespace workflow;
using namespace std::chrono_literals;

template <class Enum>
Enum any_of() {
    return all_of<Enum>[*rc::gen::inRange<std::size_t>(0, all_of<Enum>.size())].value;
}

bool mostly() {
    return *rc::gen::inRange(0, 6) != 0;
}

edition_facts any_facts() {
    auto facts = made_up::looked_up<edition_facts>();
    facts.calendar = {"UTC", instant{1h}, instant{2h}, 0, instant{3h}, instant{4h}, instant{5h}, ""};
    facts.now = instant{std::chrono::hours{*rc::gen::inRange(0, 9)}};
    facts.reason_given = mostly();
    facts.decision_recorded = mostly();
    facts.categories = facts.tiers = facts.criteria = facts.eligible_entries = 1;
    facts.weights_total_bp = 10'000;
    facts.rule_set_frozen = mostly();
    facts.scorecards_outstanding = mostly() ? 0 : 1;
    if (!mostly()) facts.slots_unfilled_without_reason = {"Services, Best"};
    if (!mostly()) facts.unresolved_prize_line_ties = {"Services, 1"};
    facts.ratifiers = *rc::gen::inRange(1, 4);
    return facts;
}

TEST(sequences, P3_nothing_is_announced_that_two_people_did_not_ratify) {
    int announced = 0;
    EXPECT_TRUE(rc::check("announced only when ratified by two and not withdrawn since", [&announced] {
        auto state = edition_state::planned;
        bool is_ratified = false;
        for (int move = 0; move < 40; ++move) {
            // Half of the time somebody who may act acts, so that the walk gets anywhere.
            const auto open = moves_open_to(role::secretariat, state);
            const bool is_sensible = *rc::gen::arbitrary<bool>() && !open.empty();
            const auto on =
                is_sensible ? open[*rc::gen::inRange<std::size_t>(0, open.size())] : any_of<edition_action>();
            if (on == edition_action::cancel && mostly()) continue;
            const auto facts = any_facts();
            const actor who{is_sensible ? role::secretariat : any_of<role>(), {}};
            const auto answer = decide(state, on, who, facts);
            if (!answer) continue;
            if (on == edition_action::ratify) {
                RC_ASSERT(facts.ratifiers >= 2);
                RC_ASSERT(facts.slots_unfilled_without_reason->empty());
                RC_ASSERT(facts.unresolved_prize_line_ties->empty());
                is_ratified = true;
            }
            if (on == edition_action::withdraw_slate) is_ratified = false;
            if (on == edition_action::announce) {
                RC_ASSERT(is_ratified);
                RC_ASSERT(who.acts_as != role::clock || *facts.now >= *facts.calendar->announce_at);
                ++announced;
            }
            state = answer->to;
        }
    }));
    EXPECT_GT(announced, 0) << "the walk never came that far";
}

TEST(sequences, P4_an_announced_edition_never_goes_back) {
    for (const auto from : {edition_state::announced, edition_state::archived, edition_state::cancelled})
        for (const auto& [who, name] : all_of<role>)
            for (const auto on : moves_open_to(who, from)) EXPECT_EQ(on, edition_action::archive) << name;
}

}  // namespace
