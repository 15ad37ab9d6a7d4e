#pragma once
// Rounds, which entries are in them and who scores which: assignments and their progress, without any score
// (J5). An assignment and its scorecard are one row. Whose pair it is was worked out by judging::assign() or
// by a person.

#include "judging/assignment.hpp"
#include "server/store/audit.hpp"
#include "workflow/rules.hpp"

namespace store {

struct round_row {
    workflow::round_id id;
    int number;
    std::string name, purpose;
    std::optional<workflow::instant> opened_at, closed_at;
};
BOOST_DESCRIBE_STRUCT(round_row, (), (id, number, name, purpose, opened_at, closed_at))
std::vector<round_row> list_rounds(database&, workflow::edition_id);
// The newest round, if there is one.
std::optional<round_row> find_last_round(database&, workflow::edition_id);
// The next number, with the rules' name and purpose for it.
round_row add_round(database&, const author&, const workflow::rule_set&);
void note_round_opened(database&, workflow::round_id);
// From then on the panel may see what is in it.
void note_round_closed(database&, workflow::round_id);

// What the round is about. Replaces what was chosen before.
void set_round_entries(database&, const author&, workflow::round_id, const std::vector<workflow::entry_id>&);
std::vector<judging::judged_entry> list_round_entries(database&, workflow::round_id);
std::vector<judging::judged_entry> list_eligible_entries(database&, workflow::edition_id);

// Everything that assign() looks at but the rules' seed, which the caller draws and records.
judging::assignment_input load_assignment_input(database&, workflow::edition_id, workflow::round_id,
                                                const workflow::rule_set&);

struct card_line {
    workflow::scorecard_id id;
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
    std::string judge, title, city, category, reason, explanation;
    std::optional<int> number;
    workflow::scorecard_state state;
    int version;
    bool terms_accepted, identity_verified, judge_left;
};
BOOST_DESCRIBE_STRUCT(card_line, (),
                      (id, judge_id, entry_id, judge, title, city, category, reason, explanation, number,
                       state, version, terms_accepted, identity_verified, judge_left))
std::vector<card_line> list_cards(database&, workflow::round_id);
// One, and until the end of the transaction nobody else moves it.
card_line lock_card(database&, workflow::scorecard_id);
// Those of one judge in rounds that are not closed, locked.
std::vector<card_line> lock_cards_of_judge(database&, workflow::judge_id);
// Those on one entry in rounds that are not closed, locked.
std::vector<card_line> lock_cards_on_entry(database&, workflow::entry_id);
// Those of a round, locked, in the order of their numbers.
std::vector<card_line> lock_cards(database&, workflow::round_id);
// Those that a conflict bars and that still count or may be worked on, locked.
std::vector<card_line> lock_barred_cards(database&, workflow::edition_id);

// The new pairs, with their reasons; a pair that is there stays. `by_hand`: a person chose it. Returns how
// many.
struct new_card {
    workflow::judge_id judge;
    workflow::entry_id entry;
    std::string explanation;
};
long add_cards(database&, const author&, workflow::round_id, workflow::rule_set_id,
               const std::vector<new_card>&, bool by_hand);
// Only while it is not begun; throws not_found.
void remove_card(database&, const author&, workflow::scorecard_id);
// Pairs that nobody began and that an assignment dropped.
void remove_unstarted_cards(database&, workflow::round_id, const std::vector<judging::standing_pair>&);
// At the start of judging: unstarted cards name the rules in force and the entry's version of now.
void refresh_cards(database&, workflow::round_id, workflow::rule_set_id);
// Why it was recused, excused or voided: before the move.
// A reason for each.
void set_card_reasons(database&, const std::vector<workflow::scorecard_id>&,
                      const std::vector<std::string>& reasons);
// True when a scorecard of the edition is locked or was (J10).
bool has_locked_scorecard(database&, workflow::edition_id);

// Of the entries of the last round that are judged: how many nobody has submitted or locked a scorecard of,
// and how many have some, but fewer than the minimum.
struct unscored {
    std::int64_t by_nobody, by_too_few;
};
BOOST_DESCRIBE_STRUCT(unscored, (), (by_nobody, by_too_few))
unscored count_unscored(database&, workflow::edition_id, int minimum);

}  // namespace store
