// What a row of the lifecycles' tables names in "then tell" happens in the transaction of its move: every row
// of every table is walked on a real database.
#include "server/acts/announcement.hpp"
#include "server/acts/certificates.hpp"
#include "server/acts/corrections.hpp"
#include "server/acts/entries.hpp"
#include "server/acts/judging.hpp"
#include "server/acts/ratification.hpp"
#include "server/acts/scorecards.hpp"
#include "server/acts/tally.hpp"
#include "server/pages/words.hpp"
#include "server/store/office.hpp"
#include "server/store/results.hpp"
#include "server/store/screening.hpp"
#include "tests/http/acts/walk.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/two_people.hpp"
#include "workflow/names.hpp"
#include "workflow/screening.hpp"

namespace {

using commands::demo_stage;
using tests::walk;
using workflow::entry_state;
using workflow::scorecard_action;
using workflow::scorecard_state;
using rows = std::set<std::string>;
using namespace std::chrono_literals;

std::size_t count_words(std::string_view text) {
    return static_cast<std::size_t>(pages::count_words(text));
}

store::minutes minutes() {
    store::minutes made;
    made.reason = "The panel decided so";
    made.present = "The panel";
    return made;
}

// T5: what cannot be taken back is asked for by one and confirmed by another.
void make_by_two(walk& here, const store::grave_act_wanted& wanted) {
    here.make([&] {
        return tests::done_by_two([&](std::size_t member) { return here.by_office(member); }, wanted);
    });
}

void make_by_two(walk& here, workflow::grave_act act) {
    make_by_two(here, tests::wanted_by_two(act, "As the test wants it"));
}

void cancel(demo_stage stage, rows& seen) {
    walk here(stage, seen);
    make_by_two(here, workflow::grave_act::cancel);
}

void submit(walk& here, workflow::entry_id entry) {
    here.make([&] { return acts::submit_entry(here.by_city_of(entry), entry, count_words); });
}

// planned: two editions of the secretariat's own.
void walk_the_set_up(rows& seen) {
    for (const bool opens : {true, false}) {
        walk here(demo_stage::open, seen);
        auto made = tests::edition_of_2014();
        made.key = "2016", made.year = 2016, made.ordinal = 3;
        const auto now = here.db.clock();
        made.calendar.opens_at = now - 24h, made.calendar.closes_at = now + 24h * 20;
        made.calendar.judging_opens_at = now + 24h * 30, made.calendar.judging_closes_at = now + 24h * 60;
        const auto by = here.by_office();
        here.edition = store::add_edition(here.db, by.who, made, workflow::default_rules());
        here.make([&] { return opens ? acts::open_call(here.by_office()) : acts::cancel(here.by_office()); });
    }
}

void walk_the_call(rows& seen) {
    walk here(demo_stage::open, seen);
    const auto entry = here.entry_in(entry_state::submitted);
    here.make([&] { return acts::reopen_entry(here.by_city_of(entry), entry); });
    submit(here, entry);
    here.make([&] { return acts::withdraw_entry(here.by_city_of(entry), entry); });
    const auto draft = here.entry_in(entry_state::draft);
    here.make([&] { return acts::withdraw_entry(here.by_city_of(draft), draft); });
    const auto deadline = store::load_edition(here.db, here.edition).calendar.closes_at;
    here.make([&] { return acts::extend_deadline(here.by_office(), deadline + 24h); });
    make_by_two(here, workflow::grave_act::close_call);
    // Closed by hand before the deadline: it can still be extended.
    here.make([&] { return acts::extend_deadline(here.by_office(), deadline + 48h); });
    const auto lapsed = here.entry_in(entry_state::lapsed);
    here.make([&] { return acts::reopen_entry(here.by_city_of(lapsed), lapsed); });
}

std::vector<store::check_line> all_ticked() {
    std::vector<store::check_line> lines;
    for (const auto& point : workflow::screening_points) lines.push_back({std::string(point.key), true, ""});
    return lines;
}

void accept(walk& here, workflow::entry_id entry) {
    const auto by = here.by_office();
    store::set_checks(here.db, by.who, entry, all_ticked());
    here.make([&] { return acts::accept_entry(here.by_office(), entry); });
}

void return_for_completion(walk& here, workflow::entry_id entry) {
    const auto due = here.db.clock() + 24h;
    here.make([&] { return acts::return_entry(here.by_office(), entry, due); });
}

void walk_the_screening(rows& seen) {
    walk here(demo_stage::screening, seen);
    const auto first = here.entry_in(entry_state::submitted);
    return_for_completion(here, first);
    submit(here, first);
    return_for_completion(here, first);
    here.make([&] { return acts::withdraw_entry(here.by_city_of(first), first); });
    const auto late = here.entry_in(entry_state::submitted);
    return_for_completion(here, late);
    here.by_clock();
    // Also the one that the demonstration returned: all have to be screened before judging.
    here.db.run(
        "update entry set return_due_at = clock_timestamp() - interval '1 minute' where return_due_at is not "
        "null");
    here.make([&] {
        acts::lapse_overdue_entries(here.by_clock());
        return workflow::verdict{};
    });
    const auto poor = here.entry_in(entry_state::submitted);
    here.make([&] { return acts::reject_entry(here.by_office(), poor); });
    while (here.ask<int>("select count(*) from entry where state = 'submitted'") > 0)
        accept(here, here.entry_in(entry_state::submitted));
    here.make([&] { return acts::start_judging(here.by_office()); });
    const auto gone = here.entry_in(entry_state::eligible);
    here.make([&] { return acts::withdraw_entry(here.by_office(), gone); });
}

void take_off(walk& here, scorecard_state from, scorecard_action action) {
    const auto card = here.card_in(from);
    here.make([&] { return acts::take_off(here.by_office(), card, action); });
}

// J11: it was a mistake.
void take_off_and_put_back(walk& here, scorecard_action action) {
    const auto card = here.card_in(scorecard_state::assigned);
    here.make([&] { return acts::take_off(here.by_office(), card, action); });
    here.make([&] { return acts::put_back(here.by_office(), card); });
}

// A judge begins a scorecard, fills it in and submits it; then takes it back.
void score_one(walk& here) {
    const auto id = here.card_in(scorecard_state::assigned);
    const auto open = [&] { return store::load_own_scorecard(here.db, id); };
    here.by_judge_of(id);
    const auto& rules = store::rules_by_hash(here.db, open().rule_set_id, open().rules_hash);
    here.make([&] {
        const auto by = here.by_judge_of(id);
        return acts::begin_scorecard(by, open(), rules, {});
    });
    const auto judge = here.by_judge_of(id);
    store::given_sheet sheet;
    for (const auto& criterion : rules.rubric.criteria)
        sheet.scores.push_back({criterion.key, true, criterion.scale_min + 1, "So it is"});
    ASSERT_TRUE(store::save_sheet(here.db, judge.who, id, open().version, sheet).has_value());
    here.make([&] {
        const auto by = here.by_judge_of(id);
        return acts::confirm_scorecard(by, open(), rules, store::load_sheet(here.db, id),
                                       scorecard_action::submit);
    });
    here.make([&] {
        const auto by = here.by_judge_of(id);
        return acts::reopen_own_scorecard(by, open(), rules, store::load_sheet(here.db, id));
    });
}

// J10: every eligible entry comes into it.
void add_final_round(walk& here) {
    const auto by = here.by_office();
    const auto finals = store::add_round(here.db, by.who, store::load_rules(here.db, here.edition).rules);
    std::vector<workflow::entry_id> chosen;
    for (const auto& one : store::list_eligible_entries(here.db, here.edition)) chosen.push_back(one.entry);
    store::set_round_entries(here.db, by.who, finals.id, chosen);
}

void walk_the_judging(rows& seen) {
    walk here(demo_stage::judging, seen);
    score_one(here);
    for (const auto action : {scorecard_action::recuse, scorecard_action::excuse})
        take_off_and_put_back(here, action);
    for (const auto from :
         {scorecard_state::assigned, scorecard_state::in_progress, scorecard_state::submitted})
        take_off(here, from, scorecard_action::recuse);
    for (const auto from : {scorecard_state::assigned, scorecard_state::in_progress})
        take_off(here, from, scorecard_action::excuse);
    for (const auto from :
         {scorecard_state::assigned, scorecard_state::in_progress, scorecard_state::submitted}) {
        const auto card = here.card_in(from);
        const auto entry =
            here.ask<workflow::entry_id>("select entry_id from scorecard where id = :card", {{"card", card}});
        here.make([&] { return acts::withdraw_entry(here.by_office(), entry); });
    }
    while (here.ask<int>("select count(*) from scorecard where state in ('assigned', 'in_progress')") > 0)
        take_off(here,
                 here.ask<int>("select count(*) from scorecard where state = 'assigned'") > 0
                     ? scorecard_state::assigned
                     : scorecard_state::in_progress,
                 scorecard_action::excuse);
    make_by_two(here, workflow::grave_act::close_judging);
    for (const auto again : {true, false}) {
        const auto card = here.card_in(scorecard_state::locked);
        here.make([&] { return acts::reopen_scorecard(here.by_office(), card, minutes()); });
        here.make([&] {
            return again ? acts::relock_scorecard(here.by_office(), card, minutes())
                         : acts::void_scorecard(here.by_office(), card, minutes());
        });
    }
    const auto counted = here.card_in(scorecard_state::locked);
    here.make([&] { return acts::void_scorecard(here.by_office(), counted, minutes()); });
    add_final_round(here);
    here.make([&] { return acts::resume_judging(here.by_office()); });
}

void walk_the_result(rows& seen) {
    walk here(demo_stage::decided, seen);
    make_by_two(here, workflow::grave_act::withdraw_slate);
    const auto builder = here.by_office();
    ASSERT_TRUE(acts::build_slate(here.db, builder.who).has_value());
    const auto hash = store::find_living_slate(here.db, here.edition)->hash;
    ASSERT_TRUE(acts::approve_slate(here.by_office(0), hash).has_value());
    here.make([&] { return acts::approve_slate(here.by_office(1), hash); });
    make_by_two(here, workflow::grave_act::announce);
    const auto winner = here.entry_in(entry_state::awarded);
    make_by_two(here, {.act = workflow::grave_act::revoke_award, .entry = winner, .minutes = minutes()});
    const auto next = here.ask<workflow::entry_id>(
        R"(select min(n.id) from entry n where n.state = 'not_awarded'
           and n.category_id = (select category_id from entry where id = :winner))",
        {{"winner", winner}});
    here.make([&] {
        const auto by = here.by_office();
        const auto edition = store::load_edition(here.db, here.edition);
        return acts::promote_entry(
            here.db, by.who, next,
            {store::lock_entry(here.db, next).category_id, edition.tiers.front().id, 1, true}, minutes(),
            by.service_address);
    });
    const auto certificate = here.ask<workflow::certificate_id>(
        "select min(id) from certificate where state = 'issued' and entry_id is not null");
    here.make([&] {
        const auto by = here.by_office();
        return acts::reissue_certificate(here.db, by.who, certificate, "A misprint", by.service_address);
    });
    const auto other =
        here.ask<workflow::certificate_id>("select max(id) from certificate where state = 'issued'");
    make_by_two(here,
                {.act = workflow::grave_act::revoke_certificate, .certificate = other, .minutes = minutes()});
    here.make([&] { return acts::archive(here.by_office()); });
}

TEST(consequences, T1_of_every_row_of_every_table_happen) {
    rows seen;
    for (const auto& [name, part] : std::map<std::string, void (*)(rows&)>{{"set-up", walk_the_set_up},
                                                                           {"call", walk_the_call},
                                                                           {"screening", walk_the_screening},
                                                                           {"judging", walk_the_judging},
                                                                           {"result", walk_the_result}})
        EXPECT_NO_THROW(part(seen)) << name << ", after " << seen.size() << " rows";
    for (const auto stage : {demo_stage::open, demo_stage::screening, demo_stage::judging,
                             demo_stage::deliberation, demo_stage::decided})
        cancel(stage, seen);
    for (const auto& edge : workflow::list_edges()) {
        const auto name = edge.machine + " " + edge.from + " " + edge.action;
        EXPECT_TRUE(seen.contains(name)) << name << " was not walked";
    }
}

}  // namespace
