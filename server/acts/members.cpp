#include "server/acts/members.hpp"

#include "server/acts/letters.hpp"

#include <algorithm>

namespace acts {
namespace {

using workflow::refusal_code;

bool is_alone(const acting& now) {
    return std::ranges::none_of(store::list_office(now.db, now.edition()), [&](const auto& one) {
        return one.in_force && one.person_id != now.who.actor.person;
    });
}

store::addressee addressee_of(const store::office_member& member) {
    return {member.person_id, member.name, member.email, member.language};
}

std::string page_of(workflow::person_id person) {
    return "/team/" + std::to_string(workflow::value(person));
}

std::string cause_of(std::string_view what, const acting& now, const store::office_member& member) {
    return std::string(what) + " " + store::to_text(now.db.now()) + " " +
           std::to_string(workflow::value(member.person_id));
}

void confirm(const acting& now, const store::office_member& member) {
    store::confirm_member(now.db, now.who, member.person_id);
    if (!member.accepted_at) return;
    const auto edition = store::load_edition(now.db, now.edition());
    store::queue_letter(now.db, letter_about(
                                    notifications::membership_confirmed_content{
                                        store::moment_of(now.db, now.db.now(), edition.calendar.zone),
                                        now.service_address + "/office/" + edition.key},
                                    edition.id, addressee_of(member), cause_of("confirmed", now, member)));
}

// First the letter: who leaves by itself knows nothing of the edition afterwards.
void end(const acting& now, const store::office_member& member) {
    if (member.accepted_at) {
        const auto edition = store::load_edition(now.db, now.edition());
        store::queue_letter(now.db, letter_about(
                                        notifications::membership_ended_content{
                                            store::moment_of(now.db, now.db.now(), edition.calendar.zone),
                                            member.end_reason.empty() ? now.reason : member.end_reason},
                                        edition.id, addressee_of(member), cause_of("ended", now, member)));
    }
    store::end_membership(now.db, now.who, member.person_id);
}

}  // namespace

bool ask_to_join(const acting& now, workflow::person_id person, std::string_view name) {
    if (!store::add_to_office(now.db, now.who, person)) return false;
    if (is_alone(now))
        store::confirm_member(now.db, now.who, person);
    else
        tell_the_office(
            now, "A second member has to confirm " + std::string(name) + " for the secretariat.",
            page_of(person),
            "member " + std::to_string(workflow::value(person)) + " " + store::to_text(now.db.now()), person);
    return true;
}

workflow::verdict confirm_member(const acting& now, workflow::person_id person) {
    const auto member = store::find_member(now.db, now.edition(), person);
    if (!member || member->confirmed_at) return workflow::refuse(refusal_code::stale_version);
    if (person == now.who.actor.person) return workflow::refuse(refusal_code::not_yours_to_do);
    if (member->invited_by == now.who.actor.person && !is_alone(now))
        return workflow::refuse(refusal_code::needs_two_people, {{"people", "1"}});
    confirm(now, *member);
    return {};
}

tl::expected<membership_end, workflow::refusal> end_membership(const acting& now,
                                                               workflow::person_id person) {
    const auto member = store::find_member(now.db, now.edition(), person);
    if (!member) return workflow::refuse(refusal_code::stale_version);
    const bool is_own = person == now.who.actor.person;
    if (member->end_asked_by && !is_own) {
        if (member->end_asked_by == now.who.actor.person)
            return workflow::refuse(refusal_code::needs_two_people, {{"people", "1"}});
        end(now, *member);
        return membership_end::ended;
    }
    if (!now.reason_given()) return workflow::refuse(refusal_code::reason_required);
    if (is_own || !member->accepted_at) {
        end(now, *member);
        return membership_end::ended;
    }
    store::ask_to_end_membership(now.db, now.who, person, now.reason);
    tell_the_office(now, "A second member has to confirm that a membership ends.", page_of(person),
                    cause_of("end", now, *member), person);
    return membership_end::asked;
}

workflow::verdict keep_member(const acting& now, workflow::person_id person) {
    const auto member = store::find_member(now.db, now.edition(), person);
    if (!member || !member->end_asked_by) return workflow::refuse(refusal_code::stale_version);
    store::keep_membership(now.db, now.who, person);
    return {};
}

}  // namespace acts
