#include "server/features/office/edition_moves.hpp"

#include "server/acts/judging.hpp"
#include "server/features/office/page.hpp"
#include "server/features/office/two_people.hpp"
#include "server/pages/zones.hpp"
#include "server/store/move_facts.hpp"
#include "server/store/rounds.hpp"
#include "typed/characters.hpp"
#include "workflow/names.hpp"

namespace features {
namespace {

using pages::t;
using workflow::edition_action;

// The act of two people that the move is now; nothing when one person may make it.
std::optional<workflow::grave_act> grave_act_of(store::database& db, const workflow::edition& edition,
                                                edition_action action) {
    return workflow::find_grave_act(edition.state, action, db.clock(), edition.calendar.closes_at);
}

edition_action action_of(const visit& visit) {
    const auto action = workflow::find_named<edition_action>(visit.request.parameter("action"));
    if (!action || !is_made_here(*action)) throw store::not_found{};
    return *action;
}

// C14: how early the call would end, by the deadline that was published.
pages::phrase words_for_early_close(store::database& db, const workflow::edition& edition) {
    const auto deadline = edition.calendar.closes_at;
    const auto days = std::chrono::floor<std::chrono::days>(deadline - db.clock()).count();
    const pages::phrase at = in_words(deadline, edition.calendar.zone);
    if (days == 0)
        return t("Warning: the published deadline is {deadline}. The call would close less than a day early.",
                 {{"deadline", at}});
    if (days == 1)
        return t("Warning: the published deadline is {deadline}. The call would close one day early.",
                 {{"deadline", at}});
    return t("Warning: the published deadline is {deadline}. The call would close {days} days early.",
             {{"deadline", at}, {"days", std::to_string(days)}});
}

void add_words_for_two(pages::confirm_view& view, store::database& db, const workflow::edition& edition,
                       workflow::grave_act act) {
    if (act == workflow::grave_act::close_call) {
        view.consequences.insert(view.consequences.begin(), words_for_early_close(db, edition));
        view.consequences.push_back(t("Every city whose draft lapses gets a letter with the reason."));
    }
    view.consequences.push_back(
        t("All this happens when a second person of the secretariat confirms it. The others "
          "get a letter; until then nothing changes."));
    if (const auto waiting = block_of_waiting(db, edition, {.act = act}))
        view.consequences.push_back(waiting->inset->text);
}

// Judging can close over entries that few or none have scored; who closes it knows.
void warn_of_unscored(pages::confirm_view& view, store::database& db, const workflow::edition& edition) {
    const auto minimum = store::load_rules(db, edition.id).rules.minimum_judges_per_entry;
    const auto counts = store::count_unscored(db, edition.id, minimum);
    if (counts.by_nobody > 0)
        view.consequences.insert(view.consequences.begin(),
                                 t("Entries that nobody has scored: {count}. They can win nothing.",
                                   {{"count", std::to_string(counts.by_nobody)}}));
    if (counts.by_too_few > 0)
        view.consequences.insert(
            view.consequences.begin(),
            t("Entries with fewer scorecards than the minimum of {minimum}: {count}.",
              {{"minimum", std::to_string(minimum)}, {"count", std::to_string(counts.by_too_few)}}));
}

pages::confirm_view confirm_page(visit& visit, store::database& db, const workflow::edition& edition,
                                 edition_action action) {
    begin_office(visit, edition, office_section::dashboard);
    visit.frame.breadcrumbs.push_back({edition.name, office_url(edition)});
    const auto grave = grave_act_of(db, edition, action);
    pages::confirm_view view;
    view.question = grave ? words_for(*grave) : words_for(action);
    view.consequences = words_for_move(edition.state, action);
    if (action == edition_action::close_judging) warn_of_unscored(view, db, edition);
    if (grave) add_words_for_two(view, db, edition, *grave);
    view.action = office_url(edition, "/moves/") + std::string(workflow::name_of(action));
    if (action == edition_action::extend_deadline)
        view.fields.push_back(date_time("new_closes_at", t("New deadline"),
                                        visit.has_field("new_closes_at")
                                            ? visit.field("new_closes_at")
                                            : workflow::format_civil(pages::civil_time_of(
                                                  edition.calendar.closes_at, edition.calendar.zone)),
                                        edition.calendar.zone));
    view.fields.push_back(lines("reason", t("Reason"), visit.text("reason"), 4,
                                t("It is kept in the log, and told to those who get a letter about it.")));
    view.go.text = grave ? words_for_asking(view.question) : view.question;
    view.go.kind = action == edition_action::cancel ? "danger" : "main";
    view.back_href = office_url(edition);
    return view;
}

http::response ask_again(visit& visit, store::database& db, const workflow::edition& edition,
                         edition_action action, std::string_view field, pages::phrase why) {
    auto view = confirm_page(visit, db, edition, action);
    visit.error(view.fields, field, std::move(why));
    return visit.page("frame/confirm", view);
}

// The move that the form asks for.
acts::edition_moved make(const visit& visit, const acts::acting& now, const workflow::edition& edition,
                         edition_action action) {
    using enum edition_action;
    switch (action) {
        case open_call: return acts::open_call(now);
        case close_call: return acts::close_call(now);
        case start_judging: return acts::start_judging(now);
        case resume_judging: return acts::resume_judging(now);
        case archive: return acts::archive(now);
        case cancel: return acts::cancel(now);
        case extend_deadline: {
            if (!now.reason_given()) return workflow::refuse(workflow::refusal_code::reason_required);
            const auto at = workflow::instant_of(visit.field("new_closes_at"), edition.calendar.zone,
                                                 pages::answer_for_zone);
            if (!at) return tl::unexpected(at.error());
            return acts::extend_deadline(now, *at);
        }
        case close_judging:
        case ratify:
        case withdraw_slate:
        case announce: break;
    }
    throw store::not_found{};
}

// Made at once, or asked of a second person: the page that comes next, or why not.
tl::expected<http::response, workflow::refusal> make_or_ask(visit& visit, store::database& db,
                                                            const workflow::edition& edition,
                                                            edition_action action) {
    if (const auto grave = grave_act_of(db, edition, action)) {
        acts::grave_act_wanted wanted{.act = *grave};
        wanted.minutes.reason = visit.field("reason");
        return ask_a_second_person(visit, db, edition, wanted);
    }
    const auto moved = make(visit, visit.acting(db, visit.field("reason")), edition, action);
    if (!moved) return tl::unexpected(moved.error());
    visit.public_changed = true;
    return visit.see_other(office_url(edition),
                           action == edition_action::extend_deadline ? "deadline_extended" : "edition_moved");
}

}  // namespace

bool is_made_here(edition_action action) {
    switch (action) {
        case edition_action::ratify:
        case edition_action::withdraw_slate:
        case edition_action::announce: return false;
        default: return true;
    }
}

std::optional<workflow::refusal> find_obstacle(store::database& db, const workflow::edition& edition,
                                               edition_action action, const workflow::actor& who,
                                               workflow::edition_facts facts) {
    facts.reason_given = true;
    facts.decision_recorded = true;
    if (action == edition_action::start_judging) facts.rule_set_frozen = true;
    if (action == edition_action::extend_deadline) {
        facts.extension_decided_at = facts.now.get();
        facts.new_closes_at = std::max(facts.calendar->closes_at, facts.now.get()) + std::chrono::hours(1);
    }
    const auto decided = workflow::decide(edition.state, action, who, facts);
    if (!decided) return decided.error();
    if (grave_act_of(db, edition, action) && !store::has_other_members(db, edition.id))
        return workflow::refusal{workflow::refusal_code::second_member_missing, {}};
    return std::nullopt;
}

http::response ask_edition_move(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto action = action_of(visit);
    const auto facts = store::load_edition_facts(db, edition, store::load_rules(db, edition.id));
    if (const auto no = find_obstacle(db, edition, action, visit.actor(), facts)) return visit.refuse(*no);
    return visit.page("frame/confirm", confirm_page(visit, db, edition, action));
}

http::response move_edition(visit& visit, store::database& db) {
    const auto edition = store::load_edition(db, visit.edition());
    const auto action = action_of(visit);
    if (!visit.is_readable("reason"))
        return ask_again(visit, db, edition, action, "reason",
                         t("This text could not be read. Type it again."));
    if (typed::is_longer_than(visit.field("reason"), 2000))
        return ask_again(visit, db, edition, action, "reason", t("This text is too long."));
    auto done = make_or_ask(visit, db, edition, action);
    if (done) return *std::move(done);
    const auto& no = done.error();
    const bool is_about_date = action == edition_action::extend_deadline &&
                               no.code != workflow::refusal_code::reason_required &&
                               answer_to(no).status == 422;
    if (no.code == workflow::refusal_code::reason_required || is_about_date)
        return ask_again(visit, db, edition, action, is_about_date ? "new_closes_at" : "reason",
                         visit.sentence(no));
    return visit.refuse(no);
}

}  // namespace features
