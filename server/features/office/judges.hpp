#pragma once
// The form of a judge: what decides conflicts (origin, employment, city, organisation) and assignments
// (expertise, capacity, alternate). Shared by the invitation and the judge's page.

#include "server/features/office/page.hpp"
#include "server/store/panel.hpp"

namespace features {

// `kept` null: a new judge, whose address is asked too. `as_kept`: whatever was typed.
pages::office_form judge_form(const visit&, store::database&, const workflow::edition&,
                              const store::judge_row* kept, bool as_kept = false);
// Reads and marks what is wrong.
store::judge_row read_judge(visit&, store::database&, pages::office_form&, const workflow::edition&);
bool is_address(std::string_view email);

}  // namespace features
