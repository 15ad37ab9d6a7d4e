#pragma once
// The inputs of an assignment in the order of their numbers, with what is possible worked out once. Shared
// by the files that cover (assignment.cpp) and that link and explain (assignment_report.cpp); not for others.

#include "judging/assignment.hpp"

namespace judging {

// Places in the lists `judges` and `entries` of the plan, which are ordered by number.
struct planned_pair {
    std::size_t entry = 0;
    std::size_t judge = 0;
    pair_reason reason{};
};

struct assignment_plan {
    assignment_rules rules;
    std::vector<judged_entry> entries;
    std::vector<available_judge> judges;
    std::vector<std::vector<bool>> barred;    // [entry][judge]
    std::vector<std::vector<bool>> expert;    // [entry][judge]: knows the entry's category
    std::vector<std::vector<bool>> stood;     // [entry][judge]: a standing pair, not started
    std::vector<std::vector<bool>> assigned;  // [entry][judge]: the pairs so far
    std::vector<int> loads;                   // by judge
    std::vector<planned_pair> pairs;

    explicit assignment_plan(const assignment_input&);

    // May this judge be given this entry, capacity aside?
    bool is_possible(std::size_t entry, std::size_t judge) const;
    bool has_room(std::size_t judge) const;
    int wanted(std::size_t entry) const;
    int assigned_to(std::size_t entry) const;
    void add(std::size_t entry, std::size_t judge, pair_reason);

    // A number from 0 to 63 that the seed gives to a pair: it decides where nothing else does.
    int toss(std::size_t entry, std::size_t judge) const;
};

// Extra pairs between groups of entries that have no judge in common, as long as a judge has room.
void link_groups(assignment_plan&);

// The answer in words and numbers: pairs, gaps with everyone's reasons, loads, groups, dropped pairs.
assignment report(const assignment_plan&, const assignment_input&);

}  // namespace judging
