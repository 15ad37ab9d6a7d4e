#pragma once
// One city for the secretariat (E8): its names, who writes for it and who waits, its entries, and with which
// other one it may be the same. The page and what is decided on it.

#include "server/features/office/page.hpp"

namespace features {

feature show_office_city, correct_city, approve_office_city, add_applicant, settle_claim, merge_city;

}  // namespace features
