#pragma once
// What a decision of each kind holds: one described struct a kind, kept as canonical JSON in decision.body.
// A kind without its body does not compile.

#include "judging/slate.hpp"
#include "workflow/appeal.hpp"
#include "workflow/decision_kind.hpp"
#include "workflow/ids.hpp"
#include "workflow/names.hpp"

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace store {

using workflow::decision_kind;

// `entry`: nothing when the decision is about no single entry. `flag`: what the screening had noted.
struct eligibility_body {
    static constexpr auto kind = decision_kind::eligibility;
    std::optional<workflow::entry_id> entry;
    std::string flag;
};
BOOST_DESCRIBE_STRUCT(eligibility_body, (), (entry, flag))

// `round` is the number of the round that the entries go on to; `beyond`: more of a category than the rules
// say.
struct shortlist_body {
    static constexpr auto kind = decision_kind::shortlist;
    int round = 0;
    std::vector<workflow::entry_id> entries;
    bool beyond = false;
};
BOOST_DESCRIBE_STRUCT(shortlist_body, (), (round, entries, beyond))

// Instants as the database writes them, UTC.
struct deadline_change_body {
    static constexpr auto kind = decision_kind::deadline_change;
    std::string from, to;
};
BOOST_DESCRIBE_STRUCT(deadline_change_body, (), (from, to))

struct category_move_body {
    static constexpr auto kind = decision_kind::category_move;
    workflow::entry_id entry{};
    workflow::category_id from{}, to{};
};
BOOST_DESCRIBE_STRUCT(category_move_body, (), (entry, from, to))

struct category_merge_body {
    static constexpr auto kind = decision_kind::category_merge;
    workflow::category_id from{}, into{};
    std::vector<workflow::entry_id> entries;
};
BOOST_DESCRIBE_STRUCT(category_merge_body, (), (from, into, entries))

// `tier` is the tier's key, `amendment` the proposal that the decision confirms.
struct tier_creation_body {
    static constexpr auto kind = decision_kind::tier_creation;
    std::string tier;
    int per_category = 0;
    std::int64_t amendment = 0;
};
BOOST_DESCRIBE_STRUCT(tier_creation_body, (), (tier, per_category, amendment))

struct rule_change_body {
    static constexpr auto kind = decision_kind::rule_change;
    std::string tier;
    int per_category = 0;
    std::int64_t amendment = 0;
};
BOOST_DESCRIBE_STRUCT(rule_change_body, (), (tier, per_category, amendment))

struct second_ballot_body {
    static constexpr auto kind = decision_kind::second_ballot;
    std::vector<workflow::entry_id> entries;
    std::vector<judging::vote> votes;
};
BOOST_DESCRIBE_STRUCT(second_ballot_body, (), (entries, votes))

// Best first.
struct chair_choice_body {
    static constexpr auto kind = decision_kind::chair_choice;
    std::vector<workflow::entry_id> order;
};
BOOST_DESCRIBE_STRUCT(chair_choice_body, (), (order))

// Best first, each group sharing what it gets.
struct tie_order_body {
    static constexpr auto kind = decision_kind::tie_order;
    std::vector<std::vector<workflow::entry_id>> order;
};
BOOST_DESCRIBE_STRUCT(tie_order_body, (), (order))

// `number` counts the prizes of one category and tier from 1.
struct withholding_body {
    static constexpr auto kind = decision_kind::withholding;
    workflow::category_id category{};
    workflow::tier_id tier{};
    int number = 1;
};
BOOST_DESCRIBE_STRUCT(withholding_body, (), (category, tier, number))

struct withholding_lifted_body {
    static constexpr auto kind = decision_kind::withholding_lifted;
    workflow::category_id category{};
    workflow::tier_id tier{};
    int number = 1;
};
BOOST_DESCRIBE_STRUCT(withholding_lifted_body, (), (category, tier, number))

struct sharing_body {
    static constexpr auto kind = decision_kind::sharing;
    workflow::category_id category{};
    std::vector<workflow::entry_id> entries;
};
BOOST_DESCRIBE_STRUCT(sharing_body, (), (category, entries))

struct winner_withdrawal_body {
    static constexpr auto kind = decision_kind::winner_withdrawal;
    workflow::entry_id entry{};
    judging::reopened_slot then = judging::reopened_slot::next_of_the_order;
};
BOOST_DESCRIBE_STRUCT(winner_withdrawal_body, (), (entry, then))

// An earlier decision that holds no longer.
struct taking_back_body {
    static constexpr auto kind = decision_kind::taking_back;
    workflow::decision_id decision{};
};
BOOST_DESCRIBE_STRUCT(taking_back_body, (), (decision))

struct scorecard_reopening_body {
    static constexpr auto kind = decision_kind::scorecard_reopening;
    workflow::scorecard_id scorecard{};
    workflow::entry_id entry{};
};
BOOST_DESCRIBE_STRUCT(scorecard_reopening_body, (), (scorecard, entry))

struct scorecard_relocking_body {
    static constexpr auto kind = decision_kind::scorecard_relocking;
    workflow::scorecard_id scorecard{};
    workflow::entry_id entry{};
};
BOOST_DESCRIBE_STRUCT(scorecard_relocking_body, (), (scorecard, entry))

struct scorecard_voiding_body {
    static constexpr auto kind = decision_kind::scorecard_voiding;
    workflow::scorecard_id scorecard{};
    workflow::entry_id entry{};
};
BOOST_DESCRIBE_STRUCT(scorecard_voiding_body, (), (scorecard, entry))

struct revocation_body {
    static constexpr auto kind = decision_kind::revocation;
    workflow::entry_id entry{};
};
BOOST_DESCRIBE_STRUCT(revocation_body, (), (entry))

// `number` as in a withholding; `shared`: beside who holds the prize already.
struct promotion_body {
    static constexpr auto kind = decision_kind::promotion;
    workflow::entry_id entry{};
    workflow::tier_id tier{};
    int number = 1;
    bool shared = false;
};
BOOST_DESCRIBE_STRUCT(promotion_body, (), (entry, tier, number, shared))

struct names_as_printed {
    std::string city, country, title;
};
BOOST_DESCRIBE_STRUCT(names_as_printed, (), (city, country, title))

// What was printed until then stays in the record.
struct name_correction_body {
    static constexpr auto kind = decision_kind::name_correction;
    workflow::entry_id entry{};
    names_as_printed before, after;
};
BOOST_DESCRIBE_STRUCT(name_correction_body, (), (entry, before, after))

// Nothing in either when an appeal came another way than through the service.
struct appeal_body {
    static constexpr auto kind = decision_kind::appeal;
    std::optional<std::int64_t> appeal;
    std::optional<workflow::appeal_outcome> outcome;
};
BOOST_DESCRIBE_STRUCT(appeal_body, (), (appeal, outcome))

struct other_body {
    static constexpr auto kind = decision_kind::other;
};
BOOST_DESCRIBE_STRUCT(other_body, (), ())

using decision_body =
    std::variant<eligibility_body, shortlist_body, deadline_change_body, category_move_body,
                 category_merge_body, tier_creation_body, rule_change_body, second_ballot_body,
                 chair_choice_body, tie_order_body, withholding_body, withholding_lifted_body, sharing_body,
                 winner_withdrawal_body, taking_back_body, scorecard_reopening_body, scorecard_relocking_body,
                 scorecard_voiding_body, revocation_body, promotion_body, name_correction_body, appeal_body,
                 other_body>;

// Calls `with(std::type_identity<Body>{})` for the body of each kind.
template <class With>
constexpr void for_each_body(With with) {
    boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, decision_body>>(with);
}

static_assert(
    [] {
        bool each_once = std::variant_size_v<decision_body> == workflow::all_of<decision_kind>.size();
        for (const auto& [kind, word] : workflow::all_of<decision_kind>) {
            int bodies = 0;
            for_each_body(
                [&, kind = kind]<class Body>(std::type_identity<Body>) { bodies += Body::kind == kind; });
            each_once = each_once && bodies == 1;
        }
        return each_once;
    }(),
    "each kind of decision has one body");

inline decision_kind kind_of(const decision_body& body) {
    return std::visit([](const auto& held) { return held.kind; }, body);
}

}  // namespace store
