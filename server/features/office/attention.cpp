#include "server/features/office/attention.hpp"

#include "server/features/results/amendments.hpp"
#include "server/store/office.hpp"

namespace features {
namespace {

using pages::t;

// A category that is too small to compare much: from the close of the call, while it can
// be acted on.
void add_small_categories(store::database& db, const workflow::edition& edition,
                          pages::office_block& to_see) {
    using enum workflow::edition_state;
    if (edition.state != screening && edition.state != judging && edition.state != deliberation) return;
    for (const auto& one : store::list_small_categories(db, edition.id, 3))
        to_see.links.push_back(
            {t("{category} has {count} eligible entries, fewer than three: the panel goes on with it, moves "
               "its entries by decision, or withholds prizes",
               {{"category", one.name}, {"count", std::to_string(one.eligible)}}),
             office_url(edition, "/entries?category=") + one.key});
}

}  // namespace

pages::office_block needs_a_look(store::database& db, const workflow::edition& edition,
                                 const workflow::edition_facts& facts) {
    const auto letters = store::count_letters(db, edition.id);
    pages::office_block to_see;
    to_see.heading = t("Needs a look");
    if (auto waiting = link_to_waiting_amendment(db, edition)) to_see.links.push_back(std::move(*waiting));
    if (facts.submitted_unscreened > 0)
        to_see.links.push_back(
            {t("{count} entries wait for screening", {{"count", std::to_string(facts.submitted_unscreened)}}),
             office_url(edition, "/entries?state=submitted")});
    if (letters.failed > 0)
        to_see.links.push_back(
            {t("{count} letters could not be delivered", {{"count", std::to_string(letters.failed)}}),
             office_url(edition, "/letters?state=failed")});
    if (facts.rule_problems > 0)
        to_see.links.push_back(
            {t("The rules have {count} problems", {{"count", std::to_string(facts.rule_problems)}}),
             office_url(edition, "/set-up")});
    add_small_categories(db, edition, to_see);
    return to_see;
}

}  // namespace features
