#pragma once
// The points that the secretariat ticks before an entry is accepted: the same list for every entry, so that
// all are screened alike. Their keys are kept with who ticked them; the sentences are shown on the page.

#include <array>
#include <string_view>

namespace workflow {

// `for_third_parties`: asked only where a provider enters for the city.
struct screening_point {
    std::string_view key;
    std::string_view sentence;
    bool for_third_parties = false;
};

inline constexpr std::array screening_points{
    screening_point{"eligible_city", "The city or local government may enter this edition"},
    screening_point{"one_project", "It is one project, in use or being carried out, not only an idea"},
    screening_point{"right_category", "The project belongs to the category that was chosen"},
    screening_point{"readable", "The answers are in the form's language and can be understood"},
    screening_point{"files_open", "Every attachment opens and belongs to the project"},
    screening_point{"contact_works", "The contact belongs to the city and can be reached"},
    screening_point{"not_a_double", "The project is not entered twice and did not win before"},
    screening_point{"letter_genuine", "The city's letter of approval is there and genuine", true},
};

}  // namespace workflow
