// What two people of the secretariat do (T5), in one line each: the first asks, the second confirms. By the
// act for store tests and walks, by the pages for http tests.
#pragma once

#include "server/acts/grave_acts.hpp"
#include "tests/support/service.hpp"

namespace tests {

// `as(0)` and `as(1)` make the transaction that of one and of the other member and give what they act with.
template <class As>
workflow::verdict done_by_two(As as, const store::grave_act_wanted& wanted) {
    const acts::acting first = as(0);
    const auto asked = acts::ask_for_grave_act(first, wanted);
    if (!asked) return tl::unexpected(asked.error());
    const acts::acting second = as(1);
    return acts::confirm_grave_act(second, *asked);
}

// An act with a reason.
store::grave_act_wanted wanted_by_two(workflow::grave_act, std::string reason);

// What was asked for last is confirmed by this person.
page confirm_last(service&, browser& second, const std::string& edition = "2014");
// The first one sends the form and the second one confirms what waits then: the second's answer; the first's
// when the form asked nobody.
page done_by_two(service&, browser& first, browser& second, const std::string& path, const fields& form);

}  // namespace tests
