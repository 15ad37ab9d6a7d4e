#pragma once
// After a round is closed (J5): what the panel reads of an entry that no conflict bars (J2), and what it says
// about it. Asked in the role of a judge; row-level security leaves out every other round and entry. Knows no
// ranking.

#include "server/store/audit.hpp"

namespace store {

struct deliberated_entry {
    workflow::entry_id entry_id;
    std::string category;
    std::string title, city, country;
    int notes;
};
BOOST_DESCRIBE_STRUCT(deliberated_entry, (), (entry_id, category, title, city, country, notes))
// The entries of closed rounds on which I declared, by category, city and title: no order by score.
std::vector<deliberated_entry> list_deliberated(database&, workflow::edition_id);

// One scorecard of an entry in a closed round. `own`: mine. `alias` sorts without telling who is who.
struct panel_card {
    workflow::scorecard_id id;
    workflow::round_id round_id;
    std::string round;
    std::string judge;
    bool own;
    workflow::scorecard_state state;
    workflow::rule_set_id rule_set_id;
    std::string rules_hash;
    int entry_version;
};
BOOST_DESCRIBE_STRUCT(panel_card, (),
                      (id, round_id, round, judge, own, state, rule_set_id, rules_hash, entry_version))
// By round; within it in an order that differs from entry to entry, so that it names nobody.
std::vector<panel_card> list_panel_cards(database&, workflow::entry_id);

struct panel_score {
    workflow::scorecard_id scorecard_id;
    std::string criterion;
    int value;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(panel_score, (), (scorecard_id, criterion, value, reason))
std::vector<panel_score> list_panel_scores(database&, workflow::entry_id);

struct panel_comment {
    workflow::scorecard_id scorecard_id;
    std::string reader, body;
};
BOOST_DESCRIBE_STRUCT(panel_comment, (), (scorecard_id, reader, body))
std::vector<panel_comment> list_panel_comments(database&, workflow::entry_id);

struct panel_delta {
    workflow::scorecard_id scorecard_id;
    std::string criterion;
    std::optional<int> from_value;
    int to_value;
    std::string reason;
    workflow::instant changed_at;
};
BOOST_DESCRIBE_STRUCT(panel_delta, (), (scorecard_id, criterion, from_value, to_value, reason, changed_at))
std::vector<panel_delta> list_panel_deltas(database&, workflow::entry_id);

struct panel_note {
    std::string round, author;
    bool own;
    std::string body;
    workflow::instant written_at;
};
BOOST_DESCRIBE_STRUCT(panel_note, (), (round, author, own, body, written_at))
// The oldest first.
std::vector<panel_note> list_notes(database&, workflow::entry_id);

// The last closed round of the entry's; nothing while none is, or while it is not for this judge.
std::optional<workflow::round_id> find_closed_round(database&, workflow::entry_id);
void add_note(database&, const author&, workflow::round_id, workflow::entry_id, workflow::judge_id,
              std::string_view body);

}  // namespace store
