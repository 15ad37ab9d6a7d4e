#include "server/acts/announcement.hpp"
#include "server/acts/judging.hpp"
#include "server/acts/ratification.hpp"
#include "server/acts/tally.hpp"
#include "server/commands/demo_history.hpp"

namespace demonstration {
namespace {

using namespace std::chrono_literals;

workflow::instant judging_ended(const story& told) { return told.calendar().judging_closes_at; }

// P1: the tier that the file says was added while the edition ran; in 2014 because of the number and quality of the
// entries.
void add_third_tier(story& told) {
    const auto run = store::list_tally_runs(told.db, told.edition).front().id;
    for (const auto& line : told.loaded.file.tiers) {
        if (!line.added_during_edition) continue;
        const auto who = told.as_office(0, judging_ended(told) + 20h);
        store::new_decision made;
        made.kind = "tier_creation";
        made.reason = "The number and the quality of the entries call for a third prize in each category, for practices "
                      "that are expected to have immense potential to impact society.";
        made.present = "The secretariat, in consultation with the panel";
        made.votes_for = 7;
        made.public_note = "The " + line.name + " was added while the edition ran, because of the number and the quality of "
                           "the entries. No other prize changed by it.";
        made.body = {{"tier", line.key}, {"per_category", line.per_category}};
        const auto decision = acts::decide_upon(told.db, who, made, {run});
        workflow::tier tier;
        tier.key = line.key;
        tier.name = line.name;
        tier.per_category = line.per_category;
        store::add_tier(told.db, who, told.edition, tier, decision);
    }
}

}  // namespace

void tell_deliberation(story& told) {
    const auto closer = told.as_office(0, judging_ended(told) + 1h);
    must(acts::close_judging(told.db, {told.edition, closer.actor}));
    const auto who = told.as_office(1, judging_ended(told) + 2h);
    must(acts::run_tally(told.db, who, "judging was closed"));
}

void tell_ratification(story& told) {
    add_third_tier(told);
    const auto builder = told.as_office(0, judging_ended(told) + 24h * 3);
    must(acts::build_slate(told.db, builder));
    const auto slate = store::find_living_slate(told.db, told.edition);
    for (std::size_t member = 1; member <= 2; ++member) {
        const auto who = told.as_office(member, judging_ended(told) + 24h * 3 + 5h * static_cast<int>(member));
        must(acts::approve_slate(told.db, {told.edition, who.actor}, slate->hash, told.address()));
    }
}

void tell_announcement(story& told) {
    told.db.act_as(store::database_role::clock, std::nullopt);
    told.db.tell_as_of(*told.calendar().announce_at);
    must(acts::announce(told.db, {told.edition, {workflow::role::clock, std::nullopt}}, told.address()));
}

}  // namespace demonstration
