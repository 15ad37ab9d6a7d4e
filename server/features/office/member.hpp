#pragma once
// One member of an edition's secretariat: the invitation and its answer, the second member's confirmation,
// and the end (T5). The list of all stands on the panel's page.

#include "server/features/office/page.hpp"
#include "server/store/members.hpp"

#include <set>

namespace features {

std::string member_url(const workflow::edition&, workflow::person_id);
pages::tag membership_tag(const store::office_member&);

feature show_member, keep_member;

// Who works for the edition, and who judges in it and has not left: a person may do both (J12).
std::set<workflow::person_id> list_people_in_office(store::database&, workflow::edition_id);
std::set<workflow::person_id> list_people_on_the_panel(store::database&, workflow::edition_id);

}  // namespace features
