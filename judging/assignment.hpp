#pragma once
// J3: which judge scores which entry. Called by features when judging is prepared, when a judge drops out and
// when an entry is moved; the answer explains each pair and each gap. It knows conflicts only as barred
// pairs, and changes nothing that a judge has started.

#include <boost/describe.hpp>
#include <cstdint>
#include <span>

#include "judging/conflict.hpp"

namespace judging {

// A judge who may be given work. `capacity` none: any number. An alternate is only called when an entry
// would otherwise have fewer than the minimum. Without a verified identity a judge gets nothing (J1).
struct available_judge {
    judge_id judge{};
    std::optional<int> capacity;
    bool is_alternate = false;
    bool identity_verified = true;
    std::vector<category_id> expertise;
    friend bool operator==(const available_judge&, const available_judge&) = default;
};
BOOST_DESCRIBE_STRUCT(available_judge, (), (judge, capacity, is_alternate, identity_verified, expertise))

// A pair of judge and entry that already stands. A started one is kept whatever happens, unless a conflict
// now bars it; an unstarted one is kept as long as that leaves no entry with fewer judges.
struct standing_pair {
    judge_id judge{};
    entry_id entry{};
    bool started = false;
    friend bool operator==(const standing_pair&, const standing_pair&) = default;
};
BOOST_DESCRIBE_STRUCT(standing_pair, (), (judge, entry, started))

// `judges_per_entry` none, the default: every judge on every entry without a conflict. Expertise is a wish
// or a condition.
enum class expertise_rule { ignored, preferred, required };
BOOST_DESCRIBE_ENUM(expertise_rule, ignored, preferred, required)

// How expertise is shared out where it is a wish: as much of it as there is, after even loads; or the
// worst-off entry first, before even loads: as few entries as can be have the most judges who do not know
// their category, then as few as can be have one less, and so on.
enum class assignment_objective { most_expertise, worst_off_first };
BOOST_DESCRIBE_ENUM(assignment_objective, most_expertise, worst_off_first)
struct assignment_rules {
    std::optional<int> judges_per_entry;
    int minimum_per_entry = 3;
    expertise_rule expertise = expertise_rule::preferred;
    assignment_objective objective = assignment_objective::most_expertise;
    std::uint64_t seed = 0;  // recorded: it alone decides between assignments that are equally good
    friend bool operator==(const assignment_rules&, const assignment_rules&) = default;
};
BOOST_DESCRIBE_STRUCT(assignment_rules, (), (judges_per_entry, minimum_per_entry, expertise, objective, seed))

struct assignment_input {
    assignment_rules rules;
    std::vector<judged_entry> entries;
    std::vector<available_judge> judges;
    std::vector<barred_pair> barred;
    std::vector<standing_pair> standing;
    friend bool operator==(const assignment_input&, const assignment_input&) = default;
};
BOOST_DESCRIBE_STRUCT(assignment_input, (), (rules, entries, judges, barred, standing))

// Why this judge has this entry: it stood before (started, or kept to change little), every judge has every
// entry, the judge knows the category, the loads come out even, an alternate was needed, or the pair links
// two groups that would otherwise have no judge in common.
enum class pair_reason { started, kept, every_judge, expertise, balance, alternate, link };
BOOST_DESCRIBE_ENUM(pair_reason, started, kept, every_judge, expertise, balance, alternate, link)
struct assigned_pair {
    entry_id entry{};
    judge_id judge{};
    pair_reason reason{};
    friend auto operator<=>(const assigned_pair&, const assigned_pair&) = default;
};
BOOST_DESCRIBE_STRUCT(assigned_pair, (), (entry, judge, reason))

// Why a judge does not have an entry.
enum class absence {
    barred,
    identity_not_verified,
    no_expertise,
    at_capacity,
    alternate_not_needed,
    not_needed
};
BOOST_DESCRIBE_ENUM(absence, barred, identity_not_verified, no_expertise, at_capacity, alternate_not_needed,
                    not_needed)
struct absent_judge {
    judge_id judge{};
    absence reason{};
    friend bool operator==(const absent_judge&, const absent_judge&) = default;
};
BOOST_DESCRIBE_STRUCT(absent_judge, (), (judge, reason))

// An entry with fewer judges than the rules want, and why each other judge cannot fill it. Below the
// minimum judging cannot start; above it the gap is only shown.
struct assignment_gap {
    entry_id entry{};
    int has = 0;
    int wanted = 0;
    bool below_minimum = false;
    std::vector<absent_judge> others;
    friend bool operator==(const assignment_gap&, const assignment_gap&) = default;
};
BOOST_DESCRIBE_STRUCT(assignment_gap, (), (entry, has, wanted, below_minimum, others))

struct judge_load {
    judge_id judge{};
    int entries = 0;
    friend bool operator==(const judge_load&, const judge_load&) = default;
};
BOOST_DESCRIBE_STRUCT(judge_load, (), (judge, entries))

// `groups` are sets of entries that judges link with each other: one group means that all entries can be
// compared through common judges. `dropped` are standing pairs that are no more: barred now, or moved.
struct assignment {
    std::vector<assigned_pair> pairs;
    std::vector<assignment_gap> gaps;
    std::vector<judge_load> loads;
    std::vector<standing_pair> dropped;
    std::vector<std::vector<entry_id>> groups;
    friend bool operator==(const assignment&, const assignment&) = default;
};
BOOST_DESCRIBE_STRUCT(assignment, (), (pairs, gaps, loads, dropped, groups))

// The best assignment there is, in this order: entries below the minimum are helped first, alternates are
// called least, entries get the judges wanted, standing pairs stay, loads are even, expertise is used, and
// last the seed decides. Always answers; what could not be covered is in `gaps`. The same inputs in another
// order give the same answer.
assignment assign(const assignment_input&);

// Every entry has its minimum of judges.
bool covers_every_entry(const assignment&);

// All entries hang together through their judges.
bool is_connected(const assignment&);

}  // namespace judging
