#include "server/acts/ratification.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/tally.hpp"
#include "server/store/letters.hpp"
#include "server/store/recipients.hpp"
#include "workflow/state_sets.hpp"

#include <algorithm>
#include <set>

namespace acts {
namespace {

using workflow::refusal_code;

struct prepared {
    proposal made;
    workflow::edition_facts facts;
};

tl::expected<prepared, workflow::refusal> prepare(store::database& db, workflow::edition_id edition) {
    store::lock_edition(db, edition);
    auto made = propose(db, edition);
    if (!made) return workflow::refuse(refusal_code::slot_unfilled, {{"slot", "no tally run"}});
    if (made->inputs_changed) return workflow::refuse(refusal_code::stale_version);
    auto facts = store::load_edition_facts(db, made->edition, made->rules);
    add_slate_facts(*made, facts);
    return prepared{std::move(*made), std::move(facts)};
}

// The slots as the database holds them are those that are proposed now.
bool is_still_proposed(store::database& db, workflow::slate_id slate, const proposal& made) {
    using line = std::tuple<workflow::category_id, workflow::tier_id, int, std::int64_t, std::string>;
    std::set<line> kept, proposed;
    for (const auto& one : store::list_slate_prizes(db, slate))
        kept.insert({one.category_id, one.tier_id, one.place,
                     one.entry_id ? workflow::value(*one.entry_id) : 0, one.withheld_reason});
    for (const auto& slot : made.slate.slots) {
        if (slot.entries.empty()) proposed.insert({slot.category, slot.tier, slot.number, 0, slot.reason});
        for (const auto entry : slot.entries)
            proposed.insert({slot.category, slot.tier, slot.number, workflow::value(entry), ""});
    }
    return kept == proposed;
}

void queue_ratification_wanted(store::database& db, const move_request& wanted,
                               const store::slate_line& slate, const workflow::edition& edition,
                               const std::string& address) {
    std::vector<store::new_letter> letters;
    for (const auto& one : store::list_office_people(db, wanted.edition))
        if (one.id != wanted.actor.person)
            letters.push_back(store::letter_about(
                notifications::ratification_wanted_facts{store::in_words(db, db.now(), edition.calendar.zone),
                                                         address + "/office/" + edition.key + "/ratify"},
                wanted.edition, {one.id, one.name, one.email, one.language},
                "slate " + std::to_string(workflow::value(slate.id))));
    store::queue_letters(db, letters);
}

void move_entries(store::database& db, const store::author& who, workflow::edition_state state,
                  const std::vector<std::pair<store::result_entry, workflow::entry_action>>& moves) {
    for (const auto& [entry, action] : moves) {
        workflow::entry_facts facts;
        facts.edition = state;
        const auto decided = workflow::decide(entry.state, action, who.actor, facts);
        if (!decided) throw std::logic_error("an entry cannot follow its edition's result");
        store::move_entry(db, who, entry.id, entry.version, *decided, store::visibility::sealed);
    }
}

void award(store::database& db, const store::author& who, workflow::slate_id slate,
           workflow::edition_state state) {
    std::set<workflow::entry_id> winners;
    for (const auto& one : store::list_slate_prizes(db, slate))
        if (one.entry_id) winners.insert(*one.entry_id);
    std::vector<std::pair<store::result_entry, workflow::entry_action>> moves;
    for (const auto& entry : store::list_result_entries(db, who.edition.value()))
        if (entry.state == workflow::entry_state::eligible) {
            const bool wins = winners.erase(entry.id) == 1;
            moves.emplace_back(entry,
                               wins ? workflow::entry_action::award : workflow::entry_action::pass_over);
        }
    if (!winners.empty()) throw std::runtime_error("a prize would go to an entry that is not eligible");
    move_entries(db, who, state, moves);
}

}  // namespace

tl::expected<workflow::slate_id, workflow::refusal> build_slate(store::database& db,
                                                                const store::author& who) {
    auto ready = prepare(db, who.edition.value());
    if (!ready) return tl::unexpected(ready.error());
    ready->facts.ratifiers = 2;  // who approves comes later
    if (const auto may = workflow::decide(ready->made.edition.state, workflow::edition_action::ratify,
                                          who.actor, ready->facts);
        !may)
        return tl::unexpected(may.error());
    if (const auto old = store::find_living_slate(db, who.edition.value()))
        store::mark_slate_withdrawn(db, who, old->id);
    return store::add_slate(db, who, ready->made.run.line.id, ready->made.slate.slots);
}

tl::expected<approved, workflow::refusal> approve_slate(store::database& db, const move_request& wanted,
                                                        std::string_view hash,
                                                        const std::string& service_address) {
    auto ready = prepare(db, wanted.edition);
    if (!ready) return tl::unexpected(ready.error());
    auto& [made, facts] = *ready;
    const auto slate = store::find_living_slate(db, wanted.edition);
    if (!slate || slate->state != store::slate_state::proposed)
        return workflow::refuse(refusal_code::stale_version);
    if (slate->hash != hash || store::hash_of_slate(db, slate->id) != hash ||
        !is_still_proposed(db, slate->id, made))
        return workflow::refuse(refusal_code::stale_version);
    const store::author who{wanted.actor, wanted.edition};
    const bool is_new = store::add_approval(db, who, slate->id, hash);
    std::set<workflow::person_id> people;
    for (const auto& one : store::list_approvals(db, slate->id))
        if (one.hash == hash) people.insert(one.person_id);
    facts.ratifiers = static_cast<int>(people.size());
    const auto decided =
        workflow::decide(made.edition.state, workflow::edition_action::ratify, wanted.actor, facts);
    if (!decided) {
        if (decided.error().code != refusal_code::needs_two_people || !is_new)
            return tl::unexpected(decided.error());
        queue_ratification_wanted(db, wanted, *slate, made.edition, service_address);
        return approved{false, facts.ratifiers};
    }
    store::mark_slate_ratified(db, slate->id);
    award(db, who, slate->id, made.edition.state);
    store::freeze_recipients(db, who, slate->id);
    store::move_edition(db, who, wanted.edition, made.edition.version, *decided, {{"slate", slate->hash}});
    return approved{true, facts.ratifiers};
}

moved withdraw_slate(store::database& db, const move_request& wanted) {
    store::lock_edition(db, wanted.edition);
    const auto edition = store::load_edition(db, wanted.edition);
    auto facts = store::load_edition_facts(db, edition, store::load_rules(db, wanted.edition));
    facts.reason_given = wanted.reason_given;
    const auto decided =
        workflow::decide(edition.state, workflow::edition_action::withdraw_slate, wanted.actor, facts);
    if (!decided) return decided;
    const store::author who{wanted.actor, wanted.edition};
    std::vector<std::pair<store::result_entry, workflow::entry_action>> moves;
    for (const auto& entry : store::list_result_entries(db, wanted.edition))
        if (is_among(entry.state, workflow::entry_states::with_a_result))
            moves.emplace_back(entry, workflow::entry_action::reconsider);
    move_entries(db, who, edition.state, moves);
    store::mark_slate_withdrawn(db, who, store::find_living_slate(db, wanted.edition).value().id);
    store::move_edition(db, who, wanted.edition, edition.version, *decided, {{"reason", wanted.reason}});
    // Conflicts that were found while the result stood may take scorecards out of the count now.
    recompute_conflicts(db, who, wanted.edition);
    return decided;
}

}  // namespace acts
