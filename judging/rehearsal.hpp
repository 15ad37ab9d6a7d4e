#pragma once
// What a rule set would do, before anybody is judged by it: editions with made-up projects and judges are
// played through the product's own assignment, tally, ladder and slate, where the truth is known. Called by
// `wego-awards simulate`. A pure function of its rules, seed included. It says nothing about any real judge.

#include <functional>

#include "judging/figure.hpp"
#include "judging/tally.hpp"
#include "workflow/edition.hpp"

namespace judging {

// The made-up people. All distances are points of a scale from 1 to 10 and are stretched to a criterion's own
// scale; shares are from 0 to 1. Nobody measured the judges of 2014: the qualities, noises, halo and severity
// were chosen so that 68 entries, five categories, seven judges and the rules of
// config/editions/wego-2014.toml give the orders of magnitude that are expected of such a panel: the truly
// best wins about 70 % of categories when all judge all, about 55 % with three judges each, and the third
// place is shared in about one category of five. README.md says more.
struct made_up_people {
    double centre = 6.5;       // the mean of true quality: entries are projects that a city is proud of
    double quality = 0.7;      // SD between projects of what all criteria of a project have in common
    double own_quality = 0.4;  // SD of each criterion of a project beside that
    double noise = 0.55;       // SD of one judge's opinion of one entry
    double own_noise = 0.5;    // SD of one judge's score on one criterion of one entry beside that
    double halo = 0.95;  // share of cards on which the judge gives one impression as every criterion's score
    double severity = 0.6;   // SD between judges of how high they score everything
    double home_bias = 1.0;  // what a judge adds to each score of an entry from the own country
    double dropouts = 0.03;  // share of judges who drop out before they are done
    double recusals = 0.01;  // share of pairs recused beyond those that the rules bar
    friend bool operator==(const made_up_people&, const made_up_people&) = default;
};
BOOST_DESCRIBE_STRUCT(made_up_people, (),
                      (centre, quality, own_quality, noise, own_noise, halo, severity, home_bias, dropouts,
                       recusals))

// What is played. `judges_per_entry`: the assignments to compare, nothing being all judges; the first one is
// what the others are compared with. Countries have equal shares of the entries, each judge is from another
// one.
struct rehearsal_rules {
    workflow::rule_set rules;
    std::vector<workflow::tier> tiers;
    int entries = 68;
    int categories = 5;
    int judges = 7;
    int countries = 20;
    made_up_people people;
    std::vector<std::optional<int>> judges_per_entry = {std::nullopt, 5, 4, 3, 2};
    int editions = 2000;
    std::uint64_t seed = 1;
    double confidence = 0.95;
    friend bool operator==(const rehearsal_rules&, const rehearsal_rules&) = default;
};

// How a rung of the ladder ended ties at one line; `people` were needed where the ladder waits for a ballot,
// the chair or a decision. Shares are of the ties at the line.
struct line_ending {
    estimate key_criterion;
    estimate head_to_head;
    estimate shared;
    estimate people;
};
BOOST_DESCRIBE_STRUCT(line_ending, (), (key_criterion, head_to_head, shared, people))

// The line below a tier, after `places` prizes. `place_shared`: the entry at that place has exactly the value
// of another one. `tied`: entries of one value lie on both sides of the line, so that the ladder is asked.
struct line_figures {
    tier_id tier{};
    int places = 0;
    estimate place_shared;
    estimate tied;
    line_ending ending;
};
BOOST_DESCRIBE_STRUCT(line_figures, (), (tier, places, place_shared, tied, ending))

// How often the truly best has the highest value by a method, and how often the method has no answer for the
// edition. Equal values count in part. The ladder is not asked, so that the methods are compared and nothing
// else.
struct method_figures {
    workflow::tally_method method{};
    estimate best_is_first;
    estimate refused;
};
BOOST_DESCRIBE_STRUCT(method_figures, (), (method, best_is_first, refused))

// With so many judges on each entry. `best_wins`: the truly best of a category gets the first prize; where n
// entries share it or people must decide between n, it counts 1/n. `all_right`: the k prizes go to the k
// truly best, in whatever order, ties across the last line counting in part. `cards_per_judge`,
// `sheets_per_entry`: on average.
struct assignment_figures {
    std::optional<int> judges_per_entry;
    double cards_per_judge = 0;
    double sheets_per_entry = 0;
    estimate best_wins;
    estimate best_gets_a_prize;
    estimate all_right;
    estimate people_decide_the_first;
    std::vector<line_figures> lines;
    std::vector<method_figures> methods;
};
BOOST_DESCRIBE_STRUCT(assignment_figures, (),
                      (judges_per_entry, cards_per_judge, sheets_per_entry, best_wins, best_gets_a_prize,
                       all_right, people_decide_the_first, lines, methods))

// The first assignment with judges of the entry's country barred, or not. `winner_changes`: another first
// prize than from the same judges without home bias.
struct home_bias_figures {
    bool barred = false;
    estimate best_wins;
    estimate winner_changes;
};
BOOST_DESCRIBE_STRUCT(home_bias_figures, (), (barred, best_wins, winner_changes))

struct rehearsal {
    int editions = 0;
    int categories_played = 0;
    std::vector<assignment_figures> assignments;  // in the order of the rules
    std::vector<home_bias_figures> home_bias;     // barred, not barred
};
BOOST_DESCRIBE_STRUCT(rehearsal, (), (editions, categories_played, assignments, home_bias))

// What cannot be played, in plain words; empty: rehearse() may be called.
std::vector<workflow::problem> check(const rehearsal_rules&);

// Plays the editions. Every assignment, method and bar sees the same projects and the same judges' scores.
// Edition n is the same however many are played. `after_each` is told how many are done. Throws
// std::invalid_argument for rules that check() objects to.
rehearsal rehearse(const rehearsal_rules&, const std::function<void(int)>& after_each = {});

// The interval of Wilson (1927) for a share: `successes` of `trials`, parts allowed. No trials, no number.
estimate share_of(double successes, double trials, double confidence);

}  // namespace judging
