#include "server/features/office/screening.hpp"

#include "server/acts/withdrawal.hpp"
#include "server/features/frame/conflicts.hpp"
#include "server/features/office/screened.hpp"
#include "server/pages/zones.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_action;

std::string link_to_entry(const visit& visit, workflow::entry_id id) {
    return address_of(visit, "/my/entries/" + std::to_string(workflow::value(id)));
}

void send_letters(visit& visit, store::database& db, const workflow::edition& edition,
                  const store::screened_entry& entry, entry_action action, const std::string& reason,
                  std::optional<workflow::instant> due) {
    const auto link = link_to_entry(visit, entry.id);
    // Each return is an event of its own; the version of the row tells them apart.
    const auto cause = "entry " + std::to_string(workflow::value(entry.id)) + " " +
                       std::string(workflow::name_of(action)) + " " + std::to_string(entry.version);
    std::vector<store::new_letter> letters;
    for (const auto& to : store::list_entry_applicants(db, edition.id, entry.id)) {
        const auto person = store::addressee_of(to);
        switch (action) {
            case entry_action::return_for_completion:
                letters.push_back(store::letter_about(
                    notifications::request_for_completion_facts{
                        entry.title, entry.city, written_time(*due, edition.calendar.zone), reason, {}, link},
                    edition.id, person, cause));
                break;
            case entry_action::accept:
                letters.push_back(store::letter_about(
                    notifications::screening_accepted_facts{entry.title, entry.city, entry.category, link},
                    edition.id, person, cause));
                break;
            case entry_action::reject:
                letters.push_back(store::letter_about(
                    notifications::screening_rejected_facts{entry.title, entry.city, reason, "", link},
                    edition.id, person, cause));
                break;
            default:
                letters.push_back(store::letter_about(
                    notifications::entry_withdrawn_facts{entry.title, entry.city,
                                                         written_time(db.now(), edition.calendar.zone),
                                                         "the secretariat", link},
                    edition.id, person, cause));
        }
    }
    store::queue_letters(db, letters);
}

entry_action entry_action_of(const visit& visit) {
    const auto action = workflow::find_named<entry_action>(visit.request.parameter("action"));
    using enum entry_action;
    if (!action ||
        (*action != return_for_completion && *action != accept && *action != reject && *action != withdraw))
        throw store::not_found{};
    return *action;
}

}  // namespace

http::response show_office_entry(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = store::load_screened_entry(db, visit.who.entry.value());
    return office_page(visit, entry_page(visit, db, edition, entry, {}));
}

http::response save_checklist(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = store::lock_screened_entry(db, visit.who.entry.value());
    std::vector<store::check_line> checks;
    for (const auto& point : workflow::screening_points) {
        if (point.for_third_parties && !entry.third_party) continue;
        const std::string key(point.key);
        checks.push_back({key, visit.has_field("point_" + key), visit.field("note_" + key)});
        if (!visit.is_readable("note_" + key) || checks.back().note.size() > 2000)
            visit.error("note_" + key, t("This note is too long or could not be read."));
    }
    if (!visit.frame.errors.empty()) return office_page(visit, entry_page(visit, db, edition, entry, {}));
    store::set_checks(db, visit.as_author(), entry.id, checks);
    return visit.see_other(entry_url(edition, entry), "saved");
}

http::response move_office_entry(visit& visit, store::database& db) {
    const auto action = entry_action_of(visit);
    const auto reason_field = "reason_" + std::string(workflow::name_of(action));
    const auto reason = visit.field(reason_field);

    store::share_edition(db, visit.edition());
    const auto edition = store::load_edition(db, visit.edition());
    const auto entry = store::lock_screened_entry(db, visit.who.entry.value());
    auto facts = screening_facts(db, edition, entry);
    facts.reason_given = !reason.empty();
    const auto again = [&](std::string_view field, pages::phrase why) {
        visit.error(field, why);
        return office_page(
            visit, entry_page(visit, db, edition, entry, {action, std::string(field), std::move(why)}));
    };
    if (!visit.is_readable(reason_field) || reason.size() > 4000)
        return again(reason_field, t("This text is too long or could not be read."));
    std::optional<workflow::instant> due;
    if (action == entry_action::return_for_completion) {
        const auto at =
            workflow::instant_of(visit.field("due_at"), edition.calendar.zone, pages::answer_for_zone);
        if (!at) return again("due_at", visit.sentence(at.error()));
        due = facts.completion_due_at = *at;
    }

    const auto decided = workflow::decide(entry.state, action, visit.actor(), facts);
    if (!decided) {
        const auto& no = decided.error();
        if (no.code == workflow::refusal_code::reason_required)
            return again(reason_field, visit.sentence(no));
        if (no.code == workflow::refusal_code::due_date_missing) return again("due_at", visit.sentence(no));
        return visit.refuse(no);
    }
    if (due) store::set_return(db, entry.id, reason, *due);
    if (action == entry_action::reject) store::set_closing(db, entry.id, reason, false);
    // Its first point says that the city may enter: with the entry a proposed city is accepted too.
    if (action == entry_action::accept) store::approve_city(db, visit.as_author(), entry.city_id);
    if (action == entry_action::withdraw) store::set_closing(db, entry.id, reason, true);
    store::move_entry(db, visit.as_author(), entry.id, entry.version, *decided, store::visibility::open,
                      reason.empty() ? boost::json::object{} : boost::json::object{{"reason_given", true}});
    acts::release_scorecards(db, edition.id, entry.id, *decided, address_of(visit, ""));
    work_out_conflicts(visit, db);
    send_letters(visit, db, edition, entry, action, reason, due);
    return visit.see_other(entry_url(edition, entry), "entry_screened");
}

}  // namespace features
