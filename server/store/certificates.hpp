#pragma once
// Kept certificates: found by serial for the public check, listed for printing. Their state moves only
// through store/moves.hpp.

#include "server/store/results.hpp"
#include "workflow/states.hpp"

namespace store {

struct certificate_row {
    workflow::certificate_id id;
    std::string serial;
    workflow::edition_id edition_id;
    notifications::certificate_kind kind;
    std::optional<workflow::entry_id> entry_id;
    std::optional<workflow::judge_id> judge_id;
    std::string body;       // certificate_body as a document
    std::string issued_on;  // 2014-11-05
    workflow::certificate_state state;
    int version;
    std::optional<std::string> superseded_by;  // that one's serial
    std::string reason;
    workflow::instant changed_at;
};
BOOST_DESCRIBE_STRUCT(certificate_row, (),
                      (id, serial, edition_id, kind, entry_id, judge_id, body, issued_on, state, version,
                       superseded_by, reason, changed_at))

// By the serial in its kept form.
std::optional<certificate_row> find_certificate(database&, std::string_view serial);
// Winners first, by category and tier, then finalists, participants by the entry's number, judges with the
// chair first.
std::vector<certificate_row> list_certificates(database&, workflow::edition_id);
std::vector<certificate_row> list_certificates_of_entry(database&, workflow::entry_id);
std::vector<certificate_row> list_certificates_of_judge(database&, workflow::judge_id);
certificate_row load_certificate(database&, workflow::certificate_id);
// The same, and until the end of the transaction nobody else changes it.
certificate_row lock_certificate(database&, workflow::certificate_id);
// What it prints.
certificate_body body_of(const certificate_row&);

// One more; returns its id.
workflow::certificate_id add_certificate(database&, workflow::edition_id, std::string_view issued_on,
                                         const new_certificate&);
// Why it goes out of force: before the move.
void note_certificate_reason(database&, workflow::certificate_id, std::string_view reason);

}  // namespace store
