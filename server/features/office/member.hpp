#pragma once
// One member of an edition's secretariat: the invitation and its answer, the second member's confirmation,
// and the end (T5). The list of all stands on the panel's page.

#include "server/features/office/page.hpp"
#include "server/store/members.hpp"

namespace features {

std::string member_url(const workflow::edition&, workflow::person_id);
pages::tag membership_tag(const store::office_member&);

feature show_member, keep_member;

}  // namespace features
