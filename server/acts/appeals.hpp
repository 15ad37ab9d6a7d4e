#pragma once
// Appeals: lodged by a city, settled by a member of the secretariat, each with its letters. Called by their
// pages. When and by whom is workflow/appeal.hpp's. One transaction of the caller.

#include "server/acts/moving.hpp"
#include "server/store/appeals.hpp"
#include "server/store/decisions.hpp"
#include "server/store/entries.hpp"

namespace acts {

// May one be lodged about this entry now? `before` are those about it.
workflow::verdict may_appeal(const workflow::edition&, workflow::instant now,
                             const std::vector<store::appeal_row>& before);

// The city hears that it has arrived, the secretariat that it waits. Gives its number.
tl::expected<std::int64_t, workflow::refusal> lodge_appeal(const acting&, const store::entry_row&,
                                                           workflow::appeal_ground, const std::string& body);

// May the person who acts settle it?
workflow::verdict may_settle_appeal(const acting&, const store::appeal_row&);
// With its decision; the city hears the answer.
tl::expected<workflow::decision_id, workflow::refusal> settle_appeal(const acting&, const store::appeal_row&,
                                                                     workflow::appeal_outcome,
                                                                     const std::string& answer,
                                                                     const store::minutes&);

}  // namespace acts
