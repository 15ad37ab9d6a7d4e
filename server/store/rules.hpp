#pragma once
// An edition's rule sets. One is kept as canonical JSON with its SHA-256 and never edited: a change is a new
// version. Called by features, acts and the demonstration; whether the rules may be changed now is theirs to
// ask of workflow.

#include "server/store/audit.hpp"
#include "workflow/rules.hpp"

namespace store {

struct kept_rules {
    workflow::rule_set_id id;
    int version;
    std::string hash;  // hexadecimal SHA-256 of the canonical text
    std::optional<workflow::instant> frozen_at;
    workflow::rule_set rules;
};
// The rules in force; throws not_found.
kept_rules load_rules(database&, workflow::edition_id);
// Every version of the edition's rules, the newest first.
struct rules_line {
    int version;
    std::string hash, reason;
    std::optional<std::string> written_by;
    workflow::instant written_at;
    std::optional<workflow::instant> frozen_at;
    std::optional<workflow::decision_id> decision_id;
};
BOOST_DESCRIBE_STRUCT(rules_line, (), (version, hash, reason, written_by, written_at, frozen_at, decision_id))
std::vector<rules_line> list_rules(database&, workflow::edition_id);
// The forms of all versions, the newest first (E9).
struct kept_form {
    int version;
    workflow::entry_form form;
};
std::vector<kept_form> list_forms(database&, workflow::edition_id);
// A text that add_rules() wrote; older ones know no prizes.
workflow::rule_set rules_of_text(std::string_view text);

// A new version of the rules, which from now on is in force; its prizes are the edition's tiers as they are
// now.
workflow::rule_set_id add_rules(database&, const author&, workflow::edition_id, const workflow::rule_set&,
                                std::string_view reason, std::optional<workflow::decision_id> = {});
void freeze_rules(database&, workflow::rule_set_id);

}  // namespace store
