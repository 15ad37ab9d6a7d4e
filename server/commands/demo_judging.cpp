#include "server/acts/judging.hpp"
#include "server/commands/demo_history.hpp"
#include "server/commands/demo_scores.hpp"
#include "server/store/judging.hpp"
#include "server/store/scorecards.hpp"

namespace demonstration {
namespace {

using namespace std::chrono_literals;
using workflow::scorecard_action;

constexpr std::array<std::string_view, 5> comments{
    "Clear figures, and it is said where they come from.",
    "A good idea; we should like to read more about those whom it leaves out.",
    "Convincing because it began with the people and not with the technology.",
    "Others can take this up. The cost of running it deserves a closer look.",
    "Well told. The effect will be easier to see in a year."};

workflow::scorecard_facts facts_of(const store::scorecard_row& card) {
    workflow::scorecard_facts facts;
    facts.edition = card.edition_state;
    facts.round_open = card.round_open;
    facts.is_own = true;
    facts.terms_accepted = card.terms_accepted;
    facts.identity_verified = card.identity_checked;
    facts.conflict_declared = card.declared;
    return facts;
}

void move(story& told, const store::act& who, const store::scorecard_row& card, scorecard_action action) {
    const auto decided = must(workflow::decide(card.state, action, who.actor, facts_of(card)));
    store::move_scorecard(told.db, who, card.id, card.version, decided);
}

store::given_sheet sheet_of(const scores& given, std::size_t number) {
    store::given_sheet sheet;
    for (const auto& [criterion, value] : given) sheet.scores.push_back({criterion, true, value, std::nullopt});
    sheet.to_city = std::string(comments[number % comments.size()]);
    if (number % 4 == 0) sheet.to_panel = "To be talked over in the deliberation.";
    return sheet;
}

// What a judge does with one scorecard: all of it, or the first scores only.
void score(story& told, const store::act& who, workflow::scorecard_id id, const scores& given, std::size_t number,
           bool to_the_end) {
    auto& db = told.db;
    move(told, who, store::load_own_scorecard(db, id), scorecard_action::begin);
    const auto begun = store::load_own_scorecard(db, id);
    auto sheet = sheet_of(given, number);
    if (!to_the_end) sheet.scores.resize(3);
    if (!store::save_sheet(db, who, id, begun.version, sheet)) throw std::logic_error("a scorecard was not saved");
    if (!to_the_end) return;
    const auto saved = store::load_own_scorecard(db, id);
    store::seal_sheet(db, saved, store::load_sheet(db, id));
    move(told, who, saved, scorecard_action::submit);
}

void declare(story& told, std::size_t judge, workflow::instant at) {
    const auto who = told.as_judge(judge, at);
    const auto seat = store::load_seat(told.db, told.edition);
    std::vector<store::declared> all;
    for (const auto& one : store::list_entries_to_declare(told.db, seat)) all.push_back({one.entry_id, false, ""});
    store::keep_declarations(told.db, who, seat.judge_id, seat.judge_name, all);
}

}  // namespace

void tell_judging(story& told, bool to_the_end) {
    const auto& calendar = told.calendar();
    for (std::size_t judge = 0; judge < told.judges.size(); ++judge) {
        const auto who = told.as_judge(judge, calendar.opens_at + 24h * static_cast<int>(5 + judge));
        const auto seat = store::load_seat(told.db, told.edition);
        store::accept_terms(told.db, who, seat.judge_id, seat.judge_name);
    }
    const auto starter = told.as_office(0, calendar.judging_opens_at);
    must(acts::start_judging(told.db, {told.edition, starter.actor}, told.address()));

    const auto given = make_up_scores(told.loaded.file, told.made_up);
    std::map<workflow::entry_id, std::size_t> made_up;
    for (const auto& one : told.entries) made_up[one.id] = one.made_up;
    const auto until = std::min(calendar.judging_closes_at, told.settled_until) - 6h;
    for (std::size_t judge = 0; judge < told.judges.size(); ++judge) {
        const auto from = calendar.judging_opens_at + 24h + 5h * static_cast<int>(judge);
        declare(told, judge, from);
        const auto seat = store::load_seat(told.db, told.edition);
        const auto cards = store::list_assigned(told.db, seat);
        const auto wanted = to_the_end ? cards.size() : cards.size() * (4 + judge) / 12;
        const auto step = (until - from) / static_cast<int>(cards.size() + 2);
        for (std::size_t number = 0; number < cards.size() && number <= wanted; ++number) {
            const auto who = told.as_judge(judge, from + step * static_cast<int>(number + 1));
            const auto& card = cards[number];
            score(told, who, card.scorecard_id, given[made_up.at(card.entry_id)].at(judge), number + judge,
                  to_the_end || number < wanted);
        }
    }
}

}  // namespace demonstration
