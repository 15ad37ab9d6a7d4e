#include "server/acts/amendments.hpp"
#include "server/acts/announcement.hpp"
#include "server/acts/judging.hpp"
#include "server/acts/proposal.hpp"
#include "server/acts/ratification.hpp"
#include "server/acts/tally.hpp"
#include "server/commands/demo_history.hpp"

#include <algorithm>

namespace demonstration {
namespace {

using namespace std::chrono_literals;

workflow::instant judging_ended(const story& told) {
    return told.calendar().judging_closes_at;
}

// P1, J10: the tier that the file says was added while the edition ran; in 2014 because of the number and
// quality of the entries.
void add_third_tier(story& told) {
    for (const auto& line : told.loaded.file.tiers) {
        if (!line.added_during_edition) continue;
        const auto who = told.as_office(0, judging_ended(told) + 20h);
        store::minutes made;
        made.reason =
            "The number and the quality of the entries call for a third prize in each category, for "
            "practices "
            "that are expected to have immense potential to impact society.";
        made.present = "The secretariat, in consultation with the panel";
        made.votes_for = 7;
        made.public_note = "The " + line.name +
                           " was added while the edition ran, because of the number and the quality of "
                           "the entries. No other prize changed by it.";
        const auto proposed =
            acts::propose_amendment(told.db, who, {true, line.key, line.name, line.per_category}, made);
        must(proposed);
        const auto second = told.as_office(1, judging_ended(told) + 21h);
        must(acts::confirm_amendment(told.db, second, *proposed));
    }
}

std::string tier_in_fact(const story& told, workflow::entry_id entry) {
    const auto found = std::ranges::find(told.entries, entry, &told_entry::id);
    return found == told.entries.end() ? "" : told.made_up[found->made_up].tier;
}

// J7: where the scores do not separate two entries, the judges without a conflict vote; the real winner gets
// all votes but one.
void hold_second_ballot(story& told) {
    const auto who = told.as_office(0, judging_ended(told) + 24h * 2);
    const auto made = acts::propose(told.db, told.edition);
    for (const auto& tie : made->slate.ties) {
        const auto open = std::ranges::find(tie.resolution.groups, false, &judging::tied_group::is_settled);
        if (open == tie.resolution.groups.end()) continue;
        judging::ballot ballot{open->entries, {}};
        std::stable_partition(ballot.entries.begin(), ballot.entries.end(),
                              [&](auto one) { return tier_in_fact(told, one) == "outstanding"; });
        for (const auto& judge : store::list_panel(told.db, told.edition))
            if (std::ranges::none_of(made->asked.ties.barred, [&](const auto& pair) {
                    return pair.judge == judge.id && std::ranges::count(ballot.entries, pair.entry) > 0;
                }))
                ballot.votes.push_back({judge.id, ballot.entries[ballot.votes.empty() ? 1 : 0]});
        store::minutes vote;
        vote.reason =
            "The two entries have the same scores on everything. The panel voted in a second ballot.";
        vote.present = "The panel, the secretariat";
        vote.votes_for = static_cast<int>(ballot.votes.size()) - 1;
        vote.votes_against = 1;
        acts::decide_upon(told.db, who, vote, store::second_ballot_body{ballot.entries, ballot.votes},
                          {made->run.line.id});
    }
}

}  // namespace

void tell_deliberation(story& told) {
    told.do_by_two(workflow::grave_act::close_judging, judging_ended(told) + 1h,
                   "Every scorecard of the finals is in");
}

void tell_ratification(story& told) {
    add_third_tier(told);
    hold_second_ballot(told);
    const auto builder = told.as_office(0, judging_ended(told) + 24h * 3);
    must(acts::build_slate(told.db, builder));
    const auto slate = store::find_living_slate(told.db, told.edition);
    for (std::size_t member = 1; member <= 2; ++member) {
        const auto who =
            told.as_office(member, judging_ended(told) + 24h * 3 + 5h * static_cast<int>(member));
        must(acts::approve_slate(told.acting(who), slate->hash));
    }
}

void tell_announcement(story& told) {
    told.db.act_as(store::database_role::clock, std::nullopt);
    told.db.tell_as_of(*told.calendar().announce_at);
    must(acts::announce(told.acting({{workflow::role::clock, std::nullopt}, told.edition})));
}

}  // namespace demonstration
