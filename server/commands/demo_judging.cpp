#include "server/acts/judging.hpp"
#include "server/acts/proposal.hpp"
#include "server/acts/scorecards.hpp"
#include "server/acts/tally.hpp"
#include "server/commands/demo_history.hpp"
#include "server/commands/demo_scores.hpp"
#include "server/store/judging.hpp"
#include "server/store/scorecards.hpp"

namespace demonstration {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 5> comments{
    "Clear figures, and it is said where they come from.",
    "A good idea; we should like to read more about those whom it leaves out.",
    "Convincing because it began with the people and not with the technology.",
    "Others can take this up. The cost of running it deserves a closer look.",
    "Well told. The effect will be easier to see in a year."};

store::given_sheet sheet_of(const scores& given, std::size_t number) {
    store::given_sheet sheet;
    for (const auto& [criterion, value] : given)
        sheet.scores.push_back({criterion, true, value, std::nullopt});
    sheet.to_city = std::string(comments[number % comments.size()]);
    if (number % 4 == 0) sheet.to_panel = "To be talked over in the deliberation.";
    return sheet;
}

// What a judge does with one scorecard: all of it, or the first scores only.
void score(story& told, const store::author& who, workflow::scorecard_id id, const scores& given,
           std::size_t number, bool to_the_end) {
    auto& db = told.db;
    const auto assigned = store::load_own_scorecard(db, id);
    const auto& rules = store::rules_by_hash(db, assigned.rule_set_id, assigned.rules_hash);
    must(acts::begin_scorecard(told.acting(who), assigned, rules, {}));
    const auto begun = store::load_own_scorecard(db, id);
    auto sheet = sheet_of(given, number);
    if (!to_the_end) sheet.scores.resize(3);
    if (!store::save_sheet(db, who, id, begun.version, sheet))
        throw std::logic_error("a scorecard was not saved");
    if (!to_the_end) return;
    const auto saved = store::load_own_scorecard(db, id);
    must(acts::confirm_scorecard(told.acting(who), saved, rules, store::load_sheet(db, id),
                                 workflow::scorecard_action::submit));
}

void declare(story& told, std::size_t judge, workflow::instant at) {
    const auto who = told.as_judge(judge, at);
    const auto seat = store::load_seat(told.db, told.edition);
    std::vector<store::declaration> all;
    for (const auto& one : store::list_entries_to_declare(told.db, seat))
        all.push_back({one.entry_id, false, ""});
    if (!all.empty()) store::keep_declarations(told.db, who, seat.judge_id, seat.judge_name, all);
}

// Every judge declares and scores what the open round holds; all of it, or about two thirds.
void play_round(story& told, const std::vector<std::map<std::size_t, scores>>& given,
                workflow::instant begins, workflow::instant until, bool to_the_end) {
    std::map<workflow::entry_id, std::size_t> made_up;
    for (const auto& one : told.entries) made_up[one.id] = one.made_up;
    for (std::size_t judge = 0; judge < told.judges.size(); ++judge) {
        const auto from = begins + 24h + 5h * static_cast<int>(judge);
        declare(told, judge, from);
        auto cards = store::list_assigned(told.db, store::load_seat(told.db, told.edition));
        std::erase_if(cards, [](const auto& card) { return !card.round_open; });
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

// The first round closes, and the panel decides which entries of each category go on to the finals: the best
// by the tally, as many as the rules say, and those that are equal to the last of them.
void tell_shortlist(story& told, workflow::instant at) {
    told.do_by_two(workflow::grave_act::close_judging, at + 1h, "Every scorecard of the round is in");
    const auto run = acts::propose(told.db, told.edition).value().run;
    const auto rules = store::load_rules(told.db, told.edition).rules;
    const auto most = static_cast<std::size_t>(rules.rounds.front().shortlist_per_category.value_or(6));
    std::vector<workflow::entry_id> chosen;
    bool beyond = false;
    for (const auto& ranking : run.result.categories) {
        std::size_t in_category = 0;
        for (const auto& place : ranking.places) {
            if (in_category >= most) break;
            in_category += place.entries.size();
            chosen.insert(chosen.end(), place.entries.begin(), place.entries.end());
        }
        beyond = beyond || in_category > most;
    }
    const auto who = told.as_office(0, at + 20h);
    const auto finals = store::add_round(told.db, who, rules);
    store::set_round_entries(told.db, who, finals.id, chosen);
    store::minutes made;
    made.reason =
        "The entries of each category with the highest means go on to the finals, and who is equal to the "
        "last.";
    made.present = "The panel and the secretariat";
    made.votes_for = 7;
    acts::decide_upon(told.db, who, made, store::shortlist_body{finals.number, chosen, beyond},
                      {run.line.id});
    const auto opener = told.as_office(0, at + 22h);
    must(acts::resume_judging(told.acting(opener, "the finals begin")));
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
    must(acts::start_judging(told.acting(starter)));

    const auto given = make_up_scores(told.loaded.file, told.made_up);
    const auto until = std::min(calendar.judging_closes_at, told.settled_until) - 6h;
    if (!to_the_end || told.loaded.file.rules.rounds.size() < 2) {
        play_round(told, given, calendar.judging_opens_at, until, to_the_end);
        return;
    }
    // In the finals the judges stay with what they gave: the made-up scores are those of the first round.
    const auto finals_begin = calendar.judging_closes_at - 24h * 12;
    play_round(told, given, calendar.judging_opens_at, finals_begin - 6h, true);
    tell_shortlist(told, finals_begin);
    play_round(told, given, finals_begin + 24h, until, true);
}

}  // namespace demonstration
