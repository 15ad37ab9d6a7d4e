// P2: whatever is shared, withheld, decided about ties, withdrawn and added, in any order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "judging/slate.hpp"
#include "tests/judging/made_up.hpp"

namespace judging {

using namespace made_up;
using workflow::tie_rung;

namespace {

// An order of up to eight entries with many ties, and scores that let the ladder tell some of them apart.
slate_input any_order() {
    slate_input input;
    const int count = *rc::gen::inRange(2, 9);
    category_ranking ranking{category(1), {}, {}};
    for (int one = 1; one <= count; ++one) {
        if (ranking.places.empty() || *rc::gen::inRange(0, 5) < 2)
            ranking.places.push_back({static_cast<int>(ranking.places.size()) + 1, {}, {}});
        ranking.places.back().entries.push_back(entry(one));
        for (int of = 1; of <= 3; ++of) input.ties.sheets.push_back(merit(of, one, *rc::gen::inRange(1, 4)));
    }
    input.rankings = {ranking};
    input.tiers = {prize(1, 1), prize(2, 2), prize(3, 3)};
    input.ties.criteria = one_criterion();
    const auto [first, second] = std::pair(*rc::gen::arbitrary<bool>(), *rc::gen::inRange(0, 3));
    if (first) input.ties.ladder.push_back({tie_rung::head_to_head, ""});
    if (second == 1) input.ties.ladder.push_back({tie_rung::second_ballot, ""});
    if (second == 2) input.ties.ladder.push_back({tie_rung::shared, ""});
    return input;
}

std::map<entry_id, std::size_t> standing_in(const slate& proposal) {
    std::map<entry_id, std::size_t> at;
    const auto& groups = proposal.orders.front().groups;
    for (std::size_t group = 0; group < groups.size(); ++group)
        for (const auto each : groups[group].entries) RC_ASSERT(at.emplace(each, group).second);
    return at;
}

bool is_gone(const slate_input& input, entry_id entry) {
    return std::ranges::find(input.withdrawn, entry, &withdrawn_entry::entry) != input.withdrawn.end();
}

std::vector<entry_id> some_entries(const slate_input& input) {
    std::vector<entry_id> all;
    for (const auto& place : input.rankings.front().places)
        all.insert(all.end(), place.entries.begin(), place.entries.end());
    const auto from = *rc::gen::inRange<std::size_t>(0, all.size());
    const auto to = *rc::gen::inRange<std::size_t>(from, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(from),
            all.begin() + static_cast<std::ptrdiff_t>(to) + 1};
}

// A word on the first tie that waits, as the page of ties takes it.
void settle_a_tie(slate_input& input, const slate& now) {
    for (const auto& here : now.slots) {
        if (here.state != slot_state::tied) continue;
        const auto order = shuffled(here.entries, *rc::gen::arbitrary<unsigned>());
        if (std::ranges::any_of(input.ties.ladder,
                                [](const auto& step) { return step.rung == tie_rung::second_ballot; }) &&
            *rc::gen::arbitrary<bool>()) {
            input.ties.ballots.push_back({here.entries, {{judge(1), order[0]}, {judge(2), order[0]}}});
            return;
        }
        tie_decision made;
        for (const auto each : order) made.order.push_back({each});
        input.ties.decisions.push_back(std::move(made));
        return;
    }
}

// One more decision, as people may make it.
void decide_something(slate_input& input, const slate& now) {
    switch (*rc::gen::inRange(0, 6)) {
        case 0:
        case 1:
            if (shared_prize wanted{category(1), some_entries(input)}; !find_obstacle(input, wanted))
                input.shared.push_back(std::move(wanted));
            return;
        case 2: input.withheld.push_back({category(1), tier(*rc::gen::inRange(1, 4)), 1, "none"}); return;
        case 3:
            if (const auto one = some_entries(input).front(); !is_gone(input, one))
                input.withdrawn.push_back(
                    {one,
                     *rc::gen::arbitrary<bool>() ? reopened_slot::vacant : reopened_slot::next_of_the_order,
                     "stopped"});
            return;
        case 4: input.tiers.push_back(prize(10 + std::ssize(input.tiers), 10)); return;
        default: settle_a_tie(input, now);
    }
}

void nobody_is_lost_or_passed(const slate_input& input, const slate& proposal) {
    const auto at = standing_in(proposal);
    std::size_t reached = 0, ranked = 0;
    for (const auto& place : input.rankings.front().places) {
        std::size_t last = reached;
        for (const auto each : place.entries) {
            RC_ASSERT(at.contains(each));
            // Whom a shared prize brings together may have been beaten by who is with them, by nobody before.
            RC_ASSERT(is_gone(input, each) || at.at(each) >= reached);
            last = std::max(last, is_gone(input, each) ? 0 : at.at(each));
            ++ranked;
        }
        reached = last;
    }
    RC_ASSERT(at.size() == ranked);
}

void prizes_go_down_the_order(const slate_input& input, const slate& proposal) {
    const auto at = standing_in(proposal);
    std::set<entry_id> winners;
    std::size_t last = 0;
    for (const auto& here : proposal.slots) {
        if (here.state != slot_state::filled && here.state != slot_state::shared) continue;
        RC_ASSERT((here.state == slot_state::shared) == (here.entries.size() > 1));
        for (const auto each : here.entries) {
            RC_ASSERT(winners.insert(each).second);
            RC_ASSERT(!is_gone(input, each));
            RC_ASSERT(at.at(each) >= last);
        }
        last = at.at(here.entries.front());
    }
    // While nothing waits, nobody who is still there is passed over for one further down.
    for (const auto& [each, place] : at)
        RC_ASSERT(place >= last || winners.contains(each) || is_gone(input, each) ||
                  std::ranges::any_of(proposal.slots,
                                      [](const auto& here) { return here.state == slot_state::tied; }));
}

// Whoever stood before somebody stands before them still, or shares with them.
void nobody_changes_sides(const slate_input& input, const slate& before, const slate& after) {
    const auto then = standing_in(before), now = standing_in(after);
    for (const auto& [one, place] : then)
        for (const auto& [other, further_down] : then)
            if (place < further_down && !is_gone(input, one) && !is_gone(input, other))
                RC_ASSERT(now.at(one) <= now.at(other));
}

}  // namespace

RC_GTEST_PROP(slate_of_any_edition, P2_whatever_is_decided_nobody_is_lost_or_passed_by_whom_they_beat, ()) {
    auto input = any_order();
    std::vector<std::pair<slate_input, slate>> steps{{input, propose_slate(input)}};
    for (int decisions = *rc::gen::inRange(1, 7); decisions > 0; --decisions) {
        decide_something(input, steps.back().second);
        const auto after = propose_slate(input);
        nobody_is_lost_or_passed(input, after);
        prizes_go_down_the_order(input, after);
        nobody_changes_sides(input, steps.back().second, after);
        RC_ASSERT(after.unfit.empty());
        steps.emplace_back(input, after);
    }
    // Without the last decision the slate is the one before it.
    for (const auto& [asked, proposal] : steps) RC_ASSERT(propose_slate(asked) == proposal);
}

RC_GTEST_PROP(slate_of_any_edition, P2_what_may_not_be_shared_changes_nothing, ()) {
    auto input = any_order();
    const auto before = propose_slate(input);
    shared_prize wanted{category(1), some_entries(input)};
    if (wanted.entries.size() > 2) wanted.entries.erase(wanted.entries.begin() + 1);
    const auto obstacle = find_obstacle(input, wanted);
    input.shared = {wanted};
    auto after = propose_slate(input);
    nobody_is_lost_or_passed(input, after);
    if (obstacle != sharing_obstacle::another_between) return;
    after.unfit.clear();
    RC_ASSERT(after == before);
}

}  // namespace judging
