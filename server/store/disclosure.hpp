#pragma once
// What was disclosed of the scores with the announcement (E10). Written once, by acts/disclosure; read by the
// city of an entry and, where the rules say so, by everybody. Row-level security shows nothing before the
// announcement (P3).

#include "judging/disclosure.hpp"
#include "server/store/database.hpp"

namespace store {

// All of a round in one statement each: the scores, with the entries' names as they are printed now, and what
// judges wrote to the cities of these entries on scorecards that are locked, in an order drawn by chance.
void add_disclosed_scores(database&, workflow::edition_id, workflow::round_id, bool to_everybody,
                          const std::vector<judging::disclosed_scores>&);
void add_disclosed_comments(database&, workflow::edition_id, workflow::round_id);

// A round's scores of one entry. `criteria` are in the rubric's order, the scores ascending.
struct disclosed_row {
    workflow::entry_id entry_id;
    workflow::round_id round_id;
    std::string round, category, title, printed_city, printed_country;
    std::optional<int> place;
    int of_entries;
    std::optional<judging::fraction> value;
    judging::fraction highest, lowest;
    std::vector<judging::criterion_scores> criteria;
};
// The rounds in their order.
std::vector<disclosed_row> list_disclosed_scores(database&, workflow::edition_id, workflow::entry_id);
// What everybody may read, in the order of rounds (the last first), categories, places and names.
std::vector<disclosed_row> list_published_scores(database&, workflow::edition_id);
bool has_published_scores(database&, workflow::edition_id);

struct disclosed_comment {
    workflow::round_id round_id;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(disclosed_comment, (), (round_id, body))
std::vector<disclosed_comment> list_disclosed_comments(database&, workflow::edition_id, workflow::entry_id);

}  // namespace store
