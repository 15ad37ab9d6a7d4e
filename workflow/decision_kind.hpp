#pragma once
// What people decide and minute. The word is the database's, the office's pages say it in a sentence, and
// each kind has the body that says what was decided (server/store/decision_bodies.hpp).

#include <boost/describe.hpp>

namespace workflow {

enum class decision_kind {
    // entries and the edition
    eligibility,
    shortlist,
    deadline_change,
    category_move,
    category_merge,
    tier_creation,
    rule_change,
    // ties: the three ways in which people end one (J7)
    second_ballot,
    chair_choice,
    tie_order,
    // prizes before the announcement (P2)
    withholding,
    withholding_lifted,
    sharing,
    winner_withdrawal,
    taking_back,
    // scorecards of a closed round (J8)
    scorecard_reopening,
    scorecard_relocking,
    scorecard_voiding,
    // after the announcement (P4)
    revocation,
    promotion,
    name_correction,
    appeal,
    other
};
BOOST_DESCRIBE_ENUM(decision_kind, eligibility, shortlist, deadline_change, category_move, category_merge,
                    tier_creation, rule_change, second_ballot, chair_choice, tie_order, withholding,
                    withholding_lifted, sharing, winner_withdrawal, taking_back, scorecard_reopening,
                    scorecard_relocking, scorecard_voiding, revocation, promotion, name_correction, appeal,
                    other)

}  // namespace workflow
