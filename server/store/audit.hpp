#pragma once
// The log of every act (T1): one event in the transaction of the act. An event's leaf is
// SHA-256(0x00 || salt || body) (RFC 6962, 2.1, with a salt so that a leaf tells nothing of what it covers);
// body is the canonical JSON text that is stored beside it. Personal data never goes into a body: people are
// numbers there.

#include "server/store/database.hpp"
#include "workflow/audit_words.hpp"
#include "workflow/states.hpp"

#include <boost/json/object.hpp>

namespace store {

using workflow::audit_action;
using workflow::audit_subject;

// Who acts in this transaction, as the audit log writes it.
struct author {
    workflow::actor actor;
    std::optional<workflow::edition_id> edition;
    // Where two people act (T5): who asked for what the actor now does. Every event of it names both.
    std::optional<workflow::person_id> asked_by = std::nullopt;
};

// Something that was done and is no move of a lifecycle. The database refuses a word that it does not know.
void record_act(database&, const author&, audit_subject, std::int64_t subject_id, audit_action,
                boost::json::object details = {});

// The same event as text, for the one statement that writes it together with the act itself: saving a
// scorecard.
struct event_text {
    std::string body;
    bytes salt, leaf;
};
event_text act_text(database&, const author&, audit_subject, std::int64_t subject_id, audit_action,
                    boost::json::object details = {});

// A move of a lifecycle; the database refuses one that is not in the tables of workflow/.
struct recorded_move {
    std::string_view machine, from, action, to;
};
void record_move(database&, const author&, const recorded_move&, std::int64_t subject_id,
                 boost::json::object details = {});

// The words are text here: an event outlives the word that it was written with.
struct audit_row {
    std::int64_t id;
    workflow::instant happened_at;
    std::optional<workflow::person_id> actor_id;
    std::optional<std::string> actor_name;
    std::string actor_role;
    std::string subject;
    std::int64_t subject_id;
    std::string action;
    std::optional<std::string> from_state;
    std::optional<std::string> to_state;
    std::string body;
};
BOOST_DESCRIBE_STRUCT(audit_row, (),
                      (id, happened_at, actor_id, actor_name, actor_role, subject, subject_id, action,
                       from_state, to_state, body))

// The newest first; `before` is the id to go on from, `action` (an act's or a move's word) empty for any. At
// most `most` rows.
struct audit_filter {
    std::optional<audit_subject> subject;
    std::optional<std::int64_t> subject_id;
    std::string action;
    std::optional<std::int64_t> before;
    int most = 50;
};
std::vector<audit_row> list_audit_events(database&, workflow::edition_id, const audit_filter&);

// SHA-256 of a text, 32 bytes.
std::string sha256(std::string_view text);
// Bytes as small hexadecimal digits.
std::string to_hexadecimal(std::string_view bytes);

}  // namespace store
