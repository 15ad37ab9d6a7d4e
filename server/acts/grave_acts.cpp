#include "server/acts/grave_acts.hpp"

#include "server/acts/announcement.hpp"
#include "server/acts/corrections.hpp"
#include "server/acts/judging.hpp"
#include "server/acts/letters.hpp"
#include "server/acts/ratification.hpp"

namespace acts {
namespace {

using workflow::refusal_code;

workflow::verdict may_happen(const acting& now, const grave_act_wanted& wanted) {
    if (wanted.act == workflow::grave_act::revoke_award) return may_revoke_award(now, wanted.entry.value());
    if (wanted.act == workflow::grave_act::revoke_certificate)
        return may_revoke_certificate(now, wanted.certificate.value());
    const auto at_hand = take_edition(now);
    const auto decided =
        workflow::decide(at_hand.edition.state, workflow::find_edition_action(wanted.act).value(),
                         now.who.actor, at_hand.facts);
    if (!decided) return tl::unexpected(decided.error());
    return {};
}

template <class Done>
workflow::verdict verdict_of(const Done& done) {
    if (!done) return tl::unexpected(done.error());
    return {};
}

store::minutes minutes_of(const store::grave_act_row& asked) {
    store::minutes minutes;
    minutes.reason = asked.reason;
    minutes.present = asked.present;
    minutes.recused = asked.recused;
    minutes.votes_for = asked.votes_for;
    minutes.votes_against = asked.votes_against;
    minutes.abstained = asked.abstained;
    minutes.public_note = asked.public_note;
    return minutes;
}

workflow::verdict carry_out(const acting& by_two, const store::grave_act_row& asked) {
    using enum workflow::grave_act;
    switch (asked.act) {
        case close_call: return verdict_of(acts::close_call(by_two));
        case close_judging: return verdict_of(acts::close_judging(by_two));
        case withdraw_slate: return verdict_of(acts::withdraw_slate(by_two));
        case announce: return verdict_of(acts::announce(by_two));
        case cancel: return verdict_of(acts::cancel(by_two));
        case revoke_award:
            return verdict_of(acts::revoke_award(by_two.db, by_two.who, asked.entry_id.value(),
                                                 minutes_of(asked), by_two.service_address));
        case revoke_certificate:
            return verdict_of(
                acts::revoke_certificate(by_two.db, by_two.who, asked.certificate_id.value(), asked.reason));
    }
    throw std::logic_error("a grave act without a function");
}

void tell_the_others(const acting& now, std::int64_t id, workflow::grave_act act) {
    const auto edition = store::load_edition(now.db, now.edition());
    const auto asked = store::load_grave_act(now.db, now.edition(), id);
    write_to_all(now, {}, "grave act " + std::to_string(id),
                 notifications::confirmation_wanted_content{
                     words_in_letters(act), asked.asked_by_name,
                     store::moment_of(now.db, asked.asked_at, edition.calendar.zone),
                     now.service_address + "/office/" + edition.key + "/two-people"});
}

}  // namespace

std::string words_in_letters(workflow::grave_act act) {
    using enum workflow::grave_act;
    switch (act) {
        case close_call: return "close the call before its deadline";
        case close_judging: return "close judging";
        case withdraw_slate: return "withdraw the slate";
        case announce: return "announce the winners";
        case cancel: return "cancel the edition";
        case revoke_award: return "take a prize back";
        case revoke_certificate: return "revoke a certificate";
    }
    return {};
}

tl::expected<std::int64_t, workflow::refusal> ask_for_grave_act(const acting& now,
                                                                const grave_act_wanted& wanted) {
    store::lock_edition(now.db, now.edition());
    acting asking = now;
    asking.reason = wanted.minutes.reason;
    if (const auto may = may_happen(asking, wanted); !may) return tl::unexpected(may.error());
    if (!store::has_other_members(now.db, now.edition()))
        return workflow::refuse(refusal_code::second_member_missing);
    const auto id = store::add_grave_act(now.db, now.who, wanted);
    if (!id) return workflow::refuse(refusal_code::asked_already);
    tell_the_others(now, *id, wanted.act);
    return *id;
}

workflow::verdict confirm_grave_act(const acting& now, std::int64_t id) {
    store::lock_edition(now.db, now.edition());
    const auto asked = store::load_grave_act(now.db, now.edition(), id);
    if (asked.outcome || asked.is_over) return workflow::refuse(refusal_code::stale_version);
    if (asked.asked_by == now.who.actor.person)
        return workflow::refuse(refusal_code::needs_two_people, {{"people", "1"}});
    if (asked.joined_later) return workflow::refuse(refusal_code::joined_later);
    acting by_two = now;
    by_two.reason = asked.reason;
    by_two.who.asked_by = asked.asked_by;
    store::settle_grave_act(now.db, by_two.who, id, store::grave_act_outcome::confirmed, {});
    return carry_out(by_two, asked);
}

workflow::verdict take_back_grave_act(const acting& now, std::int64_t id) {
    store::lock_edition(now.db, now.edition());
    if (store::load_grave_act(now.db, now.edition(), id).outcome)
        return workflow::refuse(refusal_code::stale_version);
    if (!now.reason_given()) return workflow::refuse(refusal_code::reason_required);
    store::settle_grave_act(now.db, now.who, id, store::grave_act_outcome::taken_back, now.reason);
    return {};
}

}  // namespace acts
