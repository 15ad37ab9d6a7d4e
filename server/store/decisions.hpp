#pragma once
// Decisions: minuted acts of people, each with who was present, who was recused, the votes and the reason.
// Written by the secretariat's features, read on its pages; a decision is never edited.

#include "server/store/audit.hpp"
#include "server/store/decision_bodies.hpp"

namespace store {

// How a decision came about, as the minutes tell it.
struct minutes {
    std::string reason;
    std::string present, recused;
    int votes_for = 0, votes_against = 0, abstained = 0;
    std::string public_note;
};
// With its audit event; `who.edition` says of which edition.
workflow::decision_id record_decision(database&, const author& who, const minutes&, const decision_body&);

struct decision_line {
    workflow::decision_id id;
    decision_kind kind;
    std::string reason, present, recused, public_note, body;
    int votes_for, votes_against, abstained;
    std::optional<std::string> made_by;
    workflow::instant made_at;
};
BOOST_DESCRIBE_STRUCT(decision_line, (),
                      (id, kind, reason, present, recused, public_note, body, votes_for, votes_against,
                       abstained, made_by, made_at))
// What was decided. Throws boost::system::system_error for a text that is no body of the line's kind.
decision_body body_of(const decision_line&);
// The newest first.
std::vector<decision_line> list_decisions(database&, workflow::edition_id);

// The tally runs that a decision relied on.
void rely_on(database&, workflow::edition_id, workflow::decision_id,
             const std::vector<workflow::tally_run_id>&);
struct reliance {
    workflow::decision_id decision_id;
    workflow::tally_run_id tally_run_id;
};
BOOST_DESCRIBE_STRUCT(reliance, (), (decision_id, tally_run_id))
std::vector<reliance> list_reliances(database&, workflow::edition_id);

}  // namespace store
