#pragma once
// T5: acts that cannot be taken back, asked for by one member of the secretariat and confirmed or taken back
// by another one. Runs under the role wego_secretariat. Carries nothing out itself: that is
// acts/grave_acts.hpp.

#include "server/store/decisions.hpp"
#include "workflow/grave_act.hpp"

namespace store {

// Of an entry (revoke_award) or a certificate (revoke_certificate), else of the edition.
struct grave_act_wanted {
    workflow::grave_act act{};
    std::optional<workflow::entry_id> entry = std::nullopt;
    std::optional<workflow::certificate_id> certificate = std::nullopt;
    store::minutes minutes = {};  // for all but revoke_award the reason alone
};

enum class grave_act_outcome { confirmed, taken_back, overtaken };
BOOST_DESCRIBE_ENUM(grave_act_outcome, confirmed, taken_back, overtaken)

struct grave_act_row {
    std::int64_t id;
    workflow::grave_act act;
    std::optional<workflow::entry_id> entry_id;
    std::optional<workflow::certificate_id> certificate_id;
    std::string subject;  // the entry or the certificate as people know it; empty for the edition's own
    std::string reason, present, recused;
    int votes_for, votes_against, abstained;
    std::string public_note;
    workflow::person_id asked_by;
    std::string asked_by_name;
    workflow::instant asked_at;
    std::optional<grave_act_outcome> outcome;  // nothing: it waits
    std::string word;
    std::optional<std::string> settled_by_name;
    std::optional<workflow::instant> settled_at;
    bool is_over;       // what it is about has moved on since, or who asked is no member any more
    bool joined_later;  // the acting person, after it was asked for
};
BOOST_DESCRIBE_STRUCT(grave_act_row, (),
                      (id, act, entry_id, certificate_id, subject, reason, present, recused, votes_for,
                       votes_against, abstained, public_note, asked_by, asked_by_name, asked_at, outcome,
                       word, settled_by_name, settled_at, is_over, joined_later))
// The newest first.
std::vector<grave_act_row> list_grave_acts(database&, workflow::edition_id);
// Those that wait, the oldest first.
std::vector<grave_act_row> list_waiting_grave_acts(database&, workflow::edition_id);
// Throws not_found. Who settles it holds lock_edition().
grave_act_row load_grave_act(database&, workflow::edition_id, std::int64_t id);

// By the acting person. Nothing when the same waits already; one that was overtaken is settled as that first.
std::optional<std::int64_t> add_grave_act(database&, const author&, const grave_act_wanted&);
// By the acting person. Throws stale_row when it was settled before, failure when the asker confirms, or who
// joined later.
void settle_grave_act(database&, const author&, std::int64_t id, grave_act_outcome, std::string_view word);

// The acting person works for the edition and did at that instant already: may approve what was open then.
bool was_in_office(database&, workflow::edition_id, workflow::instant);
// Somebody else works for the edition, who could confirm.
bool has_other_members(database&, workflow::edition_id);

}  // namespace store
