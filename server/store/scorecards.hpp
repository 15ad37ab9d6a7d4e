#pragma once
// One judge's scores and comments on one entry (J4): saved on each change under the version that they were
// based on, in one statement that also writes what came, and the event. A missing score is missing, never
// zero. Only the own judge's role can write here (T3); others read a scorecard once its round is closed (J5).

#include "server/store/audit.hpp"
#include "workflow/rules.hpp"

namespace store {

// Everything around the scores: whose, on what, and what decides whether they may be changed.
struct scorecard_row {
    workflow::scorecard_id id;
    workflow::edition_id edition_id;
    workflow::edition_state edition_state;
    workflow::round_id round_id;
    std::string round;
    bool round_open;
    workflow::judge_id judge_id;
    workflow::entry_id entry_id;
    int entry_version;
    workflow::rule_set_id rule_set_id;
    std::string rules_hash;  // hexadecimal
    workflow::scorecard_state state;
    int version;
    std::string reason;
    std::optional<workflow::instant> submitted_at;
    std::optional<std::string> submitted_hash;
    std::string category;
    std::string title;
    std::string city;
    std::string country;
    bool terms_accepted;
    bool identity_checked;
    bool declared;  // no conflict
};
BOOST_DESCRIBE_STRUCT(scorecard_row, (),
                      (id, edition_id, edition_state, round_id, round, round_open, judge_id, entry_id,
                       entry_version, rule_set_id, rules_hash, state, version, reason, submitted_at,
                       submitted_hash, category, title, city, country, terms_accepted, identity_checked,
                       declared))
// One's own; throws not_found.
scorecard_row load_own_scorecard(database&, workflow::scorecard_id);
// Until the end of the transaction no other request changes it; of a scorecard that is not one's own nothing.
void lock_own_scorecard(database&, workflow::scorecard_id);
// The rules of a hash, read once in the life of a thread: they are immutable.
const workflow::rule_set& rules_by_hash(database&, workflow::rule_set_id, const std::string& hash);

struct score_row {
    std::string criterion;
    std::optional<int> value;
    std::string reason;
    friend bool operator==(const score_row&, const score_row&) = default;
};
BOOST_DESCRIBE_STRUCT(score_row, (), (criterion, value, reason))

// The sheet as the server holds it.
struct sheet {
    std::vector<score_row> scores;  // by criterion's key
    std::string to_city, to_panel;
};
BOOST_DESCRIBE_STRUCT(sheet, (), (scores, to_city, to_panel))
sheet load_sheet(database&, workflow::scorecard_id);
const score_row* find_score(const sheet&, std::string_view criterion);

// What one save gives: a score or its taking back, a reason, a comment. Absent: not touched.
struct given_score {
    std::string criterion;
    bool sets_value = false;
    std::optional<int> value;
    std::optional<std::string> reason;
};
struct given_sheet {
    std::vector<given_score> scores;
    std::optional<std::string> to_city, to_panel;
    std::string key;  // of the request that brings it, or empty
};

struct saved_card {
    int version;
    workflow::rule_set_id rule_set_id;
    std::string rules_hash;
};
BOOST_DESCRIBE_STRUCT(saved_card, (), (version, rule_set_id, rules_hash))
// The hot path. Nothing when the scorecard is not one's own, not in progress, or no longer of this version;
// then nothing was written. The caller checks against the rules afterwards and rolls back when a score is off
// the scale.
std::optional<saved_card> save_sheet(database&, const author&, workflow::scorecard_id, int version,
                                     const given_sheet&);

// What became of each field in each save, in order: "score.impact", "reason.impact", "comment.city"; "" for a
// score that was taken back. `key`: of the request.
struct field_change {
    int version;
    std::string field;
    std::string value;
    std::optional<std::string> key;
};
BOOST_DESCRIBE_STRUCT(field_change, (), (version, field, value, key))
std::vector<field_change> list_field_changes(database&, workflow::scorecard_id);

// J5: a change of a locked score that a decision reopened, with its reason.
struct score_change {
    std::string criterion;
    std::optional<int> from;
    int to = 0;
    std::string reason;
};
void add_deltas(database&, workflow::edition_id, workflow::scorecard_id, const std::vector<score_change>&);
// The same as save_sheet, for a reopened scorecard.
std::optional<saved_card> amend_sheet(database&, const author&, workflow::scorecard_id, int version,
                                      const given_sheet&);

// The sheet as it is confirmed, with a random number so that its hash tells nothing to who may not see it
// yet; kept as a revision. Returns the hash, hexadecimal, and notes it on the scorecard; the move to
// `submitted` or `locked` follows.
std::string seal_sheet(database&, const scorecard_row&, const sheet&);

// One's own scores of an edition, for the comparison.
struct own_score {
    workflow::scorecard_id scorecard_id;
    std::string criterion;
    int value;
};
BOOST_DESCRIBE_STRUCT(own_score, (), (scorecard_id, criterion, value))
std::vector<own_score> list_own_scores(database&, workflow::judge_id);

}  // namespace store
