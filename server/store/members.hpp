#pragma once
// Who works for an edition: how somebody becomes a member of its secretariat and how that ends (T5). A
// membership is in force once the person accepted and a second member confirmed it. Called by acts/members
// and by the pages; what each may change the database checks once more.

#include "server/store/audit.hpp"

namespace store {

struct office_member {
    workflow::person_id person_id;
    std::string name, email, language;
    bool of_every_edition, in_force;
    bool has_account;  // the person confirmed the address, here or before
    workflow::instant added_at;
    std::optional<workflow::person_id> invited_by, end_asked_by;
    std::optional<std::string> invited_by_name, end_asked_by_name;
    std::optional<workflow::instant> accepted_at, declined_at, confirmed_at, end_asked_at;
    std::string end_reason;
};
BOOST_DESCRIBE_STRUCT(office_member, (),
                      (person_id, name, email, language, of_every_edition, in_force, has_account, added_at,
                       invited_by, end_asked_by, invited_by_name, end_asked_by_name, accepted_at, declined_at,
                       confirmed_at, end_asked_at, end_reason))

// By name; those whose membership ended are not among them, those who declined are.
std::vector<office_member> list_office(database&, workflow::edition_id);
// A living membership in this edition alone; who works for every edition has none that a page could change.
std::optional<office_member> find_member(database&, workflow::edition_id, workflow::person_id);

// False when the person works for the edition already, or was asked.
bool add_to_office(database&, const author&, workflow::person_id);
void confirm_member(database&, const author&, workflow::person_id);
void ask_to_end_membership(database&, const author&, workflow::person_id, std::string_view reason);
// Nobody asks any more.
void keep_membership(database&, const author&, workflow::person_id);
// Ends the person's sessions and links too.
void end_membership(database&, const author&, workflow::person_id);

// The invited part that a link names: a judge of the edition, a member of its secretariat, or who writes for
// a city.
struct invited_part {
    std::optional<workflow::edition_id> edition;
    std::optional<workflow::judge_id> judge;
    std::optional<workflow::city_id> city;
};
// As the invited person, under wego_access. False when the part is not there any more, or was answered.
bool accept_part(database&, workflow::person_id, const invited_part&);
bool decline_part(database&, workflow::person_id, const invited_part&);

}  // namespace store
