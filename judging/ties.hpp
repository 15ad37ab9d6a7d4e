#pragma once
// J7: a tie at a prize line goes down the rule set's written ladder; each rung is a small pure function and
// says what it saw. Called by slate.cpp and by the pages that show a tie. Numbers of entries and judges only
// find them: no rung orders anything by number, name or time.

#include <boost/describe.hpp>

#include "judging/conflict.hpp"
#include "judging/rubric.hpp"

namespace judging {

// A second ballot of the panel on exactly these entries: one vote a judge.
struct vote {
    judge_id judge{};
    entry_id entry{};
    friend bool operator==(const vote&, const vote&) = default;
};
BOOST_DESCRIBE_STRUCT(vote, (), (judge, entry))
struct ballot {
    std::vector<entry_id> entries;
    std::vector<vote> votes;
    friend bool operator==(const ballot&, const ballot&) = default;
};
BOOST_DESCRIBE_STRUCT(ballot, (), (entries, votes))

// The chair's word on exactly these entries, best first.
struct chair_choice {
    std::vector<entry_id> order;
    friend bool operator==(const chair_choice&, const chair_choice&) = default;
};
BOOST_DESCRIBE_STRUCT(chair_choice, (), (order))

// A minuted decision on exactly these entries, for when the ladder ends without an order: best first, each
// group sharing what it gets.
struct tie_decision {
    std::vector<std::vector<entry_id>> order;
    friend bool operator==(const tie_decision&, const tie_decision&) = default;
};
BOOST_DESCRIBE_STRUCT(tie_decision, (), (order))

// Everything that the rungs may look at. `barred` are the pairs of conflict: neither their scores in head to
// head nor their votes count, and a chair barred from one of the tied entries is passed over.
struct tie_facts {
    std::vector<workflow::ladder_step> ladder;
    std::vector<workflow::criterion> criteria;
    std::vector<sheet> sheets;
    std::vector<barred_pair> barred;
    std::optional<judge_id> chair;
    std::vector<ballot> ballots;
    std::vector<chair_choice> chair_choices;
    std::vector<tie_decision> decisions;
    friend bool operator==(const tie_facts&, const tie_facts&) = default;
};
BOOST_DESCRIBE_STRUCT(tie_facts, (),
                      (ladder, criteria, sheets, barred, chair, ballots, chair_choices, decisions))

// What a rung came to: it separated all or some of the entries, saw no difference, was passed over (and
// why), waits for people to act, or shares the prize.
enum class rung_outcome { separated, narrowed, no_difference, passed_over, awaited, shared };
BOOST_DESCRIBE_ENUM(rung_outcome, separated, narrowed, no_difference, passed_over, awaited, shared)

enum class rung_remark {
    none,
    score_missing,
    criterion_unknown,
    no_common_judge,
    no_ballot_yet,
    ballot_without_votes,
    no_chair,
    chair_has_a_conflict,
    no_choice_yet,
    no_decision_yet
};
BOOST_DESCRIBE_ENUM(rung_remark, none, score_missing, criterion_unknown, no_common_judge, no_ballot_yet,
                    ballot_without_votes, no_chair, chair_has_a_conflict, no_choice_yet, no_decision_yet)

// What a rung saw of one entry: key_criterion: the mean on that criterion; head_to_head: duels won less
// duels lost; second_ballot: votes; chair and decision: how many of the others are placed below it.
struct sighting {
    entry_id entry{};
    fraction figure;
    friend bool operator==(const sighting&, const sighting&) = default;
};
BOOST_DESCRIBE_STRUCT(sighting, (), (entry, figure))

// A duel of head_to_head: of the judges without a conflict who scored both, how many preferred which.
struct duel {
    entry_id left{};
    entry_id right{};
    int prefer_left = 0;
    int prefer_right = 0;
    int prefer_neither = 0;
    friend bool operator==(const duel&, const duel&) = default;
};
BOOST_DESCRIBE_STRUCT(duel, (), (left, right, prefer_left, prefer_right, prefer_neither))

// One rung's report. `groups` are the entries as the rung left them, best first. `by_decision`: not a rung
// of the ladder but the decision after its end. `not_counted`: votes of judges who are barred, or twice.
struct rung_report {
    workflow::ladder_step step;
    bool by_decision = false;
    rung_outcome outcome{};
    rung_remark remark = rung_remark::none;
    std::vector<sighting> seen;
    std::vector<duel> duels;
    std::vector<vote> not_counted;
    std::vector<std::vector<entry_id>> groups;
    friend bool operator==(const rung_report&, const rung_report&) = default;
};
BOOST_DESCRIBE_STRUCT(rung_report, (), (step, by_decision, outcome, remark, seen, duels, not_counted, groups))

// Entries that go on together: one alone, several that share a prize, several for whom no line lies
// between them, or several for whom the ladder has not decided (and then `is_settled` is false).
struct tied_group {
    std::vector<entry_id> entries;
    bool shares = false;
    bool is_settled = true;
    friend bool operator==(const tied_group&, const tied_group&) = default;
};
BOOST_DESCRIBE_STRUCT(tied_group, (), (entries, shares, is_settled))

struct tie_resolution {
    std::vector<tied_group> groups;  // best first
    std::vector<rung_report> rungs;  // in the order in which they were asked
    friend bool operator==(const tie_resolution&, const tie_resolution&) = default;
};
BOOST_DESCRIBE_STRUCT(tie_resolution, (), (groups, rungs))

// The ladder for these entries when only the best `prizes` of them can get what is at stake (1 ≤ prizes <
// entries). When a rung narrows the tie, the part that still lies across the line starts again at the first
// rung; parts above and below it stay together. The ladder stops at a rung that waits for people.
tie_resolution resolve_tie(std::vector<entry_id> entries, int prizes, const tie_facts&);

// The single rungs, for the pages that prepare a decision and for tests.
rung_report ask_key_criterion(const std::vector<entry_id>&, const std::string& criterion, const tie_facts&);
rung_report ask_head_to_head(const std::vector<entry_id>&, const tie_facts&);
rung_report ask_second_ballot(const std::vector<entry_id>&, const tie_facts&);
rung_report ask_chair(const std::vector<entry_id>&, const tie_facts&);
rung_report ask_decision(const std::vector<entry_id>&, const tie_facts&);

}  // namespace judging
