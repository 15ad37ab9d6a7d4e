// What follows the moves of an entry before its result: versions, receipts, letters, scorecards that end.
#include "server/acts/card_moves.hpp"
#include "server/acts/consequences.hpp"
#include "server/acts/entries.hpp"
#include "server/acts/letters.hpp"
#include "workflow/deadlines.hpp"
#include "workflow/names.hpp"

namespace acts {
namespace {

constexpr const char* reason_withdrawn = "The entry was withdrawn.";

// Each submission, return and finding is an event of its own; the row's version tells them apart.
std::string cause_of(const entry_move& moved) {
    return "entry " + std::to_string(workflow::value(moved.id)) + " " +
           std::string(workflow::name_of(moved.decided.action)) + " " + std::to_string(moved.version);
}

// Until when its city may take the entry that is being submitted back, as the receipt says it: the published
// deadline or the city's extension. Empty where it cannot any more.
notifications::moment end_of_reopening(const acting& now, const store::entry_row& row,
                                       const workflow::edition& edition) {
    const auto may = workflow::may_still(workflow::deadline_act::reopen_entry, edition.calendar,
                                         edition.state, row.extended_until, now.db.clock());
    return may ? store::moment_of(now.db, end_of_writing(row, edition), edition.calendar.zone)
               : notifications::moment();
}

std::string name_of_actor(const acting& now) {
    if (now.who.actor.acts_as != workflow::role::applicant) return "the secretariat";
    store::concerning about;
    about.person = now.who.actor.person;
    own_role service(now.db);
    const auto found = store::list_audience(now.db, notifications::audience::the_person_concerned, about);
    service.give_back();
    return found.empty() ? std::string() : found.front().name;
}

}  // namespace

workflow::verdict keep_the_version(const acting& now, entry_move& moved) {
    const auto row = store::load_entry(now.db, moved.id);
    const auto edition = store::load_edition(now.db, now.edition());
    const auto kept_rules = store::load_rules(now.db, now.edition());
    const entry_contents all{
        store::list_answers(now.db, moved.id), store::list_attachments(now.db, moved.id), {}};
    const auto kept = version_of(row, edition, kept_rules, all, now.db.clock());
    store::note_submitted(now.db, row, kept.number);
    moved.details["version"] = kept.number;
    moved.details["sha256"] = store::keep_version(now.db, now.edition(), kept, now.who.actor.person.value());
    return {};
}

workflow::verdict send_the_receipt(const acting& now, entry_move& moved) {
    const auto row = store::load_entry(now.db, moved.id);
    const auto edition = store::load_edition(now.db, now.edition());
    const auto found = store::find_version(now.db, moved.id, row.current_version.value());
    const auto& kept = found.value().kept;
    const auto& zone = edition.calendar.zone;
    notifications::receipt_content content{kept.title,
                                           kept.city_name,
                                           kept.category_name,
                                           std::to_string(kept.number),
                                           store::moment_of(now.db, found->line.submitted_at, zone),
                                           end_of_reopening(now, row, edition),
                                           {},
                                           link_to_entry(now, moved.id)};
    for (const auto& one : kept.fields) content.items.push_back({one.label, one.sha256});
    for (const auto& one : kept.files) content.items.push_back({one.name, one.sha256});
    write_to_all(
        now, store::about_entry(moved.id),
        "entry " + std::to_string(workflow::value(moved.id)) + " version " + std::to_string(kept.number),
        content);
    return {};
}

workflow::verdict ask_the_city(const acting& now, entry_move& moved) {
    const auto row = store::load_entry(now.db, moved.id);
    write_to_all(now, store::about_entry(moved.id), cause_of(moved),
                 notifications::request_for_completion_content{row.title,
                                                               row.city_name,
                                                               moment_of(now, row.return_due_at.value()),
                                                               row.returned_reason,
                                                               {},
                                                               link_to_entry(now, moved.id)});
    return {};
}

workflow::verdict send_the_finding(const acting& now, entry_move& moved) {
    const auto row = store::load_entry(now.db, moved.id);
    const auto link = link_to_entry(now, moved.id);
    const auto tell = [&](const auto& content) {
        write_to_all(now, store::about_entry(moved.id), cause_of(moved), content);
        return workflow::verdict{};
    };
    switch (moved.decided.to) {
        case workflow::entry_state::eligible:
            return tell(
                notifications::screening_accepted_content{row.title, row.city_name, row.category_name, link});
        case workflow::entry_state::ineligible:
            return tell(notifications::screening_rejected_content{
                row.title, row.city_name, row.closing_reason, {}, link});
        case workflow::entry_state::lapsed:
            return tell(notifications::completion_missed_content{row.title, row.city_name,
                                                                 moment_of(now, row.return_due_at.value()),
                                                                 row.returned_reason, link});
        default: throw std::logic_error("a finding of screening leads to another state");
    }
}

workflow::verdict confirm_the_withdrawal(const acting& now, entry_move& moved) {
    const auto row = store::load_entry(now.db, moved.id);
    write_to_all(
        now, store::about_entry(moved.id), cause_of(moved),
        notifications::entry_withdrawn_content{row.title, row.city_name, moment_of(now, now.db.clock()),
                                               name_of_actor(now), link_to_entry(now, moved.id)});
    return {};
}

workflow::verdict tell_the_secretariat(const acting& now, entry_move& moved) {
    const bool by_city = now.who.actor.acts_as == workflow::role::applicant;
    tell_the_office(now,
                    by_city ? "An entry has been withdrawn by its city."
                            : "An entry has been withdrawn by the secretariat.",
                    "/entries/" + std::to_string(workflow::value(moved.id)), cause_of(moved));
    return {};
}

workflow::verdict release_the_scorecards(const acting& now, entry_move& moved) {
    own_role service(now.db);
    const acting clock{now.db,
                       {{workflow::role::clock, std::nullopt}, now.who.edition},
                       now.service_address,
                       reason_withdrawn};
    const auto cards = store::lock_cards_on_entry(now.db, moved.id);
    auto moving = decide_cards(clock, at_hand(cards, reason_withdrawn), workflow::scorecard_action::release,
                               if_refused::pass_over)
                      .value();
    auto done = move(clock, moving);
    service.give_back();
    return done;
}

}  // namespace acts
