#pragma once
// P4: what can be put right after the announcement, each behind a decision with a cause. What was announced
// stays in the record: a prize is revoked, never deleted, a certificate revoked or superseded. One
// transaction of the caller.

#include "server/acts/moving.hpp"
#include "server/store/certificates.hpp"
#include "server/store/decisions.hpp"
#include "server/store/editions.hpp"
#include "server/store/prizes.hpp"

namespace acts {

// The decision is recorded with the correction; its public note goes into the register.
using corrected = tl::expected<workflow::decision_id, workflow::refusal>;

// awarded -> revoked: the prize stays in the register with its state and the date, the certificate is
// revoked, the applicants hear of it.
corrected revoke_award(store::database&, const store::author&, workflow::entry_id, const store::minutes&,
                       const std::string& service_address);
// The same as far as it can be asked before: T5, a second person confirms it.
workflow::verdict may_revoke_award(const acting&, workflow::entry_id);
// Who holds the prize of this slot now.
std::vector<store::prize_line> list_holders(std::vector<store::prize_line>, const prize_slot&);
// not_awarded -> awarded, in this slot. Its participant's certificate is superseded by a winner's. Refuses
// `prize_taken` when somebody holds the prize and it is not said to be shared.
corrected promote_entry(store::database&, const store::author&, workflow::entry_id, const prize_slot&,
                        const store::minutes&, const std::string& service_address);

// The result stays as it is; each certificate in force that prints the names is superseded by a new one.
corrected correct_names(store::database&, const store::author&, workflow::entry_id,
                        const store::names_as_printed&, const store::minutes&,
                        const std::string& service_address);

// One certificate made anew under a new number, the old one superseded.
tl::expected<std::string, workflow::refusal> reissue_certificate(store::database&, const store::author&,
                                                                 workflow::certificate_id,
                                                                 const std::string& reason,
                                                                 const std::string& service_address);
tl::expected<workflow::certificate_decision, workflow::refusal> revoke_certificate(store::database&,
                                                                                   const store::author&,
                                                                                   workflow::certificate_id,
                                                                                   const std::string& reason);
workflow::verdict may_revoke_certificate(const acting&, workflow::certificate_id);

}  // namespace acts
