#pragma once
// P1, P2: the prizes proposed down the ranking, tier by tier in each category, with everything that is
// still open named. Called by features for the slate's page, for ratification and when a winner withdraws.
// It orders nothing itself: that is the tally's and the ladder's.

#include <boost/describe.hpp>
#include <set>
#include <span>

#include "judging/tally.hpp"
#include "judging/ties.hpp"
#include "workflow/edition.hpp"

namespace judging {

// A decision to give no prize in a slot. `number` counts the prizes of one category and tier from 1. No
// entry is used up: the next in the order may still get a lower tier.
struct withheld_slot {
    category_id category{};
    tier_id tier{};
    int number = 1;
    std::string reason;
    friend bool operator==(const withheld_slot&, const withheld_slot&) = default;
};
BOOST_DESCRIBE_STRUCT(withheld_slot, (), (category, tier, number, reason))

// A winner who withdrew before the announcement. `next_of_the_order`: all below move up, in the order that
// was approved; `vacant`: the slot stays empty and nobody else's prize changes.
enum class reopened_slot { next_of_the_order, vacant };
BOOST_DESCRIBE_ENUM(reopened_slot, next_of_the_order, vacant)
struct withdrawn_entry {
    entry_id entry{};
    reopened_slot then = reopened_slot::next_of_the_order;
    std::string reason;
    friend bool operator==(const withdrawn_entry&, const withdrawn_entry&) = default;
};
BOOST_DESCRIBE_STRUCT(withdrawn_entry, (), (entry, then, reason))

// A decision that these entries share one prize although the scores do not tie (P2): they stand on the place
// of the best of them, and take one slot; everybody else stays in order. Entries that withdrew share nothing.
struct shared_prize {
    category_id category{};
    std::vector<entry_id> entries;
    friend bool operator==(const shared_prize&, const shared_prize&) = default;
};
BOOST_DESCRIBE_STRUCT(shared_prize, (), (category, entries))

// `tiers` in any order; their field `order` counts, the lowest being the highest prize. `shared` the oldest
// first.
struct slate_input {
    std::vector<category_ranking> rankings;
    std::vector<workflow::tier> tiers;
    tie_facts ties;
    std::vector<withheld_slot> withheld;
    std::vector<withdrawn_entry> withdrawn;
    std::vector<shared_prize> shared;
    friend bool operator==(const slate_input&, const slate_input&) = default;
};
BOOST_DESCRIBE_STRUCT(slate_input, (), (rankings, tiers, ties, withheld, withdrawn, shared))

// filled: one winner. shared: several (one slot, two winners). withheld: by decision. vacant: its winner
// withdrew. no_entry: the order is at its end. tied: waits for the ladder; `entries` are the candidates.
// blocked: waits for a tie further up.
enum class slot_state { filled, shared, withheld, vacant, no_entry, tied, blocked };
BOOST_DESCRIBE_ENUM(slot_state, filled, shared, withheld, vacant, no_entry, tied, blocked)

struct slot {
    category_id category{};
    tier_id tier{};
    int number = 1;
    slot_state state{};
    std::vector<entry_id> entries;
    std::string reason;
    friend bool operator==(const slot&, const slot&) = default;
};
BOOST_DESCRIBE_STRUCT(slot, (), (category, tier, number, state, entries, reason))

// A tie that lay across a prize line, with the tier at stake and the ladder's report.
struct tie_at_line {
    category_id category{};
    tier_id tier{};
    std::vector<entry_id> entries;
    tie_resolution resolution;
    friend bool operator==(const tie_at_line&, const tie_at_line&) = default;
};
BOOST_DESCRIBE_STRUCT(tie_at_line, (), (category, tier, entries, resolution))

// The order that is approved with the slate: what the ranking and the ladder say of a category, as far as
// prizes needed it. Groups after the last prize may still be tied.
struct approved_order {
    category_id category{};
    std::vector<tied_group> groups;
    friend bool operator==(const approved_order&, const approved_order&) = default;
};
BOOST_DESCRIBE_STRUCT(approved_order, (), (category, groups))

struct slate {
    std::vector<slot> slots;  // by tier, then in the order of the rankings
    std::vector<tie_at_line> ties;
    std::vector<approved_order> orders;
    std::vector<shared_prize> unfit;  // decided to be shared, and not shared: the order does not allow it
    friend bool operator==(const slate&, const slate&) = default;
};
BOOST_DESCRIBE_STRUCT(slate, (), (slots, ties, orders, unfit))

// The proposal. A tie at a line leaves its slot, and those of its category below, open until the ladder or
// a decision has settled it. A tier added below changes no slot above it. A shared prize takes one slot.
slate propose_slate(const slate_input&);

// Why these may not share a prize. `not_there`: one of them is not in the order or has withdrawn, or there
// are fewer than two. `another_between`: somebody came behind the first of them and before the last, by
// scores or by the ladder. `no_prize`: their place gets none.
enum class sharing_obstacle { not_there, another_between, no_prize };
BOOST_DESCRIBE_ENUM(sharing_obstacle, not_there, another_between, no_prize)
// Nothing if they may, as the next decision.
std::optional<sharing_obstacle> find_obstacle(const slate_input&, const shared_prize&);

// What stands in the way of ratification, and what only wants a look (`few_entries`: a category with fewer
// than three ranked entries, where the panel proceeds, merges or withholds).
enum class slate_fault {
    slot_without_entry,
    slot_without_reason,
    tie_unresolved,
    entry_twice,
    entry_not_ranked,
    sharing_unfit,
    winner_withdrew,
    out_of_balance,
    few_entries
};
BOOST_DESCRIBE_ENUM(slate_fault, slot_without_entry, slot_without_reason, tie_unresolved, entry_twice,
                    entry_not_ranked, sharing_unfit, winner_withdrew, out_of_balance, few_entries)
struct slate_problem {
    slate_fault fault{};
    std::optional<category_id> category;
    std::optional<tier_id> tier;
    std::optional<entry_id> entry;
    bool blocks = true;
    friend auto operator<=>(const slate_problem&, const slate_problem&) = default;
};
BOOST_DESCRIBE_STRUCT(slate_problem, (), (fault, category, tier, entry, blocks))

// Everything wrong with a slate, beside the tally that it was made from. `left`: entries that are no longer
// in the edition; one of them may win only until it is decided what becomes of the prize.
std::vector<slate_problem> check_slate(const slate&, const tally_result&,
                                       const std::map<entry_id, int>& ever_assigned,
                                       const std::set<entry_id>& left = {});

// The slots that differ between two slates, as they are after (or were, if they are gone).
struct slot_change {
    category_id category{};
    tier_id tier{};
    int number = 1;
    std::optional<slot> before;
    std::optional<slot> after;
    friend bool operator==(const slot_change&, const slot_change&) = default;
};
BOOST_DESCRIBE_STRUCT(slot_change, (), (category, tier, number, before, after))
std::vector<slot_change> compare_slates(const slate& before, const slate& after);

}  // namespace judging
