#pragma once
// The judge's own standing in an edition: the terms, the declarations before any entry is shown (J1), the
// entries to score. All of it is asked in the role of the judge, so that what a conflict bars is in no row,
// count or order (J2). Knows no score: scorecards.hpp has them.

#include "server/store/audit.hpp"

namespace store {

// A person's place on a panel.
struct panel_seat {
    workflow::judge_id judge_id;
    workflow::edition_id edition_id;
    std::string key;   // of the edition
    std::string name;  // of the edition
    std::string zone;
    workflow::edition_state state;
    std::optional<workflow::instant> judging_closes_at;
    std::string judge_name;
    bool chair;
    bool alternate;
    std::optional<workflow::instant> terms_accepted_at;
    std::string terms_name;
    bool identity_checked;
};
BOOST_DESCRIBE_STRUCT(panel_seat, (),
                      (judge_id, edition_id, key, name, zone, state, judging_closes_at, judge_name, chair,
                       alternate, terms_accepted_at, terms_name, identity_checked))
// The newest edition first.
std::vector<panel_seat> list_seats(database&);
panel_seat load_seat(database&, workflow::edition_id);

void accept_terms(database&, const author&, workflow::judge_id, std::string_view typed_name);

// What is shown of an entry before its declaration: whose it is and what it is called, nothing else.
struct entry_to_declare {
    workflow::entry_id entry_id;
    std::string category;
    std::string title;
    std::string city;
    std::string country;
};
BOOST_DESCRIBE_STRUCT(entry_to_declare, (), (entry_id, category, title, city, country))
// By category, city and title; those on which the judge has not declared yet.
std::vector<entry_to_declare> list_entries_to_declare(database&, const panel_seat&);

struct declaration {
    workflow::entry_id entry{};
    bool has_conflict = false;
    std::string reason;
};
// Each entry's declaration, the later one in place of the earlier.
void keep_declarations(database&, const author&, workflow::judge_id, std::string_view typed_name,
                       const std::vector<declaration>&);
// From here on the entries are barred and no longer to be seen in this role: whatever else there is to do
// with their scorecards comes before.
void bar_declared(database&, const author&, workflow::judge_id, const std::vector<declaration>&);

// One entry that is mine to score. `open`: its round is.
struct assigned_line {
    workflow::scorecard_id scorecard_id;
    workflow::entry_id entry_id;
    workflow::category_id category_id;
    std::string category;
    int round_number;
    std::string round;
    bool round_open;
    std::string title;
    std::string city;
    std::string country;
    workflow::scorecard_state state;
    bool declared;
};
BOOST_DESCRIBE_STRUCT(assigned_line, (),
                      (scorecard_id, entry_id, category_id, category, round_number, round, round_open, title,
                       city, country, state, declared))
// By round (the last first), category, city, title. No numbers of entries: a gap between them would tell of
// others.
std::vector<assigned_line> list_assigned(database&, const panel_seat&);

// A scorecard of mine on an entry that I step off.
struct card_to_recuse {
    workflow::scorecard_id id;
    workflow::entry_id entry_id;
    workflow::scorecard_state state;
    int version;
};
BOOST_DESCRIBE_STRUCT(card_to_recuse, (), (id, entry_id, state, version))
std::vector<card_to_recuse> list_own_cards_of(database&, workflow::judge_id,
                                              const std::vector<workflow::entry_id>&);

}  // namespace store
