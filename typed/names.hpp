#pragma once
// Names of people and cities, as far as they may stand in a letter of ours.

#include <string>
#include <string_view>

namespace typed {

// "Win a prize, open https://x.example": what a mail program would make a link of. Somebody who registers a
// stranger's address with such a name would have us send the advertisement. "J.R. Smith" and "St.John" are
// names.
bool is_advertisement(std::string_view name);

// The same for names that look the same: without case, blanks and what Unicode has two spellings for (NFKC).
// Accents stay.
std::string look_of(std::string_view name);

}  // namespace typed
