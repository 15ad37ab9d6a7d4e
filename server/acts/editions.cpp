#include "server/acts/editions.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/letters.hpp"
#include "server/store/decisions.hpp"
#include "server/store/drafts.hpp"
#include "server/store/entries.hpp"

namespace acts {

using workflow::edition_action;

edition_at_hand take_edition(const acting& now) {
    store::lock_edition(now.db, now.edition());
    auto edition = store::load_edition(now.db, now.edition());
    auto kept = store::load_rules(now.db, now.edition());
    auto facts = store::load_edition_facts(now.db, edition, kept);
    facts.reason_given = now.reason_given();
    return {std::move(edition), std::move(kept), std::move(facts)};
}

edition_moved decide_and_move(const acting& now, edition_at_hand at_hand, edition_action action,
                              boost::json::object details, std::optional<workflow::instant> new_closes_at) {
    auto decided = workflow::decide(at_hand.edition.state, action, now.who.actor, at_hand.facts);
    if (!decided) return decided;
    edition_move moving{std::move(at_hand.edition), std::move(at_hand.kept), *decided, std::move(details),
                        new_closes_at};
    if (const auto done = move(now, moving); !done) return tl::unexpected(done.error());
    return decided;
}

workflow::verdict say_ready(const acting& now, bool is_ready) {
    const auto at_hand = take_edition(now);
    if (is_ready) {
        const auto decided =
            workflow::decide(at_hand.edition.state, edition_action::open_call, now.who.actor, at_hand.facts);
        if (!decided) return tl::unexpected(decided.error());
    }
    store::set_ready(now.db, now.edition(), is_ready);
    store::record_act(now.db, now.who, workflow::audit_subject::edition, workflow::value(now.edition()),
                      is_ready ? workflow::audit_action::said_ready : workflow::audit_action::said_not_ready);
    return {};
}

void show_on_front_page(const acting& now) {
    store::put_on_front_page(now.db, now.edition());
    store::record_act(now.db, now.who, workflow::audit_subject::edition, workflow::value(now.edition()),
                      workflow::audit_action::put_on_front_page);
}

edition_moved open_call(const acting& now) {
    return decide_and_move(now, take_edition(now), edition_action::open_call);
}

edition_moved close_call(const acting& now) {
    return decide_and_move(now, take_edition(now), edition_action::close_call);
}

edition_moved extend_deadline(const acting& now, workflow::instant new_closes_at) {
    if (!now.reason_given()) return workflow::refuse(workflow::refusal_code::reason_required);
    auto at_hand = take_edition(now);
    at_hand.facts.extension_decided_at = at_hand.facts.now.get();
    at_hand.facts.new_closes_at = new_closes_at;
    const auto old_closes_at = at_hand.edition.calendar.closes_at;
    const auto decided = decide_and_move(now, std::move(at_hand), edition_action::extend_deadline,
                                         {{"until", store::to_text(new_closes_at)}}, new_closes_at);
    if (!decided) return decided;
    store::minutes minutes;
    minutes.reason = now.reason;
    store::record_decision(
        now.db, now.who, minutes,
        store::deadline_change_body{store::to_text(old_closes_at), store::to_text(new_closes_at)});
    return decided;
}

edition_moved archive(const acting& now) {
    return decide_and_move(now, take_edition(now), edition_action::archive);
}

edition_moved cancel(const acting& now) {
    return decide_and_move(now, take_edition(now), edition_action::cancel);
}

workflow::verdict publish_the_call(const acting& now, edition_move& moved) {
    store::note_opened(now.db, moved.edition.id);
    return {};
}

workflow::verdict publish_the_calendar(const acting& now, edition_move& moved) {
    store::set_deadline(now.db, moved.edition.id, moved.new_closes_at.value());
    return {};
}

workflow::verdict tell_applicants(const acting& now, edition_move& moved) {
    const auto& zone = moved.edition.calendar.zone;
    const auto until = moved.new_closes_at.value();
    write_to_all(now, {}, "deadline " + store::to_text(until),
                 notifications::deadline_extended_content{
                     store::moment_of(now.db, moved.edition.calendar.closes_at, zone),
                     store::moment_of(now.db, until, zone), now.reason, now.service_address + "/my"});
    return {};
}

// C14: whoever still had time by what was published hears why there is none.
void tell_of_the_early_close(const acting& now, const workflow::edition& edition, workflow::entry_id draft) {
    if (now.who.actor.acts_as == workflow::role::clock || now.db.clock() >= edition.calendar.closes_at)
        return;
    const auto entry = store::load_entry(now.db, draft);
    write_to_all(now, store::about_entry(draft),
                 "early close of entry " + std::to_string(workflow::value(draft)) + " version " +
                     std::to_string(entry.version),
                 notifications::call_closed_early_content{
                     entry.title, entry.city_name, moment_of(now, edition.calendar.closes_at),
                     moment_of(now, now.db.clock()), now.reason, link_to_entry(now, draft)});
}

workflow::verdict lapse_the_drafts(const acting& now, edition_move& moved) {
    store::note_closed(now.db, moved.edition.id);
    const auto drafts = store::list_drafts_that_end(now.db, moved.edition.id);
    std::vector<workflow::entry_id> ids;
    for (const auto& draft : drafts) ids.push_back(draft.id);
    const auto facts = store::load_entry_facts(now.db, moved.edition, moved.decided.to, now.who.actor, ids);
    acting without_reason = now;
    without_reason.reason.clear();
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto lapses =
            workflow::decide(drafts[i].state, workflow::entry_action::lapse, now.who.actor, facts[i]);
        if (!lapses) continue;
        entry_move lapsing{drafts[i].id, drafts[i].version, *lapses, store::visibility::open, {}, {}};
        if (auto done = move(without_reason, lapsing); !done) return done;
        if (drafts[i].state == workflow::entry_state::draft)
            tell_of_the_early_close(now, moved.edition, drafts[i].id);
    }
    return {};
}

workflow::verdict send_the_cancellation(const acting& now, edition_move& moved) {
    const notifications::edition_cancelled_content content{
        now.reason, store::moment_of(now.db, now.db.clock(), moved.edition.calendar.zone)};
    write_to_all(now, {}, "edition " + std::to_string(workflow::value(moved.edition.id)) + " cancelled",
                 content);
    return {};
}

}  // namespace acts
