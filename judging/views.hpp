#pragma once
// J9: the same scorecards seen otherwise: by another method, without one of the judges, without one of the
// criteria; and what each of these views says of the prizes that are proposed. Where all agree and the order
// holds on other panels, a prize is clear; else the panel must decide. Called by evidence.cpp. Nothing here
// changes a proposal.

#include "judging/resampling.hpp"
#include "judging/slate.hpp"

namespace judging {

enum class view_kind { another_method, without_judge, without_criterion };
BOOST_DESCRIBE_ENUM(view_kind, another_method, without_judge, without_criterion)

// Which view it is: by `method`, or by the rule set's method without `judge` or without `criterion`.
struct view_name {
    view_kind kind{};
    workflow::tally_method method{};
    std::optional<judge_id> judge;
    std::string criterion;
    friend bool operator==(const view_name&, const view_name&) = default;
};
BOOST_DESCRIBE_STRUCT(view_name, (), (kind, method, judge, criterion))

// The rankings of one view, or why it cannot be had (`tally_refused`, `one_judge_only`,
// `one_criterion_only`).
struct view {
    view_name name;
    std::vector<category_ranking> categories;
    std::optional<not_to_be_had> because;
};

// All views of an input that the tally does not refuse: the methods mean, median, borda and adjusted but for
// the rule set's own, each judge left out, each criterion left out. Deltas of the panel count in all of them.
std::vector<view> list_views(const tally_input&, std::span<const exact_value>);

// The prizes of one category and tier, as they are proposed: after `before` entries of higher tiers.
// `is_open`: a tie or something above it has to be decided first; then `entries` are the candidates.
struct proposed_tier {
    category_id category{};
    tier_id tier{};
    int before = 0;
    int places = 0;
    bool is_open = false;
    std::vector<entry_id> entries;
    friend bool operator==(const proposed_tier&, const proposed_tier&) = default;
};
BOOST_DESCRIBE_STRUCT(proposed_tier, (), (category, tier, before, places, is_open, entries))

// Those whose withdrawal lets the rest of the order move up.
std::set<entry_id> list_gone(std::span<const withdrawn_entry>);

// A slate's tiers in the order of the slate. A winner who withdrew from a slot that stays vacant keeps the
// place.
std::vector<proposed_tier> list_proposed_tiers(const slate&, std::span<const withdrawn_entry>);

// What a view says of a tier. It agrees if its order, its ties broken one way or another, gives the tier to
// the entries that are proposed; with an open one, if it sees the same candidates. `claimants`: who is in
// these places by that view, tied ones included.
struct tier_by_view {
    view_name view;
    bool agrees = true;
    std::vector<entry_id> claimants;
    friend bool operator==(const tier_by_view&, const tier_by_view&) = default;
};
BOOST_DESCRIBE_STRUCT(tier_by_view, (), (view, agrees, claimants))

// Why the panel must decide. `not_told_apart`: on other panels of the same judges, entries from below the
// line come above it too often. `not_examined`: with the data there is no way to look (one judge only, for
// example). `line_above`: entries cannot be told apart at the line above, and the prize goes to who is not
// chosen there. A criterion left out is shown and never a reason: without it something else is measured. An
// entry without a rival is in no doubt.
enum class doubt {
    open,
    another_method_disagrees,
    one_judge_decides,
    not_told_apart,
    not_examined,
    line_above
};
BOOST_DESCRIBE_ENUM(doubt, open, another_method_disagrees, one_judge_decides, not_told_apart, not_examined,
                    line_above)

// Who is above the tier's lower line with a chance between the two ends that the confidence leaves: those
// cannot be told apart there. Empty, the line is sharp. `chance`: how often an entry that is proposed is
// above the line.
struct tier_finding {
    proposed_tier proposed;
    bool is_clear = false;
    std::vector<doubt> doubts;
    std::vector<chance_above_line> co_leaders;
    std::vector<tier_by_view> views;  // those that do not agree, and every criterion that changes the tier
    friend bool operator==(const tier_finding&, const tier_finding&) = default;
};
BOOST_DESCRIBE_STRUCT(tier_finding, (), (proposed, is_clear, doubts, co_leaders, views))

std::vector<tier_finding> examine_tiers(std::span<const proposed_tier>, std::span<const view>,
                                        const resampling&, const std::set<entry_id>& gone, double confidence);

}  // namespace judging
