#include "server/acts/calls.hpp"
#include "server/acts/conflicts.hpp"
#include "server/commands/demo_history.hpp"
#include "server/store/letters.hpp"
#include "server/store/moves.hpp"
#include "server/store/office.hpp"
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

workflow::entry_facts facts_of(story& told) {
    workflow::entry_facts facts;
    facts.now = told.db.clock();
    facts.edition = workflow::edition_state::screening;
    facts.calendar = told.calendar();
    facts.reason_given = true;
    return facts;
}

void screen(story& told, const told_entry& entry, entry_action action, std::size_t number) {
    auto& db = told.db;
    const auto who =
        told.as_office(number, told.calendar().closes_at + 26h + 25min * static_cast<int>(number));
    const auto row = store::lock_screened_entry(db, entry.id);
    store::set_checks(db, who, entry.id, ticked(action == entry_action::accept));
    auto facts = facts_of(told);
    std::string reason;
    if (action == entry_action::reject) {
        reason = "What is described is an idea; nothing of it is carried out yet.";
        store::set_closing(db, entry.id, reason, false);
    }
    if (action == entry_action::return_for_completion) {
        reason = "Please say where the figures on the number of users come from.";
        facts.completion_due_at = told.settled_until + 24h * 7;
        store::set_return(db, entry.id, reason, *facts.completion_due_at);
    }
    const auto decided = must(workflow::decide(row.state, action, who.actor, facts));
    store::move_entry(db, who, entry.id, row.version, decided, store::visibility::open,
                      reason.empty() ? boost::json::object{} : boost::json::object{{"reason", reason}});
}

// One letter to each applicant, in one statement.
void send_findings(story& told) {
    std::map<workflow::entry_id, std::string> categories;
    for (const auto& one : told.entries) {
        for (const auto& known : told.loaded.file.categories)
            if (known.key == told.made_up[one.made_up].category) categories[one.id] = known.name;
    }
    std::vector<store::new_letter> letters;
    for (const auto& to : store::list_entry_applicants(told.db, told.edition)) {
        const auto number = std::to_string(workflow::value(to.entry_id));
        const auto link = told.address() + "/my/entries/" + number;
        if (to.state == workflow::entry_state::eligible)
            letters.push_back(store::letter_about(
                notifications::screening_accepted_facts{to.title, to.city, categories[to.entry_id], link},
                told.edition, store::addressee_of(to), "entry " + number + " accepted"));
        if (to.state == workflow::entry_state::ineligible)
            letters.push_back(store::letter_about(
                notifications::screening_rejected_facts{
                    to.title, to.city, "What is described is an idea; nothing of it is carried out yet.", "",
                    link},
                told.edition, store::addressee_of(to), "entry " + number + " rejected"));
    }
    store::queue_letters(told.db, letters);
}

}  // namespace

void tell_screening(story& told, std::size_t waiting) {
    told.db.act_as(store::database_role::clock, std::nullopt);
    told.db.tell_as_of(told.calendar().closes_at + std::chrono::minutes(told.calendar().grace_minutes));
    must(acts::close_call(told.db, {told.edition, {workflow::role::clock, std::nullopt}}));
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
    const auto who = told.as_office(0, told.calendar().closes_at + 26h * 2);
    acts::recompute_conflicts(told.db, who, told.edition);
    send_findings(told);
}

}  // namespace demonstration
