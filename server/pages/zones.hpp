#pragma once
// E4: the rules of the world's time zones by ICU, for the domain, which has none of its own, and for forms
// that show an instant as a wall time. Knows no deadline.

#include <string>

#include "workflow/deadlines.hpp"

namespace pages {

// The zone_rules that workflow::instant_of() asks: a wall time that a change of the clock skips or brings
// twice says so, and an unknown zone is not taken for another.
workflow::zone_answer answer_for_zone(const std::string& zone, const workflow::civil_time&);

// The wall time in a zone, for the value of a date field. Throws std::invalid_argument for an unknown zone.
workflow::civil_time civil_time_of(workflow::instant, const std::string& zone);

}  // namespace pages
