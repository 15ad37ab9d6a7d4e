#include "server/acts/ratification.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/letters.hpp"
#include "server/acts/tally.hpp"
#include "server/store/grave_acts.hpp"
#include "server/store/recipients.hpp"
#include "workflow/form.hpp"
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

void ask_a_second_person(const acting& now, const store::slate_line& slate,
                         const workflow::edition& edition) {
    write_to_all(now, {}, "slate " + std::to_string(workflow::value(slate.id)),
                 notifications::ratification_wanted_content{
                     store::moment_of(now.db, now.db.now(), edition.calendar.zone),
                     now.service_address + "/office/" + edition.key + "/ratify"});
}

using entry_and_action = std::pair<store::result_entry, workflow::entry_action>;

// The entries follow their edition, under the seal.
workflow::verdict move_entries(const acting& now, const workflow::edition& edition,
                               const std::vector<entry_and_action>& moves) {
    std::vector<workflow::entry_id> ids;
    for (const auto& [entry, action] : moves) ids.push_back(entry.id);
    const auto facts = store::load_entry_facts(now.db, edition, edition.state, now.who.actor, ids);
    for (std::size_t i = 0; i < moves.size(); ++i) {
        const auto& [entry, action] = moves[i];
        const auto decided = workflow::decide(entry.state, action, now.who.actor, facts[i]);
        if (!decided) throw std::logic_error("an entry cannot follow its edition's result");
        entry_move moving{entry.id, entry.version, *decided, store::visibility::sealed, {}, {}};
        if (auto done = move(now, moving); !done) return done;
    }
    return {};
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

tl::expected<approved, workflow::refusal> approve_slate(const acting& now, std::string_view hash) {
    auto& db = now.db;
    auto ready = prepare(db, now.edition());
    if (!ready) return tl::unexpected(ready.error());
    auto& [made, facts] = *ready;
    const auto slate = store::find_living_slate(db, now.edition());
    if (!slate || slate->state != store::slate_state::proposed)
        return workflow::refuse(refusal_code::stale_version);
    if (slate->hash != hash || store::hash_of_slate(db, slate->id) != hash ||
        !is_still_proposed(db, slate->id, made))
        return workflow::refuse(refusal_code::stale_version);
    if (!store::was_in_office(db, now.edition(), slate->created_at))
        return workflow::refuse(refusal_code::joined_later);
    const bool is_new = store::add_approval(db, now.who, slate->id, hash);
    std::set<workflow::person_id> people;
    for (const auto& one : store::list_approvals(db, slate->id))
        if (one.hash == hash) people.insert(one.person_id);
    const auto approvals = static_cast<int>(people.size());
    facts.ratifiers = approvals;
    const auto decided = decide_and_move(now, {made.edition, made.rules, facts},
                                         workflow::edition_action::ratify, {{"slate", slate->hash}});
    if (decided) return approved{true, approvals};
    if (decided.error().code != refusal_code::needs_two_people || !is_new)
        return tl::unexpected(decided.error());
    ask_a_second_person(now, *slate, made.edition);
    return approved{false, approvals};
}

edition_moved withdraw_slate(const acting& now) {
    const auto decided = decide_and_move(now, take_edition(now), workflow::edition_action::withdraw_slate);
    // Conflicts that were found while the result stood may take scorecards out of the count now.
    if (decided) recompute_conflicts(now);
    return decided;
}

workflow::verdict award_the_slate(const acting& now, edition_move& moved) {
    const auto slate = store::find_living_slate(now.db, moved.edition.id).value();
    std::set<workflow::entry_id> winners;
    for (const auto& one : store::list_slate_prizes(now.db, slate.id))
        if (one.entry_id) winners.insert(*one.entry_id);
    std::vector<entry_and_action> moves;
    for (const auto& entry : store::list_result_entries(now.db, moved.edition.id))
        if (entry.state == workflow::entry_state::eligible) {
            const bool wins = winners.erase(entry.id) == 1;
            moves.emplace_back(entry,
                               wins ? workflow::entry_action::award : workflow::entry_action::pass_over);
        }
    if (!winners.empty()) throw std::runtime_error("a prize would go to an entry that is not eligible");
    return move_entries(now, moved.edition, moves);
}

workflow::verdict seal_the_result(const acting& now, edition_move& moved) {
    const auto slate = store::find_living_slate(now.db, moved.edition.id).value();
    store::mark_slate_ratified(now.db, slate.id);
    store::freeze_recipients(now.db, now.who, slate.id, workflow::contact_questions(moved.kept.rules.form));
    return {};
}

workflow::verdict reconsider_the_slate(const acting& now, edition_move& moved) {
    using enum workflow::entry_state;
    std::vector<entry_and_action> moves;
    for (const auto& entry : store::list_result_entries(now.db, moved.edition.id))
        if (entry.state == awarded || entry.state == not_awarded)
            moves.emplace_back(entry, workflow::entry_action::reconsider);
    if (auto done = move_entries(now, moved.edition, moves); !done) return done;
    store::mark_slate_withdrawn(now.db, now.who,
                                store::find_living_slate(now.db, moved.edition.id).value().id);
    return {};
}

}  // namespace acts
