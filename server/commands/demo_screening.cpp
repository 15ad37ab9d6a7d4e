#include "server/acts/editions.hpp"
#include "server/acts/entries.hpp"
#include "server/commands/demo_history.hpp"
#include "server/store/screening.hpp"
#include "workflow/screening.hpp"

namespace demonstration {
namespace {

using namespace std::chrono_literals;
using workflow::entry_action;

std::vector<store::check_line> ticked(bool all) {
    std::vector<store::check_line> lines;
    for (const auto& point : workflow::screening_points)
        if (!point.for_third_parties)
            lines.push_back({std::string(point.key), all || point.key != "one_project", ""});
    return lines;
}

void screen(story& told, const told_entry& entry, entry_action action, std::size_t number) {
    const auto who =
        told.as_office(number, told.calendar().closes_at + 26h + 25min * static_cast<int>(number));
    store::set_checks(told.db, who, entry.id, ticked(action == entry_action::accept));
    switch (action) {
        case entry_action::reject:
            must(acts::reject_entry(
                told.acting(who, "What is described is an idea; nothing of it is carried out yet."),
                entry.id));
            break;
        case entry_action::return_for_completion:
            must(acts::return_entry(
                told.acting(who, "Please say where the figures on the number of users come from."), entry.id,
                told.settled_until + 24h * 7));
            break;
        default: must(acts::accept_entry(told.acting(who), entry.id));
    }
}

}  // namespace

void tell_screening(story& told, std::size_t waiting) {
    told.db.act_as(store::database_role::clock, std::nullopt);
    told.db.tell_as_of(told.calendar().closes_at + std::chrono::minutes(told.calendar().grace_minutes));
    must(acts::close_call(told.acting({{workflow::role::clock, std::nullopt}, told.edition})));
    // 67 of the 68 were judged in 2014, as the press had it; which one was not is made up.
    std::size_t number = 0;
    for (const auto& entry : told.entries) {
        if (number + waiting >= told.entries.size()) break;
        const bool is_last_made_up = entry.made_up + 1 == told.made_up.size();
        const bool is_returned = waiting > 0 && number == 20 && told.made_up[entry.made_up].tier.empty();
        screen(told, entry,
               is_last_made_up ? entry_action::reject
               : is_returned   ? entry_action::return_for_completion
                               : entry_action::accept,
               number++);
    }
}

}  // namespace demonstration
