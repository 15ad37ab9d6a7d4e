#pragma once
// Tally runs as they are kept: sealed inputs, the result made from them, both with their hashes; never edited
// (J6). What is read back is worked out again from the sealed text, so that a changed row is noticed. Called
// by acts/tally and by whatever shows or relies on a run.

#include "judging/tally.hpp"
#include "server/store/audit.hpp"

namespace store {

struct tally_run_line {
    workflow::tally_run_id id;
    workflow::round_id round_id;
    int round_number;
    std::string round_name;
    std::string input_hash, result_hash;  // hexadecimal
    int rules_version;
    std::string program_version, cause;
    std::optional<std::string> run_by;  // nothing: the clock
    workflow::instant run_at;
};
BOOST_DESCRIBE_STRUCT(tally_run_line, (),
                      (id, round_id, round_number, round_name, input_hash, result_hash, rules_version,
                       program_version, cause, run_by, run_at))
// The newest first.
std::vector<tally_run_line> list_tally_runs(database&, workflow::edition_id);

// A run with what it was made from, worked out again from the sealed text.
struct kept_tally {
    tally_run_line line;
    judging::tally_input input;
    judging::tally_result result;
};
// Throws not_found, and std::runtime_error when the kept texts do not go together any more.
kept_tally load_tally_run(database&, workflow::edition_id, workflow::tally_run_id);
// The sealed inputs and the result as they are kept, for whoever wants to check them.
struct tally_texts {
    std::string inputs, result;
};
BOOST_DESCRIBE_STRUCT(tally_texts, (), (inputs, result))
tally_texts load_tally_texts(database&, workflow::edition_id, workflow::tally_run_id);

struct new_tally_run {
    workflow::round_id round;
    std::int64_t sealed_input;
    workflow::rule_set_id rules;
    std::string program_version;
    std::string cause;
};
// With its audit event.
workflow::tally_run_id add_tally_run(database&, const author&, const new_tally_run&,
                                     const judging::tally_result&);

// The canonical JSON text of a result; its SHA-256 is the result hash.
std::string result_document(const judging::tally_result&);
// Back from judging::canonical_inputs(). Throws std::runtime_error for a text that is none.
judging::tally_input read_sealed_inputs(std::string_view text);

// How many scorecards each entry of the round was ever assigned, counted from the scorecards themselves.
std::map<workflow::entry_id, int> count_assigned(database&, workflow::round_id);
// Scorecards of the round that wait for their judge: not finished, or reopened by a decision.
int count_outstanding(database&, workflow::round_id);
// What was given on one entry in a closed round.
struct card_score {
    workflow::scorecard_id scorecard_id;
    std::string criterion;
    int value;
};
BOOST_DESCRIBE_STRUCT(card_score, (), (scorecard_id, criterion, value))
std::vector<card_score> list_given_scores(database&, workflow::round_id, workflow::entry_id);
// The round that the tally is about: the newest that is closed.
std::optional<workflow::round_id> find_tallied_round(database&, workflow::edition_id);

}  // namespace store
