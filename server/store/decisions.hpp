#pragma once
// Decisions: minuted acts of people, each with who was present, who was recused, the votes and the reason.
// Written by the secretariat's features, read on its pages; a decision is never edited.

#include "server/store/audit.hpp"

namespace store {

// `kind` is one of the schema's words: eligibility, shortlist, deadline_change, … `body` is JSON: what was
// decided.
struct new_decision {
    std::string kind;
    std::string reason;
    std::string present, recused;
    int votes_for = 0, votes_against = 0, abstained = 0;
    std::string public_note;
    boost::json::object body;
};
// With its audit event; `who.edition` says of which edition.
workflow::decision_id record_decision(database&, const author& who, const new_decision&);

struct decision_line {
    workflow::decision_id id;
    std::string kind, reason, present, recused, public_note, body;
    int votes_for, votes_against, abstained;
    std::optional<std::string> made_by;
    workflow::instant made_at;
};
BOOST_DESCRIBE_STRUCT(decision_line, (),
                      (id, kind, reason, present, recused, public_note, body, votes_for, votes_against,
                       abstained, made_by, made_at))
// The tally runs that a decision relied on.
void rely_on(database&, workflow::edition_id, workflow::decision_id,
             const std::vector<workflow::tally_run_id>&);
struct reliance {
    workflow::decision_id decision_id;
    workflow::tally_run_id tally_run_id;
};
BOOST_DESCRIBE_STRUCT(reliance, (), (decision_id, tally_run_id))
std::vector<reliance> list_reliances(database&, workflow::edition_id);
// The newest first; `kind` empty: all.
std::vector<decision_line> list_decisions(database&, workflow::edition_id, std::string_view kind = {});

}  // namespace store
