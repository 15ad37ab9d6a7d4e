#pragma once
// J9: everything that stands beside a tally, never instead of it, in one value: how far the judges agree,
// what each of them is like, the other views, how far the order holds, and for each prize whether it is
// clear. The pages, the command line and a rehearsal all read this. Pure: the same input gives the same
// evidence.

#include "judging/home_bias.hpp"
#include "judging/reliability.hpp"
#include "judging/spread.hpp"
#include "judging/views.hpp"

namespace judging {

struct category_reliability {
    category_id category{};
    judging::reliability reliability;
    friend bool operator==(const category_reliability&, const category_reliability&) = default;
};
BOOST_DESCRIBE_STRUCT(category_reliability, (), (category, reliability))

// On which criterion the judges agree least: alpha of its scores alone, as ordinal data.
struct criterion_reliability {
    std::string criterion;
    estimate alpha_ordinal;
    friend bool operator==(const criterion_reliability&, const criterion_reliability&) = default;
};
BOOST_DESCRIBE_STRUCT(criterion_reliability, (), (criterion, alpha_ordinal))

struct evidence {
    interval_rules intervals;
    judging::reliability reliability;  // of the whole round
    std::vector<category_reliability> by_category;
    std::vector<criterion_reliability> by_criterion;
    std::vector<judge_spread> judges;
    std::vector<view> views;
    judging::resampling resampling;
    same_country_report same_country;
    std::vector<tier_finding> tiers;
};

// What the evidence is about, beside the scorecards: the prizes as they are proposed, who left the order, and
// the countries as far as they are known.
struct evidence_facts {
    slate proposal;
    std::vector<withdrawn_entry> withdrawn;
    known_countries countries;
    interval_rules intervals;
};

// For an input that tally() accepts.
evidence gather_evidence(const tally_input&, const evidence_facts&);

}  // namespace judging
