#pragma once
// T5: what the secretariat does and cannot take back, and what two people therefore do: one asks for it,
// another one confirms it. The words stand in the database (schema/0031_grave_acts.sql), which refuses each
// of these acts by one person by itself. Used by acts/grave_acts, its store and its page; knows nobody.

#include <boost/describe.hpp>
#include <optional>

#include "workflow/states.hpp"
#include "workflow/time.hpp"

namespace workflow {

enum class grave_act {
    close_call,  // before the published deadline; afterwards one person, or the clock
    close_judging,
    withdraw_slate,
    announce,  // by hand: for the clock the two who ratified are enough
    cancel,    // in any state but `planned`, where nothing was public
    revoke_award,
    revoke_certificate
};
BOOST_DESCRIBE_ENUM(grave_act, close_call, close_judging, withdraw_slate, announce, cancel, revoke_award,
                    revoke_certificate)

// The act that a person's move of an edition is; nothing when one person may make it.
constexpr std::optional<grave_act> find_grave_act(edition_state from, edition_action move, instant now,
                                                  instant deadline) {
    switch (move) {
        case edition_action::close_call:
            if (now < deadline) return grave_act::close_call;
            return std::nullopt;
        case edition_action::close_judging: return grave_act::close_judging;
        case edition_action::withdraw_slate: return grave_act::withdraw_slate;
        case edition_action::announce: return grave_act::announce;
        case edition_action::cancel:
            if (from != edition_state::planned) return grave_act::cancel;
            return std::nullopt;
        default: return std::nullopt;
    }
}

// The move of an edition that it is; nothing for what is done to an entry or to a certificate.
constexpr std::optional<edition_action> find_edition_action(grave_act act) {
    switch (act) {
        case grave_act::close_call: return edition_action::close_call;
        case grave_act::close_judging: return edition_action::close_judging;
        case grave_act::withdraw_slate: return edition_action::withdraw_slate;
        case grave_act::announce: return edition_action::announce;
        case grave_act::cancel: return edition_action::cancel;
        case grave_act::revoke_award:
        case grave_act::revoke_certificate: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace workflow
