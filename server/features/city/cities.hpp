#pragma once
// Finding one's city, proposing one that is missing, and who may act for it: the first applicant at once,
// later ones when one of the city's applicants has confirmed them. Knows no entry but to list them.

#include "server/features/frame/visit.hpp"

namespace features {

feature find_city, ask_for_city, propose_city, show_my_city, join_city, confirm_applicant, decline_applicant;

}  // namespace features
