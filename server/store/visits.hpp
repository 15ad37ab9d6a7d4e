#pragma once
// Who is asking, and how this person stands to what the URL names: everything that the policy table of
// server/access asks, in one question to the database, under the role wego_access.

#include "server/store/database.hpp"
#include "workflow/states.hpp"

namespace store {

// What the URL names, as its parameters came: an edition's slug, or the number of something that belongs to
// one.
struct subject_of_url {
    std::optional<std::string> edition;
    std::optional<std::int64_t> entry, scorecard, attachment, judge, certificate, city;
};

struct visit_facts {
    // The session; nothing of it when there is none, or it has ended.
    std::optional<workflow::person_id> person;
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> language;
    std::optional<workflow::instant> second_factor_at;
    std::optional<workflow::instant> session_seen_at;
    bool has_totp = false;
    // The person's standing, whatever the URL names.
    bool in_any_office = false;       // of some edition's secretariat
    bool founds_editions = false;     // of every edition's
    bool on_any_panel = false;        // invited ones too
    bool has_accepted_panel = false;  // of some edition: the invitation was accepted
    bool is_applicant = false;        // of some city, confirmed
    // What the URL names; nothing when it does not exist.
    std::optional<workflow::edition_id> edition;
    std::optional<std::string> edition_slug, edition_zone;
    std::optional<workflow::edition_state> state;
    std::optional<workflow::entry_id> entry;
    // How the person stands to it.
    bool in_office = false;                   // of this edition's secretariat
    std::optional<workflow::judge_id> judge;  // the person as a judge of this edition
    bool is_chair = false;
    bool is_own_city = false;  // the entry's city, or the city itself
    bool is_own_scorecard = false;
    bool is_assigned = false;       // has a scorecard for this entry
    bool is_barred = false;         // a conflict bars this judge from this entry (J2)
    bool is_subject_there = false;  // everything that the URL names exists
};
BOOST_DESCRIBE_STRUCT(visit_facts, (),
                      (person, name, email, language, second_factor_at, session_seen_at, has_totp,
                       in_any_office, founds_editions, on_any_panel, has_accepted_panel, is_applicant,
                       edition, edition_slug, edition_zone, state, entry, in_office, judge, is_chair,
                       is_own_city, is_own_scorecard, is_assigned, is_barred, is_subject_there))

// `token_hash` empty: nobody is signed in. Idle and absolute ends of a session are judged by the database's
// clock.
visit_facts load_visit(database&, const bytes& token_hash, const subject_of_url&, int idle_minutes,
                       int applicant_idle_minutes);

}  // namespace store
