#pragma once
// What no edition needs more of. Without bounds a slip of the pen (2000000000) in a file or a form would be
// worked at for days.

namespace workflow {

inline constexpr int most_prizes_of_a_tier = 20, most_judges_of_an_entry = 100, most_words = 5000,
                     most_on_a_shortlist = 1000, most_entries_of_a_city = 20;

}  // namespace workflow
