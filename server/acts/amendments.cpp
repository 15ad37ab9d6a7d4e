#include "server/acts/amendments.hpp"

#include "server/acts/tally.hpp"
#include "server/store/grave_acts.hpp"
#include "server/store/moves.hpp"
#include "server/store/slates.hpp"

#include <algorithm>

namespace acts {
namespace {

using workflow::refusal_code;

workflow::rule_set with_prizes_of(const workflow::edition& edition, workflow::rule_set rules) {
    rules.prizes.clear();
    for (const auto& one : edition.tiers) rules.prizes.push_back({one.key, one.name, one.per_category});
    return rules;
}

workflow::verdict may_amend(store::database& db, const workflow::edition& edition,
                            const store::kept_rules& kept, const store::amendment_wanted& wanted) {
    if (store::is_slate_approved(db, edition.id)) return workflow::refuse(refusal_code::slate_approved);
    const auto before = with_prizes_of(edition, kept.rules);
    auto after = before;
    const auto same = std::ranges::find(after.prizes, wanted.key, &workflow::prize_slots::key);
    if (wanted.adds_tier == (same != after.prizes.end()))
        return workflow::refuse(refusal_code::rules_frozen, {{"part", "prizes"}});
    if (wanted.adds_tier)
        after.prizes.push_back({wanted.key, wanted.name, wanted.per_category});
    else
        *same = {wanted.key, wanted.name, wanted.per_category};
    if (after == before) return workflow::refuse(refusal_code::rules_frozen, {{"part", "prizes"}});
    return workflow::may_amend_after_scoring(before, after);
}

store::minutes minutes_of(const store::amendment& made) {
    store::minutes minutes;
    minutes.reason = made.reason;
    minutes.present = made.present;
    minutes.recused = made.recused;
    minutes.votes_for = made.votes_for;
    minutes.votes_against = made.votes_against;
    minutes.abstained = made.abstained;
    minutes.public_note = made.public_note;
    return minutes;
}

store::decision_body body_of(const store::amendment& made) {
    if (made.adds_tier) return store::tier_creation_body{made.key, made.per_category, made.id};
    return store::rule_change_body{made.key, made.per_category, made.id};
}

void add_prizes(store::database& db, const store::author& who, const workflow::edition& edition,
                const store::amendment& made, workflow::decision_id decision) {
    workflow::tier tier;
    tier.key = made.key;
    tier.name = made.name;
    tier.per_category = made.per_category;
    if (made.adds_tier) {
        store::add_tier(db, who, edition.id, tier, decision);
        return;
    }
    tier.id = std::ranges::find(edition.tiers, made.key, &workflow::tier::key)->id;
    store::widen_tier(db, who, edition.id, tier, decision);
}

}  // namespace

tl::expected<std::int64_t, workflow::refusal> propose_amendment(store::database& db, const store::author& who,
                                                                const store::amendment_wanted& wanted,
                                                                const store::minutes& minutes) {
    store::lock_edition(db, who.edition.value());
    const auto edition = store::load_edition(db, who.edition.value());
    if (const auto may = may_amend(db, edition, store::load_rules(db, edition.id), wanted); !may)
        return tl::unexpected(may.error());
    const auto id = store::add_amendment(db, who, wanted, minutes);
    if (!id) return workflow::refuse(refusal_code::proposal_waits);
    return *id;
}

tl::expected<workflow::decision_id, workflow::refusal> confirm_amendment(store::database& db,
                                                                         const store::author& who,
                                                                         std::int64_t amendment) {
    store::lock_edition(db, who.edition.value());
    const auto made = store::load_amendment(db, who.edition.value(), amendment);
    if (made.outcome) return workflow::refuse(refusal_code::stale_version);
    if (made.proposed_by == who.actor.person)
        return workflow::refuse(refusal_code::needs_two_people, {{"people", "1"}});
    if (!store::was_in_office(db, who.edition.value(), made.proposed_at))
        return workflow::refuse(refusal_code::joined_later);
    const auto edition = store::load_edition(db, who.edition.value());
    const auto kept = store::load_rules(db, edition.id);
    const store::amendment_wanted wanted{made.adds_tier, made.key, made.name, made.per_category};
    if (const auto may = may_amend(db, edition, kept, wanted); !may) return tl::unexpected(may.error());

    std::vector<workflow::tally_run_id> relied;
    if (const auto runs = store::list_tally_runs(db, edition.id); !runs.empty())
        relied.push_back(runs.front().id);
    const auto decision = decide_upon(db, who, minutes_of(made), body_of(made), relied);
    store::settle_amendment(db, who, amendment, decision);
    add_prizes(db, who, edition, made, decision);
    store::freeze_rules(db, store::add_rules(db, who, edition.id, kept.rules, made.reason, decision));
    return decision;
}

workflow::verdict reject_amendment(store::database& db, const store::author& who, std::int64_t amendment) {
    store::lock_edition(db, who.edition.value());
    if (store::load_amendment(db, who.edition.value(), amendment).outcome)
        return workflow::refuse(refusal_code::stale_version);
    store::settle_amendment(db, who, amendment, std::nullopt);
    return {};
}

}  // namespace acts
