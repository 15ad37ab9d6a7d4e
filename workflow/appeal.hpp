#pragma once
// Appeals: against how a result came about, on procedure or on fact and
// never on what a judge thought; within some days after the announcement; settled by somebody who did not
// judge in the edition.

#include <boost/describe.hpp>
#include <optional>

#include "workflow/refusal.hpp"
#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

enum class appeal_ground { procedure, fact };
BOOST_DESCRIBE_ENUM(appeal_ground, procedure, fact)

enum class appeal_outcome { upheld, dismissed };
BOOST_DESCRIBE_ENUM(appeal_outcome, upheld, dismissed)

struct appeal_facts {
    std::optional<instant> announced_at;
    int days = 0;  // of 24 hours, after the announcement
    instant now{};
    bool one_is_open = false;  // of the same entry, not settled yet
};

// The first instant at which no appeal is taken any more.
instant appeals_end(instant announced_at, int days);

verdict may_appeal(const appeal_facts&);

// `has_judged`: who would settle it is, or was, a judge of the edition.
verdict may_settle_appeal(bool is_open, bool has_judged);

}  // namespace workflow
