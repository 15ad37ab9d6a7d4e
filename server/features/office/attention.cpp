#include "server/features/office/attention.hpp"

#include "server/features/frame/refusals.hpp"
#include "server/features/office/cities.hpp"
#include "server/features/office/member.hpp"
#include "server/features/office/two_people.hpp"
#include "server/features/results/amendments.hpp"
#include "server/store/office.hpp"

namespace features {
namespace {

using pages::t;
using pages::t_n;

// A category that is too small to compare much: from the close of the call, while it can
// be acted on.
void add_small_categories(store::database& db, const workflow::edition& edition,
                          pages::office_block& to_see) {
    using enum workflow::edition_state;
    if (edition.state != screening && edition.state != judging && edition.state != deliberation) return;
    for (const auto& one : store::list_small_categories(db, edition.id, 3))
        to_see.links.push_back(
            {t_n("{category} has {count} eligible entry, fewer than three: the panel goes on with it, moves "
                 "it by decision, or withholds prizes",
                 "{category} has {count} eligible entries, fewer than three: the panel goes on with it, "
                 "moves "
                 "its entries by decision, or withholds prizes",
                 one.eligible, {{"category", one.name}}),
             office_url(edition, "/entries?category=") + one.key});
}

// The clock tries what is due again and again: its guard says what is in the way for as long as it is. What
// went wrong without a "no" is in the log only.
std::optional<pages::text_block> find_missed_move(const workflow::edition& edition,
                                                  const workflow::edition_facts& facts,
                                                  const std::vector<store::due_move>& due) {
    const auto ours = std::ranges::find(due, edition.id, &store::due_move::id);
    if (ours == due.end()) return std::nullopt;
    const auto move = words_for(ours->action);
    const auto decided =
        workflow::decide(edition.state, ours->action, {workflow::role::clock, std::nullopt}, facts);
    if (!decided)
        return pages::text_block{t("The clock could not make the move “{move}”: {why}",
                                   {{"move", move}, {"why", answer_to(decided.error()).sentence}})};
    return pages::text_block{
        t("The move “{move}” is due and the clock is at it. If this stays, the service's log says why.",
          {{"move", move}})};
}

// A second member's word is wanted (T5), and this one may give it.
bool waits_for(const store::office_member& member, workflow::person_id reader) {
    if (member.of_every_edition || member.declined_at || member.person_id == reader) return false;
    if (member.end_asked_by) return member.end_asked_by != reader;
    return !member.confirmed_at && member.invited_by != reader;
}

}  // namespace

std::optional<pages::office_block> needs_a_look(store::database& db, const workflow::edition& edition,
                                                const workflow::edition_facts& facts,
                                                const std::vector<store::due_move>& due) {
    const auto letters = store::count_letters(db, edition.id);
    pages::office_block to_see;
    to_see.heading = t("Needs a look");
    for (auto& link : cities_that_wait(db, edition)) to_see.links.push_back(std::move(link));
    to_see.warning = find_missed_move(edition, facts, due);
    if (auto waiting = link_to_waiting_amendment(db, edition)) to_see.links.push_back(std::move(*waiting));
    if (auto waiting = link_to_what_waits(db, edition)) to_see.links.push_back(std::move(*waiting));
    if (facts.submitted_unscreened > 0)
        to_see.links.push_back({t_n("{count} entry waits for screening", "{count} entries wait for screening",
                                    facts.submitted_unscreened),
                                office_url(edition, "/entries?state=submitted")});
    for (const auto& one : store::list_office(db, edition.id))
        if (waits_for(one, db.person().value()))
            to_see.links.push_back({one.confirmed_at
                                        ? t("Does the membership of {name} end?", {{"name", one.name}})
                                        : t("Does {name} belong to the secretariat?", {{"name", one.name}}),
                                    member_url(edition, one.person_id)});
    if (letters.failed > 0)
        to_see.links.push_back({t_n("{count} letter could not be delivered",
                                    "{count} letters could not be delivered", letters.failed),
                                office_url(edition, "/letters?state=failed")});
    if (facts.rule_problems > 0)
        to_see.links.push_back(
            {t_n("The rules have {count} problem", "The rules have {count} problems", facts.rule_problems),
             office_url(edition, "/set-up")});
    add_small_categories(db, edition, to_see);
    if (to_see.links.empty() && !to_see.warning) return std::nullopt;
    return to_see;
}

}  // namespace features
