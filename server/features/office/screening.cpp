#include "server/features/office/screening.hpp"

#include "server/acts/entries.hpp"
#include "server/features/office/screened.hpp"
#include "server/pages/zones.hpp"
#include "server/store/office.hpp"
#include "typed/characters.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::entry_action;

// The move that the form asks for; `due` only for a return.
acts::entry_moved make(const acts::acting& now, workflow::entry_id id, entry_action action,
                       std::optional<workflow::instant> due) {
    switch (action) {
        case entry_action::return_for_completion: return acts::return_entry(now, id, due);
        case entry_action::accept: return acts::accept_entry(now, id);
        case entry_action::reject: return acts::reject_entry(now, id);
        case entry_action::withdraw: return acts::withdraw_entry(now, id);
        default: throw store::not_found{};
    }
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
        if (!visit.is_readable("note_" + key) || typed::is_longer_than(checks.back().note, 2000))
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
    const auto again = [&](std::string_view field, pages::phrase why) {
        visit.error(field, why);
        return office_page(
            visit, entry_page(visit, db, edition, entry, {action, std::string(field), std::move(why)}));
    };
    if (!visit.is_readable(reason_field) || typed::is_longer_than(reason, 4000))
        return again(reason_field, t("This text is too long or could not be read."));
    std::optional<workflow::instant> due;
    if (action == entry_action::return_for_completion) {
        const auto at =
            workflow::instant_of(visit.field("due_at"), edition.calendar.zone, pages::answer_for_zone);
        if (!at) return again("due_at", visit.sentence(at.error()));
        due = *at;
    }

    if (const auto moved = make(visit.acting(db, reason), entry.id, action, due); !moved) {
        const auto& no = moved.error();
        if (no.code == workflow::refusal_code::reason_required)
            return again(reason_field, visit.sentence(no));
        if (no.code == workflow::refusal_code::due_date_missing) return again("due_at", visit.sentence(no));
        return visit.refuse(no);
    }
    return visit.see_other(entry_url(edition, entry), "entry_screened");
}

}  // namespace features
