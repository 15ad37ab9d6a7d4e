#pragma once
// J9: how far the order rests on who happened to sit on the panel. The judges are taken anew, with
// repetition, and the tally is made of each such panel (Efron 1979, the bootstrap, over judges). Up to nine
// judges all panels are enumerated with their probabilities, 1,716 for seven; beyond that they are drawn from
// the seed. Called by evidence.cpp. Knows no prizes, only how many places are above each line.

#include <set>

#include "judging/figure.hpp"
#include "judging/ratings.hpp"

namespace judging {

// The places of an entry that the middle part of all panels (the confidence) lies between. Of a tie, its best
// place counts for `best` and its last for `worst`. `seen`: the share of panels in which the entry has a
// value at all. In a category of more than 1,024 entries places are counted in groups, and both ends are
// those of their group.
struct rank_interval {
    entry_id entry{};
    int best = 0;
    int worst = 0;
    double seen = 0;
    friend bool operator==(const rank_interval&, const rank_interval&) = default;
};
BOOST_DESCRIBE_STRUCT(rank_interval, (), (entry, best, worst, seen))

// In which share of panels an entry is among the first `places`; a tie across the line counts in part.
struct chance_above_line {
    entry_id entry{};
    int places = 0;
    double chance = 0;
    friend bool operator==(const chance_above_line&, const chance_above_line&) = default;
};
BOOST_DESCRIBE_STRUCT(chance_above_line, (), (entry, places, chance))

struct resampled_category {
    category_id category{};
    std::vector<rank_interval> intervals;  // by entry
    std::vector<chance_above_line>
        chances;  // by line, then by entry; entries that are never above are left out
    friend bool operator==(const resampled_category&, const resampled_category&) = default;
};
BOOST_DESCRIBE_STRUCT(resampled_category, (), (category, intervals, chances))

// `panels` looked at; `because` says why there are none. Panels from which the method `adjusted` has no
// answer are left out: `refused` is their share, and when it is more than the confidence leaves, there is no
// result.
struct resampling {
    int panels = 0;
    bool enumerated = false;
    double refused = 0;
    std::vector<resampled_category> categories;
    std::optional<not_to_be_had> because;
    friend bool operator==(const resampling&, const resampling&) = default;
};
BOOST_DESCRIBE_STRUCT(resampling, (), (panels, enumerated, refused, categories, because))

// `values` are those of all entries of the input, `lines` says for each category how many places are above
// each of its lines. Entries that are in `gone` count for the values and take no place.
using places_above_lines = std::map<category_id, std::vector<int>>;
resampling resample_judges(const tally_input&, std::span<const exact_value> values,
                           const places_above_lines& lines, const std::set<entry_id>& gone,
                           const interval_rules&);

}  // namespace judging
