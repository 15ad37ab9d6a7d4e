#include "server/acts/claims.hpp"

#include "server/acts/conflicts.hpp"
#include "server/acts/letters.hpp"
#include "server/store/cities.hpp"
#include "server/store/claims.hpp"

namespace acts {
namespace {

using workflow::audit_action;
using workflow::audit_subject;
using workflow::refusal_code;

// In the edition of the page, or in the one that is going on; nobody hears of anything while there is none.
std::optional<acting> in_an_edition(const acting& now) {
    auto known = now;
    if (!known.who.edition) known.who.edition = store::find_current_edition(now.db);
    if (!known.who.edition) return std::nullopt;
    return known;
}

std::string cause_of(std::string_view what, const acting& now, workflow::city_id city,
                     workflow::person_id person) {
    return std::string(what) + " " + std::to_string(workflow::value(city)) + " " +
           std::to_string(workflow::value(person)) + " " + store::to_text(now.db.now());
}

std::string page_of_city(const acting& now, workflow::city_id city) {
    return now.service_address + "/my/cities/" + std::to_string(workflow::value(city));
}

template <class Content>
void tell_the_person(const acting& now, workflow::person_id person, const std::string& cause,
                     const Content& content) {
    store::concerning about;
    about.person = person;
    write_to_all(now, about, cause, content);
}

void tell_who_decides(const acting& now, const store::city_row& city, workflow::person_id person) {
    const auto known = in_an_edition(now);
    if (!known) return;
    const auto cause = cause_of("claim", now, city.id, person);
    if (!store::has_applicants(now.db, city.id)) {
        tell_the_office(*known,
                        "Somebody wants to write for " + city.printed_name + " and waits to be confirmed.",
                        "/cities/" + std::to_string(workflow::value(city.id)), cause, person);
        return;
    }
    own_role service(now.db);
    const auto claimant = store::load_claimant(now.db, person);
    service.give_back();
    store::concerning about;
    about.city = city.id;
    write_to_all(*known, about, cause,
                 notifications::claim_waits_content{city.printed_name, claimant.name, claimant.email,
                                                    page_of_city(now, city.id)});
}

void tell_of_confirmation(const acting& now, workflow::city_id city, workflow::person_id person) {
    const auto known = in_an_edition(now);
    if (!known) return;
    tell_the_person(
        *known, person, cause_of("claim confirmed", now, city, person),
        notifications::claim_confirmed_content{store::load_city(now.db, city).printed_name,
                                               moment_of(*known, now.db.now()), page_of_city(now, city)});
}

void record(const acting& now, workflow::city_id city, audit_action action, workflow::person_id person) {
    store::record_act(now.db, now.who, audit_subject::city, workflow::value(city), action,
                      {{"person", workflow::value(person)}});
}

// Nobody of the secretariat decides about the own city.
workflow::verdict may_decide(const acting& now, workflow::city_id city) {
    if (now.who.actor.acts_as == workflow::role::secretariat && store::is_own_city(now.db, city))
        return workflow::refuse(refusal_code::own_city);
    return {};
}

}  // namespace

bool claim_city(const acting& now, workflow::city_id id) {
    const auto city = store::load_city(now.db, id);
    const auto person = now.who.actor.person.value();
    if (!store::join_city(now.db, city.id, person)) return false;
    recompute_conflicts_of(now, person);
    store::record_act(now.db, now.who, audit_subject::city, workflow::value(city.id),
                      audit_action::applicant_asked);
    tell_who_decides(now, city, person);
    return true;
}

workflow::verdict confirm_claim(const acting& now, workflow::city_id city, workflow::person_id person) {
    if (auto may = may_decide(now, city); !may) return may;
    if (!store::confirm_applicant(now.db, city, person)) return workflow::refuse(refusal_code::stale_version);
    record(now, city, audit_action::applicant_confirmed, person);
    tell_of_confirmation(now, city, person);
    return {};
}

tl::expected<bool, workflow::refusal> end_claim(const acting& now, workflow::city_id city,
                                                workflow::person_id person) {
    if (const auto may = may_decide(now, city); !may) return tl::unexpected(may.error());
    if (now.who.actor.acts_as == workflow::role::secretariat && !now.reason_given())
        return workflow::refuse(refusal_code::reason_required);
    const auto ended = store::end_applicant(now.db, city, person);
    if (!ended) return workflow::refuse(refusal_code::stale_version);
    recompute_conflicts_of(now, person);
    record(now, city, *ended ? audit_action::applicant_ended : audit_action::applicant_declined, person);
    if (const auto known = in_an_edition(now))
        tell_the_person(
            *known, person, cause_of("claim ended", now, city, person),
            notifications::claim_ended_content{store::load_city(now.db, city).printed_name, *ended,
                                               moment_of(*known, now.db.now()), now.reason});
    return *ended;
}

workflow::verdict add_applicant(const acting& now, workflow::city_id city, workflow::person_id person) {
    if (auto may = may_decide(now, city); !may) return may;
    store::join_city(now.db, city, person);
    if (!store::confirm_applicant(now.db, city, person)) return workflow::refuse(refusal_code::stale_version);
    recompute_conflicts_of(now, person);
    record(now, city, audit_action::applicant_added, person);
    tell_of_confirmation(now, city, person);
    return {};
}

workflow::verdict merge_cities(const acting& now, workflow::city_id duplicate, workflow::city_id kept) {
    for (const auto one : {duplicate, kept})
        if (auto may = may_decide(now, one); !may) return may;
    const auto old = store::load_city(now.db, duplicate), city = store::load_city(now.db, kept);
    if (old.merged_into || city.merged_into || duplicate == kept)
        return workflow::refuse(refusal_code::stale_version);
    if (const auto limit = store::find_exceeded_limit(now.db, duplicate, kept))
        return workflow::refuse(refusal_code::merged_over_limit, {{"limit", std::to_string(*limit)}});
    store::merge_cities(now.db, duplicate, kept);
    store::record_act(now.db, now.who, audit_subject::city, workflow::value(duplicate),
                      audit_action::cities_merged, {{"into", workflow::value(kept)}});
    for (const auto edition : store::list_editions_of_city(now.db, kept)) {
        auto there = now;
        there.who.edition = edition;
        recompute_conflicts(there);
    }
    if (const auto known = in_an_edition(now)) {
        store::concerning about;
        about.city = kept;
        write_to_all(
            *known, about, cause_of("merged", now, duplicate, now.who.actor.person.value()),
            notifications::cities_merged_content{city.printed_name, old.printed_name,
                                                 moment_of(*known, now.db.now()), page_of_city(now, kept)});
    }
    return {};
}

}  // namespace acts
