#pragma once
// (The namespace is not the folder's name: POSIX has a function access().)
// The first lock: one row for each right, saying which audience, standing in which relation to what the URL
// names, in which phases of the edition, may do it. Every route cites a right; row-level security is the
// second lock. A feature asks nothing of this kind again, but workflow::decide() still has the last word on a
// move.

#include "server/store/visits.hpp"

#include <span>

namespace access_control {

enum class right {
    read_public,     // pages that anyone may read
    sign_in,         // everything on the way to a session: signing in, registering, links by mail
    keep_account,    // the own account, one factor
    secure_account,  // the own account's second factor, on the way to having one
    act_for_city,    // find or propose a city, see the own cities
    start_entry,
    read_own_entry,
    write_own_entry,
    submit_own_entry,
    withdraw_own_entry,
    appeal,  // against the result of an own entry
    accept_terms,
    read_panels,  // the editions one judges
    read_panel,   // the judge's own pages of an edition
    declare_conflict,
    read_assigned_entry,
    read_own_scorecard,
    score,
    deliberate,
    read_offices,  // the editions one works for
    found_edition,
    read_office,
    set_up_edition,
    keep_panel,
    screen,
    assign,
    decide,
    read_tally,
    build_slate,
    ratify,
    announce,
    correct,
    certify,
    send_letters,
    read_log
};
BOOST_DESCRIBE_ENUM(right, read_public, sign_in, keep_account, secure_account, act_for_city, start_entry,
                    read_own_entry, write_own_entry, submit_own_entry, withdraw_own_entry, appeal,
                    accept_terms, read_panels, read_panel, declare_conflict, read_assigned_entry,
                    read_own_scorecard, score, deliberate, read_offices, found_edition, read_office,
                    set_up_edition, keep_panel, screen, assign, decide, read_tally, build_slate, ratify,
                    announce, correct, certify, send_letters, read_log)

enum class audience { everyone, signed_in, applicant, judge, secretariat };
BOOST_DESCRIBE_ENUM(audience, everyone, signed_in, applicant, judge, secretariat)

enum class relation {
    none,
    own_city,           // the entry's city, or the city in the URL, is the person's
    on_panel,           // a judge of the edition
    assigned_unbarred,  // has a scorecard for the entry, and no conflict bars
    panel_unbarred,     // a judge of the entry's edition whom no conflict bars
    own_scorecard,      // and no conflict bars
    in_office,          // of the edition's secretariat
    in_any_office,
    founder
};
BOOST_DESCRIBE_ENUM(relation, none, own_city, on_panel, assigned_unbarred, panel_unbarred, own_scorecard,
                    in_office, in_any_office, founder)

// A set of edition states, one bit each; `any_phase` also holds where the URL names no edition.
using phases = unsigned;
constexpr phases phase(workflow::edition_state state) {
    return 1U << static_cast<unsigned>(state);
}
inline constexpr phases any_phase = ~0U;

struct policy_row {
    right what;
    audience who;
    relation stands;
    phases when;
};

std::span<const policy_row> policy();
const policy_row& policy_of(right);

enum class admission { yes, not_there, sign_in_first, second_factor_first };
BOOST_DESCRIBE_ENUM(admission, yes, not_there, sign_in_first, second_factor_first)

// Judges and the secretariat act with a second factor only.
admission may(right, const store::visit_facts&);

// The database role in which a right's transaction runs.
store::database_role role_of(right);
// The role in which the audit log writes the person.
workflow::role acting_role(right, const store::visit_facts&);

}  // namespace access_control
