#include "server/acts/appeals.hpp"

#include "server/acts/letters.hpp"

#include <algorithm>

namespace acts {

workflow::verdict may_appeal(const workflow::edition& edition, workflow::instant now,
                             const std::vector<store::appeal_row>& before) {
    return workflow::may_appeal({edition.announced_at, edition.calendar.appeal_days, now,
                                 std::ranges::any_of(before, [](const auto& one) { return !one.outcome; })});
}

tl::expected<std::int64_t, workflow::refusal> lodge_appeal(const acting& now, const store::entry_row& entry,
                                                           workflow::appeal_ground ground,
                                                           const std::string& body) {
    const auto at = now.db.clock();
    const auto edition = store::load_edition(now.db, now.edition());
    const auto may = may_appeal(edition, at, store::list_appeals_about(now.db, entry.id));
    if (!may) return tl::unexpected(may.error());
    const auto appeal = store::add_appeal(now.db, now.who, entry.id, ground, body);
    if (!appeal) return workflow::refuse(workflow::refusal_code::appeal_open_already);
    const auto cause = "appeal " + std::to_string(*appeal);
    write_to_all(now, store::about_entry(entry.id), cause,
                 notifications::appeal_received_content{entry.title, entry.city_name,
                                                        store::moment_of(now.db, at, edition.calendar.zone),
                                                        link_to_entry(now, entry.id)});
    tell_the_office(now, "An appeal was lodged.", "/appeals/" + std::to_string(*appeal), cause);
    return *appeal;
}

workflow::verdict may_settle_appeal(const acting& now, const store::appeal_row& appeal) {
    return workflow::may_settle_appeal(
        !appeal.outcome, store::has_judged(now.db, now.edition(), now.who.actor.person.value()));
}

tl::expected<workflow::decision_id, workflow::refusal> settle_appeal(const acting& now,
                                                                     const store::appeal_row& appeal,
                                                                     workflow::appeal_outcome outcome,
                                                                     const std::string& answer,
                                                                     const store::minutes& made) {
    if (const auto may = may_settle_appeal(now, appeal); !may) return tl::unexpected(may.error());
    const auto decision =
        store::record_decision(now.db, now.who, made, store::appeal_body{appeal.id, outcome});
    store::settle_appeal(now.db, now.who, appeal.id, outcome, answer, decision);
    write_to_all(now, store::about_entry(appeal.entry_id), "appeal " + std::to_string(appeal.id) + " settled",
                 notifications::appeal_settled_content{
                     appeal.title, appeal.city,
                     outcome == workflow::appeal_outcome::upheld ? "The appeal is upheld."
                                                                 : "The appeal is dismissed.",
                     answer, moment_of(now, now.db.now()), link_to_entry(now, appeal.entry_id)});
    return decision;
}

}  // namespace acts
