#pragma once
// Invitations by mail: a link that opens an account and the part in it, good for some days. The link's
// details say what it is for, in words that its page shows: {"part":"a judge","edition":1,"judge":7}.

#include "server/features/office/page.hpp"
#include "server/store/cities.hpp"
#include "server/store/members.hpp"
#include "server/store/panel.hpp"
#include "server/store/people.hpp"

namespace features {

void send_judge_invitation(visit&, store::database&, const workflow::edition&, const store::judge_row&);
void send_member_invitation(visit&, store::database&, const workflow::edition&, const store::office_member&);
// To whom the secretariat names for a city, and who has no account yet.
void send_city_invitation(visit&, store::database&, const workflow::edition&, const store::city_row&,
                          const store::person_row&);

}  // namespace features
