// What follows the moves of scorecards: who steps in, who is told. The tally that follows stands in
// tally.cpp.
#include "server/acts/consequences.hpp"
#include "server/acts/judging.hpp"
#include "server/acts/letters.hpp"
#include "server/store/panel.hpp"
#include "server/store/screening.hpp"
#include "workflow/names.hpp"

namespace acts {
namespace {

using workflow::scorecard_action;

std::string cause_of(const moved_scorecards& moved) {
    const auto& first = *moved.front();
    auto cause = "scorecard " + std::to_string(workflow::value(first.id)) + " " +
                 std::string(workflow::name_of(first.decided.action)) + " " + std::to_string(first.version);
    if (moved.size() > 1) cause += " and " + std::to_string(moved.size() - 1) + " more";
    return cause;
}

std::string entries_in_words(std::size_t count) {
    return count == 1 ? "an entry." : std::to_string(count) + " entries.";
}

// One sentence for the secretariat, without names and scores.
std::string matter_of(const acting& now, const moved_scorecards& moved) {
    const auto entries = entries_in_words(moved.size());
    const bool by_judge =
        now.who.actor.acts_as == workflow::role::judge || now.who.actor.acts_as == workflow::role::chair;
    switch (moved.front()->decided.action) {
        case scorecard_action::recuse:
            if (by_judge) return "A judge has declared a conflict of interest and steps off " + entries;
            if (now.who.actor.acts_as == workflow::role::clock)
                return "A conflict of interest was found, and a judge was taken off " + entries;
            return "A judge was taken off " + entries;
        case scorecard_action::excuse: return "A judge was excused from " + entries;
        case scorecard_action::relock:
            return "A reopened scorecard was locked again, and the tally was run anew.";
        case scorecard_action::make_void: return "A scorecard was voided, and the tally was run anew.";
        default: throw std::logic_error("a move of a scorecard of which the secretariat is not told");
    }
}

// Entries of the moved scorecards that are below the minimum of judges now.
std::set<workflow::entry_id> list_short_entries(store::database& db, const store::round_row& round,
                                                int minimum, const moved_scorecards& moved) {
    const auto judges = count_judges(db, round.id);
    std::set<workflow::entry_id> wanting;
    for (const auto* one : moved)
        if (const auto found = judges.find(one->entry); found != judges.end() && found->second < minimum)
            wanting.insert(one->entry);
    return wanting;
}

// The pairs with which the assignment fills the entries that are short now; the judges who were just taken
// off are out of the question for them, whether or not a conflict bars them yet.
std::vector<judging::assigned_pair> list_stand_ins(store::database& db, const acting& now,
                                                   const store::round_row& round,
                                                   const store::kept_rules& kept,
                                                   const moved_scorecards& moved) {
    const auto wanting = list_short_entries(db, round, kept.rules.minimum_judges_per_entry, moved);
    // An assignment of a large round takes seconds.
    if (wanting.empty()) return {};
    auto pairs = assign_anew(db, now.edition(), round.id, kept.rules, moved).pairs;
    std::erase_if(pairs, [&](const auto& pair) {
        using enum judging::pair_reason;
        return !wanting.contains(pair.entry) || pair.reason == started ||
               pair.reason == judging::pair_reason::kept;
    });
    return pairs;
}

// A letter to each judge of moved scorecards, once for those of one judge.
template <class ContentFor>
void tell_each_judge(const acting& now, const moved_scorecards& moved, const ContentFor& content_for) {
    std::map<workflow::judge_id, moved_scorecards> of_judge;
    for (const auto* one : moved) of_judge[one->judge].push_back(one);
    for (const auto& [judge, cards] : of_judge) {
        store::concerning about;
        about.judge = judge;
        write_to_all(now, about, cause_of(cards), content_for(*cards.front()));
    }
}

}  // namespace

workflow::verdict find_an_alternate(const acting& now, const moved_scorecards& moved) {
    own_role service(now.db);
    const store::author clock{{workflow::role::clock, std::nullopt}, now.who.edition};
    const auto round = store::find_last_round(now.db, now.edition());
    if (round && !round->closed_at) {
        const auto kept = store::load_rules(now.db, now.edition());
        std::vector<store::new_card> cards;
        std::set<workflow::judge_id> stepping_in;
        for (const auto& pair : list_stand_ins(now.db, now, *round, kept, moved)) {
            cards.push_back({pair.judge, pair.entry, boost::describe::enum_to_string(pair.reason, "")});
            stepping_in.insert(pair.judge);
        }
        store::add_cards(now.db, clock, round->id, kept.id, cards, false);
        if (round->opened_at)
            tell_of_round({now.db, clock, now.service_address, {}},
                          store::load_edition(now.db, now.edition()), *round, stepping_in,
                          "stand-in for " + cause_of(moved));
    }
    service.give_back();
    return {};
}

workflow::verdict tell_the_judge(const acting& now, const moved_scorecards& moved) {
    const auto link = now.service_address + "/judging";
    switch (moved.front()->decided.action) {
        case scorecard_action::submit:
            tell_each_judge(now, moved, [&](const scorecard_move& card) {
                const auto number = std::to_string(workflow::value(card.id));
                return notifications::scorecard_submitted_content{
                    number, moment_of(now, now.db.clock()),
                    std::string(card.details.at("sha256").as_string()), link + "/scorecards/" + number};
            });
            return {};
        case scorecard_action::reopen_by_decision:
            tell_each_judge(now, moved, [&](const scorecard_move&) {
                return notifications::scorecard_reopened_content{now.reason, link};
            });
            return {};
        case scorecard_action::put_back:
            tell_each_judge(now, moved, [&](const scorecard_move& card) {
                return notifications::scorecard_put_back_content{
                    store::load_screened_entry(now.db, card.entry).title, link};
            });
            return {};
        case scorecard_action::release: {
            // Before a round is opened its judges know of no scorecard.
            const auto round = store::find_last_round(now.db, now.edition());
            if (round && round->opened_at)
                tell_each_judge(now, moved, [&](const scorecard_move& card) {
                    return notifications::scorecards_released_content{
                        store::load_screened_entry(now.db, card.entry).title, link};
                });
            return {};
        }
        default: throw std::logic_error("a move of a scorecard of which its judge is not told");
    }
}

workflow::verdict tell_the_secretariat(const acting& now, const moved_scorecards& moved) {
    using enum workflow::scorecard_action;
    const auto action = moved.front()->decided.action;
    tell_the_office(now, matter_of(now, moved), action == recuse || action == excuse ? "/judging" : "/tally",
                    cause_of(moved));
    return {};
}

}  // namespace acts
