#pragma once
// E3: how many words a text has, the same on the server and, by word_count.js, in every browser, whichever
// Unicode each of them has. Knows no limit.

#include <string_view>

namespace pages {

// Runs of letters, marks and digits, which an apostrophe, a dot, a middle dot or an underline may join, and a
// comma between figures. A run that holds Chinese, Japanese, Thai, Lao, Khmer or Burmese, which know no
// blanks, counts as many as ICU's dictionaries find in it.
int count_words(std::string_view utf8);

}  // namespace pages
