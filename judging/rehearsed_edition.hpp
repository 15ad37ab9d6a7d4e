#pragma once
// One made-up edition: true qualities, judges, everything that each judge would score if asked, and who would
// be asked. Made by rehearsal.cpp, edition by edition; it knows the truth, and no tally.

#include "judging/conflict.hpp"
#include "judging/ratings.hpp"
#include "judging/rehearsal.hpp"

namespace judging {

// Entries and judges by their places, in the order of their numbers (place + 1).
struct rehearsed_edition {
    std::vector<judged_entry> entries;
    std::vector<std::vector<std::size_t>> categories;  // the entries of each
    std::vector<double> truth;                         // of each entry
    std::vector<int> fair, biased;            // scores: [(entry * judges + judge) * criteria + criterion]
    std::vector<char> same_country, recuses;  // [entry * judges + judge]
    std::vector<double> stops_after;          // the share of the own cards that a judge finishes; 1: all
    std::vector<double> turn;                 // [entry * judges + judge]: in which order a judge goes
};

rehearsed_edition make_up_edition(const rehearsal_rules&, int number);

// What a pair's card came to.
enum class card : char { none, counted, recused, unfinished };

// Who is to score what: all pairs, or as assign() would do it; a pair of one country only if it is not
// barred.
std::vector<char> assign_rehearsed(const rehearsal_rules&, const rehearsed_edition&,
                                   std::optional<int> judges_per_entry, bool same_country_barred, int number);

// Recusals, dropouts and the rule set's policy on them applied to these pairs.
std::vector<card> play_cards(const rehearsal_rules&, const rehearsed_edition&,
                             const std::vector<char>& assigned);

// A sheet's value in whole units, equal for equal values; made once for a rubric.
class whole_units {
public:
    explicit whole_units(const std::vector<workflow::criterion>&);
    double of(const int* scores) const;
    double per_point() const { return per_point_; }

private:
    std::vector<std::int64_t> factors_, lowest_;
    double per_point_ = 1;
};

// The counted cards as a table, with biased or with fair scores.
ratings tabulate(const rehearsed_edition&, const std::vector<card>&, const std::vector<int>& scores,
                 const whole_units&);

// The counted sheets of these entries, for the ladder.
std::vector<sheet> sheets_of(const rehearsed_edition&, const std::vector<card>&,
                             const std::vector<int>& scores, const std::vector<workflow::criterion>&,
                             std::span<const entry_id>);

}  // namespace judging
